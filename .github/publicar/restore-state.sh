#!/usr/bin/env bash
# Brings back what the runs before left: the store and the feed from the release "estado", and this month's archive from its own.
# Usage: restore-state.sh FOLDER, in a checkout whose origin is the repository. Needs gh, signed in.
#
# Ends with 1 rather than beginning anew where there was a state and it cannot be had: a store that begins anew would give
# procedures other histories than were published. START_ANEW=true allows it.
set -euo pipefail

folder=$1
month=$(date -u +%Y-%m)

say() { echo "restore-state: $*" >&2; }
# Fails where GitHub does not answer, which is not the same as having no release.
tags=$(gh release list --limit 1000 --json tagName --jq '.[].tagName')
# The assets of a release that are whole; an upload that broke off stays behind in another state.
assets_of() {
  grep -qxF "$1" <<<"$tags" || return 0
  gh release view "$1" --json assets --jq '.assets[] | select(.state == "uploaded") | .name'
}

# Whether anything was ever published; fails where that cannot be found out.
was_published() {
  local status=0
  git ls-remote --exit-code --heads origin datos >/dev/null || status=$?
  case $status in
    0) echo true ;;
    2) echo false ;;
    *) return "$status" ;;
  esac
}

restore_archive() {
  local name names
  names=$(assets_of "archivo-$month")
  while IFS= read -r name; do
    [ -n "$name" ] || continue
    mkdir -p "$folder/compras.archive/${name:0:4}"
    gh release download "archivo-$month" --pattern "$name" --dir "$folder/compras.archive/${name:0:4}"
  done <<<"$names"
}

# Unpacks the latest state that is as it was saved: its name bears its SHA-256.
restore_latest() {
  local name sum
  while IFS= read -r name; do
    rm -f "$folder"/estado-*
    gh release download estado --pattern "$name" --dir "$folder"
    sum=$(sha256sum "$folder/$name")
    if [[ $name == *"-${sum%% *}.tar.gz" ]]; then
      tar -xzf "$folder/$name" -C "$folder"
      rm "$folder/$name"
      say "$name is restored"
      return 0
    fi
    say "$name is damaged and left out"
  done
  rm -f "$folder"/estado-*
  return 1
}

mkdir -p "$folder"
states=$(assets_of estado | sort -r)
published=$(was_published)

if [ -n "$states" ] && restore_latest <<<"$states"; then
  restore_archive
elif [ "$published" = false ] && [ -z "$states" ]; then
  say "there is neither a state nor a branch datos: this is the first run ever"
elif [ "${START_ANEW:-false}" = true ]; then
  say "the state is lost, and a new store is begun, as was asked for"
else
  say "there was a state, and none can be restored. See docs/programar/github-actions.md: put one back into the release" \
    "\"estado\", rebuild the store from the archive, or start the workflow by hand and tick \"empezar-de-nuevo\"."
  exit 1
fi

#!/usr/bin/env bash
# Saves what the next run needs: new files of the archive to the release of their month, then the store and the feed to "estado".
# Usage: save-state.sh FOLDER. Needs gh, signed in.
#
# Nothing is ever replaced: a state is added under a name of its own, and older ones go only once it is whole. So a job may die
# anywhere. The archive goes first, since the store points into it.
set -euo pipefail

folder=$1
keep=${KEEP_STATES:-8}

say() { echo "save-state: $*" >&2; }
tags=$(gh release list --limit 1000 --json tagName --jq '.[].tagName')

ensure_release() {
  grep -qxF "$1" <<<"$tags" && return 0
  gh release create "$1" --prerelease --latest=false --title "$1" --notes "$2"
  tags+=$'\n'$1
}

assets_of() {
  gh release view "$1" --json assets --jq '.assets[] | select(.state == "uploaded") | .name'
}

# What is left there of an upload that broke off is replaced: callers see to it that nothing whole bears the name.
upload() {
  local attempt
  for attempt in 1 2 3; do
    gh release upload "$1" "$2" --clobber && return 0
    say "attempt $attempt to upload ${2##*/} failed"
    sleep "${RETRY_SECONDS:-20}"
  done
  return 1
}

save_archive() {
  local file name tag known="" known_tag=""
  for file in "$folder"/compras.archive/*/*.warc.gz; do
    [ -e "$file" ] || continue
    name=${file##*/}
    tag="archivo-${name:0:4}-${name:4:2}"
    if [ "$tag" != "$known_tag" ]; then
      ensure_release "$tag" "Respuestas del portal, tal como llegaron (WARC), de ${tag#archivo-}."
      known=$(assets_of "$tag")
      known_tag=$tag
    fi
    grep -qxF "$name" <<<"$known" || upload "$tag" "$file"
  done
}

save_store() {
  local part parts=() pack sum name
  # A run that was killed leaves its journal beside the store, or the last feed beside its folder.
  for part in compras.sqlite compras.sqlite-wal feed feed.previous; do
    if [ -e "$folder/$part" ]; then parts+=("$part"); fi
  done
  pack=$(mktemp -d)
  tar -czf "$pack/estado" -C "$folder" "${parts[@]}"
  sum=$(sha256sum "$pack/estado")
  name="estado-$(date -u +%Y%m%dT%H%M%SZ)-${GITHUB_RUN_ID:-0}-${sum%% *}.tar.gz"
  mv "$pack/estado" "$pack/$name"
  ensure_release estado "La base y la publicación que necesita la próxima corrida. No borrar."
  upload estado "$pack/$name"
  rm -r "$pack"
  say "$name is saved"
}

remove_old_states() {
  local name
  assets_of estado | sort -r | tail -n "+$((keep + 1))" | while IFS= read -r name; do
    gh release delete-asset estado "$name" --yes || say "$name could not be removed"
  done
}

if [ ! -e "$folder/compras.sqlite" ]; then
  say "there is no store yet, so there is nothing to save"
  exit 0
fi
save_archive
save_store
remove_old_states

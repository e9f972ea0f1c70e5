#!/usr/bin/env bash
# Adds the readable part of the feed to the branch "datos", one commit a run, whose message says when and how many.
# Usage: commit-feed.sh FOLDER STATUS, in a checkout whose origin is the repository; STATUS is what `compras status --json` says.
#
# The branch has a history of its own, and the code's stays readable. Binary files, and what is only another arrangement of the
# same data, are left to the published site: git would keep each of their versions whole.
set -euo pipefail

folder=$1
status=$2
branch=datos
# GitHub takes no file above 100 MB.
max_bytes=${MAX_BYTES:-95000000}
readable=(
  index.json salud.json compat.json cobertura.json licitaciones.csv releases changes padron
  POLITICA.md diccionario.md LICENSE SHA256SUMS
)

say() { echo "commit-feed: $*" >&2; }

if [ ! -e "$folder/feed/index.json" ]; then
  say "nothing was published yet, so there is nothing to add"
  exit 0
fi

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/files"
for name in "${readable[@]}"; do
  if [ -e "$folder/feed/$name" ]; then cp -R "$folder/feed/$name" "$stage/files/"; fi
done
find "$stage/files" -name '*.gz' -delete
left_out=$(cd "$stage/files" && find . -type f -size "+${max_bytes}c" -printf '%P\n' -delete | sort)

# The message: the run's end and its counts, in Spanish as the data is.
jq -r '
  def many($count; $one; $more): "\($count) \(if $count == 1 then $one else $more end)";
  def codes: {"1": "la lectura falló", "2": "mal llamado", "3": "la compuerta no dejó publicar", "4": "el portal cambió"};
  (.runs[0] // {}) as $run
  | ($run.counts // {}) as $counts
  | "datos: \(($run.endedAt // $run.startedAt // .asOf)[0:16] | sub("T"; " ")) · " +
    if $run.exitCode == 0 then
      [ many($counts.added // 0; "nuevo"; "nuevos"), many($counts.changed // 0; "cambiado"; "cambiados"),
        many($counts.withdrawn // 0; "retirado"; "retirados") ] | join(", ")
    else
      "nada nuevo: \(if $run.outcome == "paused" then "la lectura sigue después"
        else codes["\($run.exitCode)"] // "la corrida se interrumpió" end)"
    end,
  "",
  (if $run.counts then "En la lectura: " + ([$counts | to_entries[] | "\(.key) \(.value)"] | join(", ")) + "." else empty end),
  (if $run.message then $run.message else empty end)
' "$status" >"$stage/message"
if [ -n "$left_out" ]; then
  printf 'Demasiado grandes para git, sólo en el sitio: %s.\n' "${left_out//$'\n'/, }" >>"$stage/message"
fi
if [ -n "${GITHUB_RUN_ID:-}" ]; then
  printf '\n%s/%s/actions/runs/%s\n' "$GITHUB_SERVER_URL" "$GITHUB_REPOSITORY" "$GITHUB_RUN_ID" >>"$stage/message"
fi

robot="github-actions[bot]"
export GIT_AUTHOR_NAME=$robot GIT_COMMITTER_NAME=$robot
export GIT_AUTHOR_EMAIL="41898282+$robot@users.noreply.github.com"
export GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
export GIT_INDEX_FILE=$stage/index
git --work-tree="$stage/files" add --all --force .
tree=$(git write-tree)

for attempt in 1 2 3; do
  parent=()
  heads=$(git ls-remote --heads origin "$branch")
  if [ -n "$heads" ]; then
    git fetch --quiet --depth 1 origin "$branch"
    if [ "$(git rev-parse "FETCH_HEAD^{tree}")" = "$tree" ]; then
      say "nothing has changed"
      exit 0
    fi
    parent=(-p FETCH_HEAD)
  fi
  commit=$(git commit-tree "$tree" "${parent[@]}" -F "$stage/message")
  if git push --quiet origin "$commit:refs/heads/$branch"; then
    say "$(head -n 1 "$stage/message")"
    exit 0
  fi
  say "attempt $attempt to push failed"
  sleep "${RETRY_SECONDS:-20}"
done
exit 1

#!/usr/bin/env bash
# Asks the npm package telegram-test-api once more for the answers that PeerTests compares ours with, and says whether they are still those of steps.json.
# Not a part of test.sh: the package has not changed since 2022, so only we can drift, and that is what PeerTests sees, without Node and without the network.
# usage: check.sh [--write]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$here/../../../../../artifacts/peer

for tool in node npm; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: nothing was checked" >&2; exit 3; }
done

mkdir -p "$work"
cp "$here/package.json" "$here/package-lock.json" "$work"
work=$(cd "$work" && pwd)
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent)
node "$here/record.mjs" "$here/steps.json" "$work" > "$work/steps.json"

if [[ ${1:-} == --write ]]; then
  cp "$work/steps.json" "$here/steps.json"
elif diff "$here/steps.json" "$work/steps.json"; then
  echo "telegram-test-api answers as recorded"
else
  echo "telegram-test-api answers otherwise; look, and record anew with --write" >&2
  exit 1
fi

#!/usr/bin/env bash
# Builds everything with warnings as errors and runs every test; those of the store on SQLite and again on PostgreSQL.
# Installs Chromium, strace, libfaketime and PostgreSQL (Debian) when they are missing.
# usage: ./test.sh [Pure|Stored|Whole ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./.ci/sdk

all=(Pure Stored Whole)
suites=("$@")
[[ ${#suites[@]} -gt 0 ]] || suites=("${all[@]}")
for suite in "${suites[@]}"; do
  [[ " ${all[*]} " == *" $suite "* ]] || { echo "There is no suite $suite; there are: ${all[*]}" >&2; exit 2; }
done

has() { [[ " ${suites[*]} " == *" $1 "* ]]; }

# need <program or package> <what for>
need() {
  { command -v "$1" || dpkg -s "$1"; } >/dev/null 2>&1 && return
  echo "Installing $1 for $2..."
  local sudo
  sudo=$([[ $EUID -eq 0 ]] || echo sudo)
  $sudo apt-get update -qq && $sudo apt-get install -y -qq "$1" >/dev/null
}
if has Whole; then need chromium "the browser tests"; need strace "the tests of a disk that fails"; need libfaketime "the tests of a clock that is set"; fi
if has Stored || has Whole; then . ./.ci/postgres; fi

echo "Building..."
if [[ $# -eq 0 ]]; then projects=(Lavka.slnx); else projects=("${suites[@]}"); fi
for project in "${projects[@]}"; do
  [[ $project == *.slnx ]] || project=tests/$project/$project.csproj
  # One compiler for all projects, whatever the machine says: a new one for each takes twice the time.
  dotnet build "$project" -c Release -v quiet -nologo -clp:NoSummary -p:UseSharedCompilation=true
done
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true

passed=0 failed=0 broken=0
# execute <name> <suite> <engine> [what of it]
execute() {
  local name=$1 suite=$2 code=0
  LAVKA_TEST_ENGINE=$3 "artifacts/bin/$suite/release/Lavka.$suite" -noColor "${@:4}" > "artifacts/$name.log" 2>&1 || code=$?
  echo "$code" > "artifacts/$name.code"
}
tell() {
  local name=$1 log=artifacts/$1.log code total bad
  code=$(cat "artifacts/$name.code")
  echo "== $name"
  grep -E '\[FAIL\]|Total:' "$log" | cut -c1-300 || true
  read -r total bad < <(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$log" | tail -1 | awk '{ print $1 - $2 - $3 - $4, $2 + $3 }') || { total=0 bad=0; }
  [[ $code -eq 0 || $bad -gt 0 ]] || { broken=1; echo "$name ended with $code:"; tail -40 "$log"; }
  [[ $code -eq 0 ]] || grep -A 25 '\[FAIL\]' "$log" | head -200 || true
  passed=$((passed + total)) failed=$((failed + bad))
}
# Two that mostly wait, for the server and for time to pass: others run beside them, though those of the whole program not beside the store's.
stored=
if has Stored; then execute "Stored on PostgreSQL" Stored Postgres & stored=$!; fi
if has Whole; then execute Soak Whole Sqlite -class "*.SoakTests" & fi
if has Pure; then execute Pure Pure Sqlite; tell Pure; fi
if has Stored; then execute "Stored on SQLite" Stored Sqlite; tell "Stored on SQLite"; wait "$stored"; tell "Stored on PostgreSQL"; fi
# Tests of the whole program wait a third of their time for what they started, so three go side by side.
if has Whole; then execute Whole Whole Sqlite -maxThreads 3 -class- "*.SoakTests"; tell Whole; wait; tell Soak; fi

[[ $broken -eq 0 ]] || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[[ $failed -eq 0 && $passed -gt 0 ]]

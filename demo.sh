#!/usr/bin/env bash
# Starts a shop with everything it talks to on this machine, and prints where to look. Nothing to configure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./.ci/sdk

echo "Building (the first time takes a minute or two)..."
# Without the analyzers, which take most of the time: test.sh has them.
dotnet build src/Host/Host.csproj -c Release -v quiet -nologo -clp:NoSummary -p:RunAnalyzers=false
exec dotnet run --project src/Host -c Release --no-build -- demo

#!/usr/bin/env bash
# Checks resources/platform/openapi.yaml with tools from npm, installed by their lock file into a folder of the build.
#   tests/contract/run.sh BUILD
# Without node, npm or the network: says so and ends with 77, which CTest counts as skipped.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/contract/tools.sh
. "$here/tools.sh"
contract=$(cd "$here/../.." && pwd)/resources/platform/openapi.yaml
[ $# -eq 1 ] || { echo "run.sh BUILD" >&2; exit 2; }
mkdir -p "$1"
build=$(cd "$1" && pwd)
case "$build/" in
"$here"/*) echo "BUILD lies in the source tree." >&2; exit 2 ;;
esac
need_node "The contract" 18 17
cp "$here"/{package.json,package-lock.json,redocly.yaml,check.mjs,checks.mjs,vectors.mjs} "$build"
cd "$build"
install_tools
exec node check.mjs "$contract"

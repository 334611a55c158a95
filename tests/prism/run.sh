#!/usr/bin/env bash
# Runs the platform behind Prism's validating proxy, a station and its applicants through all it can do, and the counter's
# client against Prism's mock. Prism knows the contract and nothing else.
#   tests/prism/run.sh BUILD PLATFORM CLIENT     PLATFORM: idcounter-platform; CLIENT: prismclient
# Without node, npm or the network: says so and ends with 77, which CTest counts as skipped.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
contract=$here/../contract
# shellcheck source=tests/contract/tools.sh
. "$contract/tools.sh"
[ $# -eq 3 ] || { echo "run.sh BUILD PLATFORM CLIENT" >&2; exit 2; }
mkdir -p "$1"
build=$(cd "$1" && pwd)
platform=$(realpath "$2")
client=$(realpath "$3")
case "$build/" in
"$here"/*) echo "BUILD lies in the source tree." >&2; exit 2 ;;
esac
need_node "The platform behind Prism" 18 20
cp "$here"/{package.json,package-lock.json,run.mjs,applicant.mjs,between.mjs,life.mjs,station.mjs} "$contract/vectors.mjs" "$build"
cd "$build"
install_tools
exec node run.mjs "$here/../../resources/platform/openapi.yaml" "$platform" "$client"

#!/usr/bin/env bash
# Runs the end-to-end test with its browser: Debian's Chromium, driven by tools from npm.
#   tests/e2e/browser/run.sh BUILD TEST [ARGUMENTS]     TEST: tst_endtoend
# Without node, npm, the network or Chromium: says so and ends with 77, which CTest counts as skipped.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/contract/tools.sh
. "$here/../../contract/tools.sh"
[ $# -ge 2 ] || { echo "run.sh BUILD TEST [ARGUMENTS]" >&2; exit 2; }
mkdir -p "$1"
build=$(cd "$1" && pwd)
test=$(realpath "$2")
shift 2
case "$build/" in
"$here"/*) echo "BUILD lies in the source tree." >&2; exit 2 ;;
esac
need_node "The way from the web page to the card" 18 20
[ -x /usr/bin/chromium ] || skip "there is no Chromium (Debian package chromium)"
cp "$here"/{package.json,package-lock.json,applicant.mjs} "$build"
cd "$build"
install_tools
IDCOUNTER_BROWSER=$build/applicant.mjs exec "$test" "$@"

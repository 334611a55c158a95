#!/usr/bin/env bash
# Checks resources/platform/openapi.yaml with tools from npm, installed by their lock file into a folder of the build.
#   tests/contract/run.sh BUILD
# Without node, npm or the network: says so and ends with 77, which CTest counts as skipped.
set -euo pipefail

skip() {
    printf '\n*** SKIPPED: %s. The contract was NOT checked. ***\n\n' "$1"
    exit 77
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
contract=$(cd "$here/../.." && pwd)/resources/platform/openapi.yaml
[ $# -eq 1 ] || { echo "run.sh BUILD" >&2; exit 2; }
mkdir -p "$1"
build=$(cd "$1" && pwd)
case "$build/" in
"$here"/*) echo "BUILD lies in the source tree." >&2; exit 2 ;;
esac

command -v node >/dev/null || skip "there is no node (Debian package nodejs)"
command -v npm >/dev/null || skip "there is no npm (Debian package npm)"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 18 || (a === 18 && b >= 17) ? 0 : 1)' \
    || skip "node is $(node --version), 18.17 is needed"

cp "$here"/{package.json,package-lock.json,redocly.yaml,check.mjs,checks.mjs,vectors.mjs} "$build"
cd "$build"
if ! cmp -s package-lock.json installed-lock.json; then
    rm -f installed-lock.json
    if ! npm ci --ignore-scripts --no-audit --no-fund --fetch-retries 1 --fetch-timeout 20000 >npm.log 2>&1; then
        # Only the network excuses; a lock file that does not fit is a fault.
        if grep -Eq 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network' npm.log; then
            skip "npm cannot reach its registry ($build/npm.log)"
        fi
        cat npm.log
        exit 1
    fi
    cp package-lock.json installed-lock.json
fi
exec node check.mjs "$contract"

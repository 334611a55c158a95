# shellcheck shell=bash
# Sourced by run.sh of this folder and of tests/prism: tools from npm, installed by their lock file into a folder of the build.

# Ends with 77, which CTest counts as skipped.
skip() {
    printf '\n*** SKIPPED: %s. %s was NOT checked. ***\n\n' "$1" "$what"
    exit 77
}

# What is checked; major and minor number of the node that it needs.
need_node() {
    what=$1
    command -v node >/dev/null || skip "there is no node (Debian package nodejs)"
    command -v npm >/dev/null || skip "there is no npm (Debian package npm)"
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); const [c, d] = process.argv.slice(1).map(Number);
             process.exit(a > c || (a === c && b >= d) ? 0 : 1)' "$2" "$3" || skip "node is $(node --version), $2.$3 is needed"
}

# In the folder of the build, which has package.json and package-lock.json.
install_tools() {
    cmp -s package-lock.json installed-lock.json && return
    rm -f installed-lock.json
    if ! npm ci --ignore-scripts --no-audit --no-fund --fetch-retries 1 --fetch-timeout 20000 >npm.log 2>&1; then
        # Only the network excuses; a lock file that does not fit is a fault.
        if grep -Eq 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network' npm.log; then
            skip "npm cannot reach its registry ($PWD/npm.log)"
        fi
        cat npm.log
        exit 1
    fi
    cp package-lock.json installed-lock.json
}

#!/bin/sh
# private-postgres.sh start DIR - a PostgreSQL of one's own for a test, on a socket in DIR, user and database `postgres`.
# private-postgres.sh stop DIR  - ends it.
# Ends with 77 where PostgreSQL is not installed. Root works as the user postgres.
set -e
[ $# -eq 2 ] || { echo "private-postgres.sh start|stop DIR" >&2; exit 2; }
for bin in /usr/lib/postgresql/*/bin; do :; done # the newest
[ -x "$bin/initdb" ] || exit 77
as=
if [ "$(id -u)" -eq 0 ]; then
    id postgres >/dev/null 2>&1 || exit 77
    as="runuser -u postgres --"
    [ "$1" = stop ] || chown postgres "$2"
fi
cd "$2"
if [ "$1" = stop ]; then
    $as "$bin/pg_ctl" -D "$2/data" -m immediate -w stop >/dev/null
    exit
fi
{
    $as "$bin/initdb" -D "$2/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync
    $as "$bin/pg_ctl" -D "$2/data" -w -l "$2/log" -o "-c listen_addresses= -c unix_socket_directories=$2 -c fsync=off" start
} >"$2/start.log" 2>&1 || { cat "$2/start.log" >&2; exit 1; }

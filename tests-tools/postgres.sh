#!/usr/bin/env bash
# A PostgreSQL server for tests, in a folder of its own, on a free port of this machine, with a password. Root
# runs it as the user postgres, since the server refuses to run as root.
#
#   start FOLDER    makes and starts one; prints its address
#   again FOLDER    starts it again after it stopped, at the same address
#   crash FOLDER    stops it as a crash does: nothing is written down any more
#   stop FOLDER     stops it and removes the folder
set -euo pipefail

verb=${1-} folder=${2-}
[ -n "$folder" ] || { echo "usage: tests-tools/postgres.sh start|again|crash|stop FOLDER" >&2; exit 2; }

# Debian keeps the server's programs beside those in the path, the newest version last.
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -n "$programs" ]; then PATH="$programs:$PATH"; fi
command -v initdb >/dev/null || { echo "no PostgreSQL server on this machine" >&2; exit 3; }

as_server() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- env PATH="$PATH" "$@"; else "$@"; fi
}

begin() { as_server pg_ctl -D "$folder/data" -l "$folder/log" -w -t 60 start >/dev/null; }

case "$verb" in
    start)
        mkdir -p "$folder"
        password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
        printf '%s\n' "$password" >"$folder/password"
        if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; fi
        as_server initdb -D "$folder/data" -U comity --auth scram-sha-256 --pwfile "$folder/password" \
            --encoding UTF8 --locale C.UTF-8 --no-sync >/dev/null
        port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
        cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 300
CONF
        begin
        echo "postgres://comity:$password@127.0.0.1:$port/postgres"
        ;;
    again) begin ;;
    crash) as_server pg_ctl -D "$folder/data" -m immediate -w stop >/dev/null ;;
    stop)
        as_server pg_ctl -D "$folder/data" -m immediate -w stop >/dev/null || true
        rm -rf "$folder"
        ;;
    *) echo "unknown: $verb" >&2; exit 2 ;;
esac

#!/usr/bin/env bash
# A throw-away PostgreSQL on a free loopback port, for tests.
#
#   eng/postgresql.sh start DIR [PID]   make a server in DIR and print a connection string of Npgsql as the only line;
#                                       with PID, the server stops and DIR goes away by themselves once that process is gone
#   eng/postgresql.sh stop DIR          stop it and delete DIR
#
# Exit code 3: no PostgreSQL is installed. Nothing is durable here (fsync is off) and every local user is trusted: never for real data.
set -euo pipefail

usage() { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }

find_bin() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  if [[ -n $found && -x $found/initdb ]]; then echo "$found"; return; fi
  found=$(command -v initdb) || { echo "No PostgreSQL is installed: there is no initdb under /usr/lib/postgresql/*/bin or in PATH." >&2; exit 3; }
  dirname "$(readlink -f "$found")"
}

# PostgreSQL refuses to run as root.
as_server() { if [[ $(id -u) == 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

start() {
  local dir=$1 bin port log
  bin=$(find_bin)
  mkdir -p "$dir" && chmod 700 "$dir"
  if [[ $(id -u) == 0 ]]; then chown postgres "$dir"; fi
  log=$dir/server.log
  as_server "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }

  # A port may be taken between a look and the start, so the start itself is the look.
  for _ in $(seq 1 20); do
    port=$((20000 + RANDOM % 30000))
    if as_server "$bin/pg_ctl" -D "$dir/data" -l "$log" -w -t 30 -s \
      -o "-p $port -k $dir -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 -c shared_buffers=64MB" \
      start >/dev/null 2>&1 </dev/null; then
      if [[ -n ${2:-} ]]; then setsid -f "$0" watch "$dir" "$2" >/dev/null 2>&1 </dev/null; fi
      echo "Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      return
    fi
    grep -q "Address already in use" "$log" || break
  done
  cat "$log" >&2
  exit 1
}

stop() {
  local dir=$1 bin
  if [[ ! -d $dir ]]; then return; fi
  bin=$(find_bin)
  if [[ -f $dir/data/postmaster.pid ]]; then as_server "$bin/pg_ctl" -D "$dir/data" -m immediate -w -t 30 -s stop >/dev/null 2>&1 || true; fi
  if [[ -f $dir/data/postmaster.pid ]]; then echo "The server in $dir did not stop." >&2; exit 1; fi
  rm -rf -- "$dir"
}

# Ends with the directory too: then somebody stopped the server properly.
watch() {
  while [[ -d $1 ]] && kill -0 "$2" 2>/dev/null; do sleep 1; done
  stop "$1"
}

[[ $# -ge 2 && -n $2 ]] || usage
case $1 in
  start) start "$2" "${3:-}" ;;
  stop) stop "$2" ;;
  watch) watch "$2" "$3" ;;
  *) usage ;;
esac

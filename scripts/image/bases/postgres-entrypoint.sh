#!/bin/sh
# What the official image does at its start, as far as docker-compose.yml needs it.
set -eu
as_postgres() {
  setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"
}

mkdir -p "$PGDATA" /run/postgresql
chown -R postgres:postgres /var/lib/postgresql /run/postgresql
chmod 700 "$PGDATA"
if [ ! -e "$PGDATA/PG_VERSION" ]; then
  as_postgres initdb --username=postgres --pwfile="$POSTGRES_PASSWORD_FILE" --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  as_postgres pg_ctl start --wait --options="-c listen_addresses='' -c unix_socket_directories=/run/postgresql"
  for file in /docker-entrypoint-initdb.d/*.sh; do PGHOST=/run/postgresql as_postgres bash "$file"; done
  as_postgres pg_ctl stop --wait --mode=fast
fi
exec setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@" -c listen_addresses='*' -c unix_socket_directories=/run/postgresql

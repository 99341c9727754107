#!/bin/sh
# Dumps databases into a folder of this moment in /backups, which appears under its name when it is whole, and removes the
# oldest beyond BACKUPS_KEPT. DATABASES names them; where a secret BACKUP_<name> holds an address, that is where one is. Temporal's
# comes after the product's, so that the product's has no order that Temporal's does not know.
set -eu
umask 077
: "${DATABASES:=licensing temporal temporal_visibility}"
[ -z "${PASSWORD_FILE:-}" ] || { PGPASSWORD="$(cat "$PASSWORD_FILE")" && export PGPASSWORD; }

now="$(date -u +%Y-%m-%dT%H-%M-%SZ)"
rm -rf /backups/unfinished
mkdir /backups/unfinished
for database in $DATABASES; do
  address="$database"
  [ ! -e "/run/secrets/BACKUP_$database" ] || address="$(cat "/run/secrets/BACKUP_$database")"
  pg_dump --format=custom --file="/backups/unfinished/$database.dump" --dbname="$address"
  pg_restore --list "/backups/unfinished/$database.dump" >/dev/null
done
mv /backups/unfinished "/backups/$now"
echo "backed up: $now"
ls -1d /backups/20* | sort -r | tail -n "+$((BACKUPS_KEPT + 1))" | xargs -r rm -r --

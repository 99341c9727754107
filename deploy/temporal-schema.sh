#!/bin/sh
# Brings Temporal's two databases to the version of this image. Repeating it changes nothing.
set -eu
SQL_PASSWORD="$(cat /run/secrets/TEMPORAL_DB_PASSWORD)"
export SQL_PASSWORD

migrate() {
  temporal-sql-tool --database "$1" setup-schema --version 0.0
  temporal-sql-tool --database "$1" update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$2/versioned"
}

migrate temporal temporal
migrate temporal_visibility visibility

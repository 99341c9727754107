#!/bin/bash
# Runs once, on an empty volume: a role and databases for the service, and others for Temporal.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username postgres \
  --set licensing="$LICENSING_DB_PASSWORD" --set temporal="$TEMPORAL_DB_PASSWORD" <<'SQL'
CREATE ROLE licensing LOGIN PASSWORD :'licensing';
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE DATABASE licensing OWNER licensing;
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
SQL

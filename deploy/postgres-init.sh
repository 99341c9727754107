#!/bin/bash
# Runs on an empty volume: roles and databases for the service, and others for Temporal. `licensing` owns the service's
# tables, `licensing_service` gets its rights there by the migrations. Repeating it makes what is missing, and changes nothing.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --quiet --tuples-only --username postgres \
  --set licensing="$(cat /run/secrets/LICENSING_DB_PASSWORD)" --set service="$(cat /run/secrets/SERVICE_DB_PASSWORD)" \
  --set temporal="$(cat /run/secrets/TEMPORAL_DB_PASSWORD)" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', name, password)
  FROM (VALUES ('licensing', :'licensing'), ('licensing_service', :'service'), ('temporal', :'temporal')) role (name, password)
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
SELECT format('CREATE DATABASE %I OWNER %I', name, owner)
  FROM (VALUES ('licensing', 'licensing'), ('temporal', 'temporal'), ('temporal_visibility', 'temporal')) wanted (name, owner)
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name) \gexec
SQL

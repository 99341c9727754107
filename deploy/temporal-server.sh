#!/bin/sh
# Starts Temporal's server as its image does, with the password from its file, which the server takes from its environment
# alone, and with the first of its addresses: it is on two networks, and members of its cluster find it by one.
set -eu
POSTGRES_PWD="$(cat /run/secrets/TEMPORAL_DB_PASSWORD)"
TEMPORAL_BROADCAST_ADDRESS="$(getent hosts "$(hostname)" | awk 'NR == 1 { print $1 }')"
export POSTGRES_PWD TEMPORAL_BROADCAST_ADDRESS
exec /etc/temporal/entrypoint.sh

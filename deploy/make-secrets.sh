#!/bin/sh
# Makes what is secret, a file each in deploy/secrets: passwords of the databases, and addresses with them; keys; the vendor's
# API key. What is there stays. Empty ones are for you to fill in: SIGNING_CERTIFICATES, which `npm run keys:certify` prints,
# and what Resend gives, RESEND_API_KEY and RESEND_WEBHOOK_SECRET. Back the folder up: tokens and links derive from SECRET_KEYS.
set -eu
umask 022
folder="$(dirname "$0")/secrets"
mkdir -p "$folder"
# Nobody else comes in; the containers' users, which are others, are handed single files.
chmod 700 "$folder"
cd "$folder"

keep() {
  [ -e "$1" ] || printf '%s' "$2" >"$1"
}
password() {
  head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n'
}
# A key of 32 bytes in base64url, under a name.
key() {
  printf '%s:%s' "$1" "$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n')"
}

for name in POSTGRES_PASSWORD LICENSING_DB_PASSWORD SERVICE_DB_PASSWORD TEMPORAL_DB_PASSWORD BOOTSTRAP_API_KEY; do
  keep "$name" "$(password)"
done
keep DATABASE_URL "postgres://licensing_service:$(cat SERVICE_DB_PASSWORD)@postgres:5432/licensing"
keep MIGRATION_DATABASE_URL "postgres://licensing:$(cat LICENSING_DB_PASSWORD)@postgres:5432/licensing"
keep SECRET_KEYS "$(key k1)"
keep SIGNING_KEYS "$(key s1)"
keep SERVICE_KEYS "$(key t1)"
for name in SIGNING_CERTIFICATES RESEND_API_KEY RESEND_WEBHOOK_SECRET; do
  keep "$name" ''
done

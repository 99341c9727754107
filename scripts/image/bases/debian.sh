#!/bin/sh
# Writes Debian, as small as the official images have it, to the archive $1.
set -eu
mmdebstrap --quiet --variant=minbase --include=ca-certificates \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
  --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/info/*' \
  --dpkgopt='path-exclude=/usr/share/lintian/*' --aptopt='Acquire::Languages "none"' \
  bookworm "$1"

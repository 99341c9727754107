#!/bin/sh
# Makes the namespace with its retention and the search attributes of the orders. Repeating it changes nothing.
set -eu

# Closed workflows can be read this long: support asks about an order that ended weeks ago, never years.
retention=30d

if temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" > /dev/null 2>&1; then
  temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "$retention"
else
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$retention"
fi

# Frontends learn of a new namespace within seconds; until then they do not know it.
until temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" \
  --name OrderStage --type Keyword \
  --name CustomerId --type Keyword \
  --name ResellerId --type Keyword \
  --name Applications --type KeywordList \
  --name NextDeadline --type Datetime; do
  sleep 2
done

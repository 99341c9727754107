/**
 * How long an api that is asked to stop takes after it has said so for `DRAIN_SECONDS`: what was begun is answered, once nobody
 * comes any more. Then it ends, whatever is left. Whoever kills it (docker-compose.yml, the chart) waits longer than both.
 */
export const ENDED_WITHIN_MS = 20_000;

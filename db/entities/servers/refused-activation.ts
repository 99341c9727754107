import { defineEntity, p } from '@mikro-orm/core';

/**
 * How often an activation was refused for one cause on one day (UTC), and of which machine. The journal has the first, and
 * is never changed; what comes after it is counted here. Written by the API, when somebody tries; swept after its period.
 */
export const RefusedActivationEntity = defineEntity({
  name: 'RefusedActivation',
  tableName: 'refused_activations',
  indexes: [{ name: 'refused_activations_newest_index', properties: ['server', 'lastAt'] }],
  properties: {
    server: p.text().primary(),
    day: p.date().primary(),
    code: p.text().primary(),
    /** `online`, or `offline` where a request string was handed in. */
    mode: p.text().primary(),
    times: p.integer(),
    firstAt: p.datetime(),
    lastAt: p.datetime(),
    /** What the last one said of itself. */
    fingerprint: p.text(),
    version: p.text(),
  },
});

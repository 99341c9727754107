import { defineEntity, p } from '@mikro-orm/core';

/**
 * Which server stands by for which, claimed before its workflow is told: of two that are told so at once one has the claim,
 * and the other stands by for nobody. Written by the API.
 */
export const StandbyEntity = defineEntity({
  name: 'Standby',
  tableName: 'standbys',
  properties: {
    served: p.text().primary(),
    standby: p.text().index(),
    claimedAt: p.datetime(),
  },
});

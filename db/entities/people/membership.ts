import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { ROLES } from '../../../domain/people/permissions.ts';

/** A person's place in an account. Written by the API alone. */
export const MembershipEntity = defineEntity({
  name: 'Membership',
  tableName: 'memberships',
  properties: {
    personId: p.uuid().primary(),
    accountId: p.text().primary().index(),
    role: p.enum(ROLES),
    /** Who brought it about: `order/<number>`, `person/<id>` or `operator`. */
    source: p.text(),
    createdAt: p.datetime(),
    /** Null while it is an invitation that an administrator has to confirm: it lets nobody in. */
    confirmedAt: p.datetime().nullable(),
  },
});
export type Membership = InferEntity<typeof MembershipEntity>;

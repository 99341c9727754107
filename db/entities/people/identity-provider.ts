import { defineEntity, p } from '@mikro-orm/core';

/** The OpenID Connect provider by which people of an account sign in; one at most. Written by the API and by `npm run identity:reset`. */
export const IdentityProviderEntity = defineEntity({
  name: 'IdentityProvider',
  tableName: 'identity_providers',
  properties: {
    accountId: p.text().primary(),
    /** As the provider's own document names it. */
    issuer: p.text(),
    clientId: p.text(),
    /** The client's secret, sealed. */
    secret: p.text(),
    /** Whether it is the only way into the account. */
    required: p.boolean(),
    /** When somebody first signed in by this issuer and client; null until then. */
    provedAt: p.datetime().nullable(),
    setAt: p.datetime(),
  },
});

import Type from 'typebox';
import { MOST_DOMAINS, PROVIDER_TROUBLES } from '../../../domain/people/identity-provider.ts';
import { Closed, Instant, Nullable, OneOf, Text } from '../common.ts';

const issuer = Type.String({ ...Text, description: 'As the provider calls itself, without `/.well-known/…`' });
const required = Type.Boolean({ description: 'Whether it is the only way into the account for people' });

export const SignInDomains = Closed({
  domains: Type.Array(Text, {
    ...{ maxItems: MOST_DOMAINS, examples: [['example.com']] },
    description: 'Of e-mail addresses that the account’s provider answers for',
  }),
});

export const IdentityProviderChange = Closed({
  issuer,
  clientId: Text,
  clientSecret: Type.Optional(
    Type.String({ ...Text, description: 'Absent: the one that is kept, which another issuer or client does not get' }),
  ),
  required,
});

export const IdentityProvider = Type.Object({
  issuer,
  clientId: Text,
  required,
  domains: Type.Array(Type.String(), { description: 'Of e-mail addresses that it answers for, as the vendor says' }),
  provedAt: Nullable(Type.String({ format: 'date-time', description: 'When somebody first signed in by it' })),
  setAt: Instant,
});

export const IdentityProviderCheck = Type.Object({
  trouble: Nullable(
    Type.Unsafe<(typeof PROVIDER_TROUBLES)[number]>({
      ...OneOf(PROVIDER_TROUBLES),
      description: 'What is wrong; null where nothing is, as far as that can be told without signing in',
    }),
  ),
});

import Type from 'typebox';
import { SEVERITIES } from '../../../domain/advisories/advisory.ts';
import { SERVER_MODES } from '../../../domain/server/server.ts';
import { Closed, Id, Instant, Nullable, OneOf, Paging, Text } from '../common.ts';

const FixedIn = Nullable(
  Type.String({ ...{ minLength: 1, maxLength: 80 }, description: 'The first version without it; null: none yet' }),
);

const Fields = {
  id: Type.Unsafe<string>({ ...Id, description: 'The vendor’s own, such as that of a CVE' }),
  title: Text,
  severity: OneOf(SEVERITIES),
  affects: Type.String({
    ...{ minLength: 1, maxLength: 400, examples: ['>=2025.Winter.1 <2026.Winter.3'] },
    description: 'Comparisons of versions (`<`, `<=`, `=`, `>=`, `>`), joined by spaces: all of them hold',
  }),
  url: Type.String({
    ...{ minLength: 1, maxLength: 1_000, format: 'text' },
    description: 'Where it is described: HTTPS',
  }),
};

export const NewAdvisory = Closed({ ...Fields, fixedIn: Type.Optional(FixedIn) });

export const AdvisoryView = Type.Object({
  ...Fields,
  fixedIn: FixedIn,
  publishedAt: Instant,
  withdrawnAt: Nullable(Instant),
});

export const AdvisoryQuery = Closed({
  open: Type.Optional(
    Type.Unsafe<'true'>({ type: 'string', enum: ['true'], description: 'Those alone that are not withdrawn' }),
  ),
  ...Paging,
});

export const AffectedServerView = Type.Object({
  id: Id,
  name: Text,
  customer: Id,
  mode: Nullable(OneOf(SERVER_MODES)),
  version: Type.String({ description: 'As it said last' }),
  toldAt: Type.Unsafe<string | null>({
    ...Nullable(Instant),
    description: 'When it first showed by a call that it has a document that names the advisory; null: not yet',
  }),
});

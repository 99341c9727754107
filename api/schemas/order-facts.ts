import Type from 'typebox';
import { Closed, Day, Id, Metadata, Text } from './common.ts';
import { PostedLine } from './orders.ts';

const Reference = Type.String({ ...Text, description: 'Repeated with the same content it changes nothing' });

export const Renewal = Closed({
  reference: Reference,
  endsOn: Type.String({ ...Day, description: 'The new last day, later than the present one' }),
  lines: Type.Optional(
    Type.Array(
      Closed({
        line: Id,
        capacity: Type.Optional(
          Type.Integer({
            minimum: 0,
            maximum: 1_000_000,
            description: 'What a subscription is reduced to, from 1 to its present capacity',
          }),
        ),
      }),
      { minItems: 1, maxItems: 200, description: 'All subscriptions and all care, unless lines are named' },
    ),
  ),
});

export const Expansion = Closed({
  reference: Reference,
  lines: Type.Array(PostedLine, {
    minItems: 1,
    maxItems: 200,
    description:
      'A subscription without a last day of its own ends with those of the order, which has at most 1,000 lines in its life',
  }),
  metadata: Type.Optional(Metadata),
});

export const Because = Closed({ reason: Text });

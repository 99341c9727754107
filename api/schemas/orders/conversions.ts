import Type from 'typebox';
import { CONVERTED_KINDS } from '../../../domain/order/facts.ts';
import { CARE_LEVELS } from '../../../domain/catalogue/terms.ts';
import { Closed, Day, Id, OneOf, Text } from '../common.ts';

export const Conversion = Closed({
  reference: Type.String({ ...Text, description: 'Repeated with the same content it changes nothing' }),
  line: Id,
  license: OneOf(CONVERTED_KINDS),
  endsOn: Type.Optional(
    Type.String({ ...Day, description: 'The last day of a subscription, which needs one; today or later' }),
  ),
  care: Type.Optional(
    Closed(
      { level: Type.Optional(OneOf(CARE_LEVELS)), endsOn: Type.Optional(Day) },
      { description: 'Of a subscription the level alone; a perpetual license has none where none is named' },
    ),
  ),
  confirmFar: Type.Optional(
    Type.Boolean({ description: 'Says that a last day more than ten years away is meant; no part of the content' }),
  ),
});

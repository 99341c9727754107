import Type from 'typebox';
import { CARE_CONDITIONS, LINE_CONDITIONS } from '../../domain/condition/line.ts';
import { SERVER_CONDITIONS } from '../../domain/condition/server.ts';
import { REMEDIES, SEVERITIES } from '../../domain/condition/severity.ts';
import { CARE_LEVELS } from '../../domain/catalogue/terms.ts';
import { Capacity, Day, Nullable, OneOf } from './common.ts';

const HowBad = {
  severity: OneOf(SEVERITIES),
  until: Type.Unsafe<string | null>({
    ...Nullable(Day),
    description: 'The last day, at the customer, on which it is so; null where time alone changes nothing',
  }),
  daysLeft: Type.Unsafe<number | null>({
    ...Nullable(Type.Integer()),
    description: 'Days from today at the customer to that day: 0 is today',
  }),
  remedy: Type.Unsafe<(typeof REMEDIES)[number] | null>({
    ...Nullable(OneOf(REMEDIES)),
    description: 'What to do about it, if anything',
  }),
};

/** What is true of a term, how much it matters, until when, and what to do: the words of portal, e-mails and CSV come from it. */
export const LineConditionView = Type.Object({ state: OneOf(LINE_CONDITIONS), ...HowBad });

/** The same of care; that of what is canceled, stopped or over is none. */
export const CareConditionView = Type.Object({ state: OneOf(CARE_CONDITIONS), ...HowBad });

const OfUnits = { capacity: Capacity };

/** The worst of several lines, with how many units that is. */
export const RowConditionView = Type.Object({ ...LineConditionView.properties, ...OfUnits });
export const RowCareView = Type.Object({
  ...CareConditionView.properties,
  ...OfUnits,
  level: OneOf(CARE_LEVELS),
  endsOn: Day,
});

export const ServerConditionView = Type.Object({ state: OneOf(SERVER_CONDITIONS), ...HowBad });

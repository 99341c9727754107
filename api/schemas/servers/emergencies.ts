import Type from 'typebox';
import { Capacity, Closed, Cursor, Day, Id, Instant, Nullable, Text } from '../common.ts';

export const NewEmergency = Closed({ application: Id, capacity: Capacity, reason: Text });

export const EmergencyView = Type.Object({
  order: Type.Unsafe<string>({ ...Id, description: 'The order that grants it, and ends with its last day' }),
  customer: Type.Object({ id: Id, name: Text }),
  application: Type.String(),
  capacity: Capacity,
  reason: Text,
  startsOn: Day,
  endsOn: Day,
  declaredAt: Instant,
  by: Nullable(Type.String({ description: 'Who declared it; null where that was another seller' })),
  seller: Nullable(Type.String({ description: 'The seller that declared it for its customer' })),
});

/** A page of a customer's emergencies. */
export const EmergenciesView = Type.Object({
  items: Type.Array(EmergencyView),
  nextCursor: Nullable(Cursor),
  left: Type.Integer({ minimum: 0, description: 'How many more may be declared now' }),
  nextAt: Nullable(
    Type.Unsafe<string>({ ...Instant, description: 'From when on another one may be; null where one may be now' }),
  ),
});

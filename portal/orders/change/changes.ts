import type { OrderChange } from '../../../domain/order/offers.ts';
import { amend } from './amend.tsx';
import { cancel } from './cancel.tsx';
import type { Change } from './change.ts';
import { convert } from './convert.tsx';
import { expand } from './expand.tsx';
import { lock } from './lock.tsx';
import { changeSeller, changeTimeZone, transfer } from './places.tsx';
import { renew } from './renew.tsx';
import { resume, suspend } from './suspension.tsx';
import { withdraw, withdrawPlan } from './withdrawals.tsx';

/** Every change that the API makes of an order, by form. */
export const CHANGES: Record<OrderChange, Change> = {
  amend,
  expand,
  renew,
  convert,
  cancel,
  suspend,
  resume,
  lock,
  transfer,
  withdraw,
  'change-seller': changeSeller,
  'change-time-zone': changeTimeZone,
  'withdraw-plan': withdrawPlan,
};

import type { Texts } from '../texts.ts';
import { account } from './account.ts';
import { addressCorrection } from './address-correction.ts';
import { advisories } from './advisories.ts';
import { assign, tokens } from './assign.ts';
import { batches } from './batches.ts';
import { brand } from './brand.ts';
import { customers, filter, pager } from './customers.ts';
import { emergencies } from './emergencies.ts';
import {
  orderEvents,
  takenBecause,
  advisoryEvents,
  accountEvents,
  accountFields,
  serverEvents,
  refusals,
} from './events.ts';
import { search, objects, estate, activity, history } from './finding.ts';
import { frame } from './frame.ts';
import { identity } from './identity.ts';
import { letters } from './letters.ts';
import { licenses } from './licenses.ts';
import { mails } from './mails.ts';
import { next } from './next.ts';
import { noticeMail } from './notice-mail.ts';
import { orderChanges } from './order-changes.ts';
import { orderMail } from './order-mail.ts';
import { home, unlock, orders } from './orders.ts';
import { pairing } from './pairing.ts';
import { people } from './people.ts';
import { peopleMail } from './people-mail.ts';
import { intents, renewals, calendar } from './renewals.ts';
import { sellers } from './sellers.ts';
import { servers, token, offline, troubles } from './servers.ts';
import { signingIn } from './signing-in.ts';
import { standby } from './standby.ts';
import { testUnits } from './test-units.ts';
import { conditions, todo } from './todo.ts';
import { words } from './words.ts';

/** Arabic. */
export const ar: Texts = {
  locale: 'ar',
  name: 'العربية',
  direction: 'rtl',
  words,
  frame,
  orderMail,
  noticeMail,
  peopleMail,
  letters,
  signingIn,
  people,
  home,
  unlock,
  conditions,
  todo,
  customers,
  filter,
  pager,
  licenses,
  assign,
  next,
  tokens,
  servers,
  token,
  pairing,
  offline,
  troubles,
  orders,
  orderChanges,
  addressCorrection,
  orderEvents,
  intents,
  takenBecause,
  renewals,
  calendar,
  advisories,
  advisoryEvents,
  sellers,
  emergencies,
  standby,
  search,
  objects,
  estate,
  activity,
  history,
  testUnits,
  accountEvents,
  account,
  identity,
  mails,
  batches,
  brand,
  accountFields,
  serverEvents,
  refusals,
};

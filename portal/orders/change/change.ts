import type { ReactNode } from 'react';
import type { OfferedFor } from '../../../domain/order/offers.ts';
import type { Stated, Stating } from '../../../services/orders/stating.ts';
import type { FormBody } from '../../form.ts';
import type { JournalEvent, PageServices } from '../../services.ts';
import type { PartyRole } from '../form/party-fields.tsx';
import type { Reading } from '../form/reading.ts';
import type { Order } from '../order.ts';

/** What a form is about: the order as its reader sees it, what of it the change can be asked for, and today at its customer. */
export type About = { order: Order; of: readonly OfferedFor[]; today: string };

/** One change of an order by form: its fields, and the call of the API that they make. */
export type Change = {
  parties?: readonly PartyRole[];
  sells?: boolean;
  begin: (about: About) => FormBody;
  Fields: (props: { about: About; rows: number }) => ReactNode;
  /** The body of the call, as the API takes it. */
  read: (typed: FormBody, about: About) => Reading;
  state: (services: PageServices, number: string, body: never, stating: Stating) => Promise<Stated>;
  /** Whether an event says that it was made, where it is refused once it was. */
  isSaidBy?: (event: JournalEvent, body: never) => boolean;
};

/** Keeps a change's body and its call of one type. */
export function asChange<Body>(
  change: Omit<Change, 'state' | 'isSaidBy'> & {
    state: (services: PageServices, number: string, body: Body, stating: Stating) => Promise<Stated>;
    isSaidBy?: (event: JournalEvent, body: Body) => boolean;
  },
): Change {
  return change;
}

/** The ids of what an offer can be asked for. */
export function possible({ of }: Pick<About, 'of'>): string[] {
  return of.flatMap(({ id, whyNot }) => (whyNot === null ? [id] : []));
}

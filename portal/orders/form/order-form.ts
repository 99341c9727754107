import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import type { Stated, Stating } from '../../../services/orders/stating.ts';
import type { FormBody } from '../../form.ts';
import type { JournalEvent } from '../../services.ts';
import type { PartyRole } from './party-fields.tsx';
import type { Wrongs } from './reading.ts';

/** What was typed as the API's body, what is wrong with it, and how it is stated, or asked what it would do. */
export type Prepared = {
  body: object;
  wrong: Wrongs;
  /** What to show instead where it would overwrite what somebody else has changed since. */
  overtaken?: FormBody | null;
  state: (stating: Stating) => Promise<Stated>;
  /** Whether an order's life says that it was done before, of what is refused when it is sent again. */
  isIn?: ((life: readonly JournalEvent[]) => boolean) | undefined;
};

/** A form that places or changes an order: filled in, looked at with all that follows, then confirmed. */
export type OrderForm = {
  title: string;
  explained: string;
  back: { href: string; text: string };
  /** What stands in its fields before anybody types. */
  begin: FormBody;
  /** The companies that it asks for. */
  parties: readonly PartyRole[];
  /** Whether lines that are sold are typed, which press for more rows. */
  sells: boolean;
  /** `rows` are those of lines that are sold. */
  Fields: (props: { rows: number }) => ReactNode;
  prepare: (typed: FormBody) => Prepared;
  /** Where its reader comes to once it is done; `applied` says whether it shows already. */
  doneAt: (typed: FormBody, applied: boolean) => string;
  /** The order that it changes; null where it makes one. */
  number: string | null;
};

/** A reference that nobody has used: what is sent twice under it is done once. */
export const newReference = (): string => `P-${randomUUID().slice(0, 13)}`;

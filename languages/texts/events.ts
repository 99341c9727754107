/** What an event says, in the words of a language; what it does not say is empty. */
export type EventFacts = Record<
  | 'application'
  | 'capacity'
  | 'total'
  | 'server'
  | 'reference'
  | 'reason'
  | 'day'
  | 'name'
  | 'machine'
  | 'version'
  | 'why',
  string
>;

/** A sentence for every event that a reader of an order's life can meet; `{server}` stands for what the event says of it. */
export type OrderEventTexts = Record<
  | 'delivered'
  | 'unlocked'
  | 'assigned'
  | 'released'
  | 'activated'
  | 'renewed'
  | 'expanded'
  | 'taken-back'
  | 'expiring'
  | 'expired'
  | 'care-expired'
  | 'deactivated'
  | 'suspended'
  | 'resumed'
  | 'canceled'
  | 'ended'
  | 'unlock-refused'
  | 'renew-refused'
  | 'expand-refused'
  | 'suspend-refused'
  | 'resume-refused'
  | 'cancel-refused',
  string
>;

/** The same for a server's. */
export type ServerEventTexts = Record<
  | 'registered'
  | 'capacity-changed'
  | 'activated'
  | 'reinstalled'
  | 'moved'
  | 'deactivated'
  | 'rotated'
  | 'activation-refused'
  | 'clone-suspected'
  | 'snapshot-suspected'
  | 'silent'
  | 'seen-again'
  | 'offline-activated'
  | 'offline-returned'
  | 'offline-overridden'
  | 'unrecoverable'
  | 'retired',
  string
>;

/** Why something was refused, by its code; `OTHER` where a code has no sentence of its own. */
export type RefusalTexts = Readonly<Record<string, string>> & { OTHER: string };

/** A sentence with what an event says in its places. */
export function fill(sentence: string, facts: EventFacts): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => facts[name as keyof EventFacts] ?? place);
}

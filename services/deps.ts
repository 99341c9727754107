import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { Log, SendMail } from '../mail/post.ts';
import type { NamedKey } from '../secrets/named-keys.ts';
import type { ServiceKey } from '../secrets/service-keys.ts';
import type { SigningKey } from '../secrets/signing-keys.ts';
import type { Ask } from '../webhooks/ask.ts';
import type { Send } from '../webhooks/send.ts';
import type { PrivateTargets } from '../webhooks/target.ts';

/** What services need of the process they run in. */
export type Deps = {
  orm: MikroORM;
  /** On a lazy connection: the API starts, and answers check-ins, while Temporal is down. */
  temporal: Client;
  /** Whether that is a worker's connection, too: the first task of what is started comes with the answer then. */
  startsEagerly?: boolean;
  /** The first is current, the others still verify. */
  secretKeys: readonly NamedKey[];
  signingKeys: readonly SigningKey[];
  /** The other cloud services that servers get tokens for, and the keys that sign those. */
  serviceTokens: { audiences: ReadonlySet<string>; keys: readonly ServiceKey[] };
  /** The address that people and servers use, without a slash at its end. */
  publicUrl: string;
  /** How e-mails to people who sign in or are invited leave, and in whose name. */
  mail: { send: SendMail; from: string };
  /** By which Resend signs its reports; null where none are taken. */
  resendWebhookSecret: string | null;
  /** How messages to webhooks leave, how what others named is asked, and which hosts of private networks both may go to. */
  webhooks: { send: Send; ask: Ask; privateTargets: PrivateTargets };
  catalogue: Catalogue;
  /** Now, in epoch milliseconds. */
  clock: () => number;
  logger: Log;
};

import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { BatchAsk, BatchCounts, BatchKind, BatchState } from '../domain/batches.ts';
import type { Day } from '../domain/days.ts';
import type { NoticePlace } from '../domain/notices.ts';
import type {
  Amendment,
  Cancellation,
  Conversion,
  IntentStatement,
  Locking,
  Relocation,
  SellerChange,
  Transfer,
  Withdrawal,
} from '../domain/order/facts.ts';
import type { NoticeTold } from '../domain/order/notices.ts';
import type { Order, OrderOpening } from '../domain/order/order.ts';
import type { NewLines, Renewal, ServerMessage } from '../domain/order/commands.ts';
import type { Attributed, RecordedOrderEvent } from '../domain/order/events.ts';
import type { By } from '../domain/people/permissions.ts';
import type { DisabledFor } from '../domain/webhook/judge.ts';
import type { Candidate } from '../domain/server/allocation.ts';
import type {
  ActivationRequest,
  OfflineExchange,
  RecordedServerEvent,
  Server,
  ServerOpening,
  ServerRole,
} from '../domain/server/server.ts';

export type { NoticeTold };

/** The one wire contract between the API, the worker and the workflows: names, ids, shapes. Histories live for years: add, never change. */
export const TASK_QUEUE = 'cloud-licensing';

export const orderWorkflowId = (number: string) => `order/${number}`;
export const serverWorkflowId = (server: string) => `server/${server}`;
/** The e-mail of an edition of a delivery is its copy 1; every later copy of a delivery was asked for by a person. */
export const mailWorkflowId = (order: string, delivery: string, copy = 1, edition = 1) => {
  const first = `mail/${order}/${delivery}`;
  if (copy > 1) return `${first}/${copy}`;
  return edition > 1 ? `${first}/e${edition}` : first;
};
/** The one workflow that deletes what has been kept for its period. */
export const SWEEPING_WORKFLOW_ID = 'sweeping';
export const noticesWorkflowId = (account: string) => `notices/${account}`;
export const webhookWorkflowId = (webhook: string) => `webhook/${webhook}`;

/** Where messages to endpoints leave, beside the queue of their workflows: what hangs there keeps no slot from anything else. */
export const deliveringQueue = (taskQueue: string) => `${taskQueue}-webhooks`;
export const batchWorkflowId = (batch: string) => `batch/${batch}`;

/** How memos and headers in Temporal call the id of a request. */
export const REQUEST_ID = 'requestId';

/** How the memo of an order's workflow calls the hash of what was posted: another order of its number is told by that. */
export const CONTENT_HASH = 'contentHash';

/** How headers call a trace, as Temporal's interceptors for OpenTelemetry do. */
const TRACE = '_tracer-data';

/** What a message brings along about whoever caused it, and its activities are done for. */
export const CAUSE_HEADERS = [REQUEST_ID, TRACE];

/** An instant in epoch milliseconds at which the API took a command; the workflow clamps it. */
export type Taken = { at: number };

/** Where a change stands in a stream: whoever waits for the projection waits for this. */
export type Place = { stream: string; seq: number };

/**
 * Changes nothing, and gives an order or a server a task: one that lives by old rules goes by the newest then. An operator sends
 * it. To a webhook it says that there may be something to deliver.
 */
export const wakeSignal = defineSignal('wake');

// Order

export type NewOrder = { opening: OrderOpening; by?: By } & NewLines;

/** A new order, or one that is carried over a roll-over. */
export type OrderStart =
  NewOrder | { order: Order; unpublished: RecordedOrderEvent[]; mailsDue: MailDue[]; noticesDue: NoticeTold[] };

/** A delivery that is to be told, or the edition of one that is to be told anew. */
export type MailDue = string | { delivery: string; edition: number };

export type OrderWorkflow = (start: OrderStart) => Promise<void>;

/** What an order answers to a server: what that server holds there now, in units a line. */
export type Holding = { shares: { line: string; capacity: number }[] };

export type Message = Taken & ServerMessage;

/** A fact, and who stated it, as far as that is known. */
type Stated<Content> = Taken & Attributed<Content>;

export const unlockSignal = defineSignal<[Stated<{ delivery?: string; edition?: number }>]>('unlock');
export const renewSignal = defineSignal<[Stated<Renewal>]>('renew');
export const expandSignal = defineSignal<[Stated<NewLines & { contentHash: string }>]>('expand');
export const suspendSignal = defineSignal<[Stated<{ reason: string }>]>('suspend');
export const resumeSignal = defineSignal<[Stated<unknown>]>('resume');
export const cancelSignal =
  defineSignal<[Stated<{ reason: string } & (Cancellation | { reference?: undefined })>]>('cancel');
export const amendSignal = defineSignal<[Stated<Amendment>]>('amend');
export const lockSignal = defineSignal<[Stated<Locking>]>('lock');
export const withdrawSignal = defineSignal<[Stated<Withdrawal>]>('withdraw');
export const withdrawPlanSignal = defineSignal<[Stated<{ id: string }>]>('withdraw-plan');
export const convertSignal = defineSignal<[Stated<Conversion>]>('convert');
export const changeTimeZoneSignal = defineSignal<[Stated<Relocation>]>('change-time-zone');
export const changeSellerSignal = defineSignal<[Stated<SellerChange>]>('change-seller');
export const transferSignal = defineSignal<[Stated<Transfer>]>('transfer');
export const stateIntentSignal = defineSignal<[Stated<IntentStatement>]>('state-intent');
export const tellSignal = defineSignal<[Message]>('tell');
export const takeUpdate = defineUpdate<Holding, [Message]>('take');
export const orderQuery = defineQuery<Order>('order');

/**
 * What a stream says of its journal: events that this run made or was handed, behind a place, the first so many; and the
 * place up to which its run knows that they were published.
 */
export type Told<Event> = { events: Event[]; publishedTo: number };

/** `begun` is how the order came in, where this run is its first; `mailsDue` are still to be sent or started. */
export type OrderTold = Told<RecordedOrderEvent> & { order: Order; begun: NewOrder | null; mailsDue: MailDue[] };

/** Asked behind a place in the order's stream, when something was restored from a backup. */
export const orderToldQuery = defineQuery<OrderTold, [number]>('order-told');

// Server

/** A message to an order that has its number and is still to be sent. */
export type Outgoing = { order: string; message: Message };

/** A request that was handled, kept for a day so that a repeat after a roll-over gets the same answer. */
export type HandledRequest = { id: string; at: number; answer: ServerAnswer };

/** A server that is registered as a standby names the other, and the key by which its token is made. */
export type NewServer = { opening: ServerOpening; by?: By; standby?: { standbyFor: string; tokenKey: string } };

/** A new server, or one that is carried over a roll-over. */
export type ServerStart =
  | NewServer
  | {
      server: Server;
      unpublished: RecordedServerEvent[];
      outbox: Outgoing[];
      lastNumber: number;
      handled: HandledRequest[];
    };

export type ServerWorkflow = (start: ServerStart) => Promise<void>;

/** Every request names itself, so that it can be repeated, and who makes it; an AppSuite's own names nobody. */
export type Request = Taken & { request: string; by?: By };
export type CapacityRequest = Request & {
  application: string;
  capacity: number;
  tokenKey: string;
  /** Whether the catalogue says of the application that it needs a connection. */
  onlineOnly: boolean;
  /** The places in the server's stream that the caller has seen; absent where any will do. */
  expected?: number[];
};
export type ChangeRequest = Request & {
  /** Absent where it stays as it is. */
  name?: string | undefined;
  role?: ServerRole | undefined;
  standbyFor?: string | null | undefined;
  testUnits?: string[] | undefined;
  tokenKey?: string | undefined;
  /** As a change of capacity has it. */
  expected?: number[] | undefined;
};
export type ActivateRequest = Request & ActivationRequest;
export type OfflineRequest = Request & OfflineExchange;
/** The document that a return string gives back. */
export type ReturnRequest = Request & { document: string };
export type OverrideRequest = Request & { reason: string };
export type RotateRequest = Request & { tokenKey: string; byVendor: boolean };

/** Where the change stands, and which message numbers the orders will have heard when they know of it. */
export type ServerAnswer = Place & { told: { order: string; number: number }[] };

export const setCapacityUpdate = defineUpdate<ServerAnswer, [CapacityRequest]>('setCapacity');
export const changeUpdate = defineUpdate<ServerAnswer, [ChangeRequest]>('change');
export const activateUpdate = defineUpdate<ServerAnswer, [ActivateRequest]>('activate');
export const goOfflineUpdate = defineUpdate<ServerAnswer, [OfflineRequest]>('goOffline');
export const returnUpdate = defineUpdate<ServerAnswer, [ReturnRequest]>('return');
export const overrideUpdate = defineUpdate<ServerAnswer, [OverrideRequest]>('override');
export const leaveUpdate = defineUpdate<ServerAnswer, [Request]>('leave');
export const rotateUpdate = defineUpdate<ServerAnswer, [RotateRequest]>('rotate');
export const retireUpdate = defineUpdate<ServerAnswer, [Request]>('retire');
export const serverQuery = defineQuery<Server>('server');

/** `lastNumber` is that of its last message to an order. */
export type ServerTold = Told<RecordedServerEvent> & { server: Server; lastNumber: number };

/** The same of a server as of an order. */
export const serverToldQuery = defineQuery<ServerTold, [number]>('server-told');

// Mail

export type MailStart = {
  order: string;
  delivery: string;
  copy?: number;
  /** Which edition of the delivery it tells; absent for the first. */
  edition?: number;
};
/** `superseded` where a newer edition of the delivery is told instead. */
export type MailOutcome = 'sent' | 'refused' | 'unknown' | 'superseded';
export type MailWorkflow = (start: MailStart) => Promise<MailOutcome>;

// Notices

/** A notice on its way to its digest, with the time zone that its account has now. */
export type WaitingNotice = NoticeTold & { timeZone: string };

/** What an account is to be told of; carried over a roll-over. Without notices it begins: the first one comes as a signal. */
export type NoticesStart = { account: string; waiting: WaitingNotice[] };
export type SweepingWorkflow = () => Promise<void>;
export type NoticesWorkflow = (start: NoticesStart) => Promise<void>;

export const noticeSignal = defineSignal<[WaitingNotice]>('notice');
export const noticesQuery = defineQuery<WaitingNotice[]>('notices');

/** Asks for the digest of a day at the account, `YYYY-MM-DD`. */
export type DigestRequest = { account: string; day: Day; notices: NoticeTold[] };

export const digestMailId = (account: string, day: Day) => `notices/${account}/${day}`;

/** What became of the e-mail, `nothing` when nothing was left to tell; `left` are for another day's digest, as this one was made before they came. */
export type DigestAnswer = { outcome: MailOutcome | 'nothing'; left: NoticePlace[] };

// Webhooks

/** All that a webhook is stands in its row. */
export type WebhookStart = { webhook: string };
export type WebhookWorkflow = (start: WebhookStart) => Promise<void>;

/**
 * What a turn at an endpoint came to: how many events were taken and how many attempts failed, and the places in the feed
 * between which it went. Then `more` at once, or at `nextAt` (epoch milliseconds; null when woken).
 */
export type DeliveryAnswer = { taken: number; failed: number; from: number; to: number } & (
  | { state: 'removed' }
  | { state: 'disabled'; because: DisabledFor }
  | { state: 'enabled'; more: boolean; nextAt: number | null; waitingStreams: number; isStopped: boolean }
);

/** The id of the e-mail that tells an administrator, counted from 1, that a webhook was disabled, for so many times. */
export const disabledMailId = (webhook: string, times: number, recipient: number) =>
  `webhook/${webhook}/${times}/${recipient}`;

// Batches

/** A batch by its id; carried over a roll-over with what was asked of it, and which state is shown. */
export type BatchStart = { id: string; kind: BatchKind; asked?: BatchAsk; shown?: BatchState | null };
export type BatchWorkflow = (start: BatchStart) => Promise<void>;

export const pauseBatchSignal = defineSignal<[Taken]>('pause');
export const resumeBatchSignal = defineSignal<[Taken]>('resume');
export const cancelBatchSignal = defineSignal<[Taken]>('cancel');

/**
 * How a batch stands after some of it was walked; `isMoving` unless everything that was tried has to wait, `goesOn` unless its row
 * said to begin nothing.
 */
export type BatchWalk = BatchCounts & { isMoving: boolean; goesOn?: boolean };

// Activities

export type OrderPublication = { order: Order; events: RecordedOrderEvent[] };
/** What was just delivered, with the e-mail that announces it. */
export type DeliveryPublication = OrderPublication & { mail: MailStart };
export type ServerPublication = { server: Server; events: RecordedServerEvent[] };

/**
 * The lines of a customer's orders that matter to one server: those with a line of the application, where one is named,
 * and those in which the server holds something; `orders` are those by its own word. `fresh` asks the orders instead of
 * the projection.
 */
export type CandidatesRequest = {
  customerId: string;
  server: string;
  application?: string;
  /** Absent in requests of a release that asked about all. */
  orders?: string[];
  fresh: boolean;
  at: number;
};

/** An order's answer to a take: an expected "no" is a value. */
export type TakeAnswer =
  { kind: 'holding'; shares: { line: string; capacity: number }[] } | { kind: 'refused'; code: string };

/** A look at whether anything was heard of a server since an instant; both in epoch milliseconds. */
export type SilenceLook = { server: string; heardOfSince: number; atMs: number };

export type Activities = {
  /** Brings an order's row, its children and its journal to the state given; a repeat changes nothing. */
  publishOrder(publication: OrderPublication): Promise<void>;
  /** The same for an order that was just delivered, which also sees to its e-mail as `startMail` does. */
  publishDelivery(publication: DeliveryPublication): Promise<void>;
  /** The same for a server. */
  publishServer(publication: ServerPublication): Promise<void>;
  /** Sends a delivery's e-mail at once, or starts the workflow that does; sent or started before counts as done. */
  startMail(mail: MailStart): Promise<void>;
  /** Renders the delivery's e-mail once, sends it once in effect, and says what became of it. Fails while it can still be tried again. */
  sendMail(mail: MailStart): Promise<MailOutcome>;
  /** Tells the notices of an account that something ends; what was told before changes nothing. */
  tellNotices(notice: NoticeTold): Promise<void>;
  /** Makes the digest of an account and a day once, from what is still true, and sends it as `sendMail` does. */
  sendDigest(request: DigestRequest): Promise<DigestAnswer>;
  /** Lines that own something and are unlocked. An order that does not answer gives nothing more, and fails nothing. */
  readCandidates(request: CandidatesRequest): Promise<Candidate[]>;
  /** Asks an order for capacity. Fails when the order does not answer. */
  askOrder(asked: Outgoing): Promise<TakeAnswer>;
  /** Journals that a server is silent, where it is, and answers when it last called; null when it never did. */
  noteSilence(looked: SilenceLook): Promise<number | null>;
  /** Deletes what is known of people and has been kept for its period; answers how many rows of each kind. */
  sweep(): Promise<{ kind: string; rows: number }[]>;
  /** Tells an order what is true; an order that has ended has heard it too. */
  tellOrder(told: Outgoing): Promise<void>;
  /** Tells the administrators of a webhook's account by e-mail, once for each time, that it was disabled by what its endpoint did. */
  tellDisabled(disabled: WebhookStart): Promise<void>;
  /** Carries out what fits in ten seconds of the items of a batch that wait; what was carried out before stays as it came out. */
  walkBatch(batch: string): Promise<BatchWalk>;
  /** Keeps a walk that goes on from beginning another item. */
  haltBatch(batch: string): Promise<void>;
  /** Writes how a batch stands; a final state stays. */
  showBatch(shown: { batch: string; state: BatchState; at: number }): Promise<boolean | void>;
};

/** What has a queue of its own. */
export type DeliveringActivities = {
  /** Delivers what is due at an endpoint until ten seconds are over or something fails. */
  deliverWebhook(due: WebhookStart): Promise<DeliveryAnswer>;
};

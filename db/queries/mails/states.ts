import { journaled } from '../publishing/journal.ts';

/** The streams of what became of the e-mails of a delivery, and of the digests of an account. */
export const mailStateStream = (order: string, delivery: string) => `mail-state/${order}/${delivery}`;
export const digestStream = (account: string) => `digest/${account}`;

/** A digest is called by its account and its day. What tells of a webhook is neither that nor of an order, and no event. */
const isDigest = `m.id like 'notices/%'`;
const stream = `case when ${isDigest} then 'digest/' || split_part(m.id, '/', 2)
  else 'mail-state/' || m.order_number || '/' || m.delivery end`;
const about = `case when ${isDigest} then jsonb_build_object('on', split_part(m.id, '/', 3))
  else jsonb_build_object('delivery', m.delivery, 'edition', m.edition, 'copy', m.copy) end`;

/**
 * In SQL, parts of a `with` that count what became of an e-mail into its stream, once for each state, however often it is
 * told: behind a part called `told` with its row's `id`, `state` and `at`, when that was, and `recorded_at`. `mails` has the
 * rows, where the same statement stores them.
 */
export const stateCounted = (mails = 'mails') => `
  news as (
    select ${stream} as stream, 'mail-' || told.state as type, told.at, told.recorded_at,
      ${about} || jsonb_build_object('cause', m.id || '/' || told.state) as data
    from told join ${mails} m on m.id = told.id where m.order_number is not null or ${isDigest}),
  counted as (
    insert into stream_counters (stream, seq) select stream, 1 from news
    where not exists (select from journal j where j.stream = news.stream and j.data->>'cause' = news.data->>'cause')
    on conflict (stream) do update set seq = stream_counters.seq + 1 returning stream, seq)`;

/** In SQL, what they counted, as rows for the journal. */
export const COUNTED_STATES = 'select stream, seq, type, at, recorded_at, data from counted join news using (stream)';

/** In SQL, the same parts with one that journals what they counted. */
export const STATE_JOURNALED = `${stateCounted()}, ${journaled(COUNTED_STATES, { repeats: 'left-out' })}`;

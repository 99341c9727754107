import type { Severity } from '../../../domain/advisories/advisory.ts';
import type { Sight } from '../../../domain/people/permissions.ts';
import { POLICY } from '../../../domain/policy.ts';
import { VERSION } from '../advisories/affected.ts';
import type { Condition } from '../conditions.ts';
import { inMs } from '../instants.ts';
import { SET_RIGHT_AT } from '../servers/alarms.ts';
import { NEARLY_USED } from '../servers/usage.ts';
import { managed } from './sight.ts';
import { row } from './row.ts';

const DAY_MS = 86_400_000;

const ofServer = { customer: 'v.customer_id', server: 'v.id' };

/** An advisory that is open, with a version that it concerns; `at` in epoch milliseconds. */
export type AdvisedVersion = { id: string; title: string; severity: Severity; at: number; version: string };

/** What a server waits again after: it left, or had nothing assigned any more and was given something. */
const WAITS_AGAIN = `left join lateral (select j.seq, j.at from journal j where j.stream = 'server/' || v.id
      and j.type in ('deactivated', 'offline-returned', 'offline-overridden') order by j.seq desc limit 1) gone on true
    left join lateral (select j.seq, j.at from journal j where j.stream = 'server/' || v.id and j.seq > (
        select max(e.seq) from journal e where e.stream = 'server/' || v.id and e.type = 'capacity-changed'
          and e.data->'shares' = '[]')
      order by j.seq limit 1) given on true`;

/** Servers that have something assigned and were never activated, or have left. */
const waitingToDo = (sight: Sight): Condition => ({
  sql: row({
    kind: 'to-activate',
    due: inMs('coalesce(greatest(t.issued_at, gone.at, given.at), v.registered_at)'),
    key: `concat_ws(':', v.id, v.token_version, greatest(gone.seq, given.seq))`,
    ...ofServer,
    from: `servers v left join activation_tokens t on t.server = v.id and t.version = v.token_version ${WAITS_AGAIN}
      where v.state = 'waiting' and ${managed(sight, 'v.customer_id')}`,
  }),
  values: [],
});

/**
 * Servers that have not called for the days that they were promised. They are found by the day of their last call, of which
 * an index is written once a day; a server that never called has a contact from its activation on.
 */
const silentToDo = (sight: Sight, nowMs: number): Condition => ({
  sql: row({
    kind: 'silent',
    due: inMs('greatest(v.activated_at, c.last_check_in_at)'),
    key: `concat_ws(':', v.id, ${inMs('greatest(v.activated_at, c.last_check_in_at)')})`,
    ...ofServer,
    // A server each, by its id: PostgreSQL would rather read all servers for a few of them.
    from: `contacts c, lateral (select * from servers where id = c.server limit 1) v
      where (c.called_on <= ?::date or c.called_on is null) and v.mode = 'online' and v.state <> 'retired'
        and greatest(v.activated_at, c.last_check_in_at) <= ?::timestamptz - coalesce(v.silent_days, ?) * interval '24 hours'
        and ${managed(sight, 'v.customer_id')}`,
  }),
  values: [new Date(nowMs - DAY_MS).toISOString().slice(0, 10), new Date(nowMs), POLICY.silentDays],
});

/** Servers whose calls gave a second machine or an older state away since they were set right: a copy is said alone. */
const copiesToDo = (sight: Sight): Condition => ({
  sql: row({
    kind: {
      among: ['cloned', 'restored'],
      is: `case when v.cloned_at > right_since.at then 'cloned' else 'restored' end`,
    },
    due: inMs('v.at'),
    key: `concat_ws(':', v.id, ${inMs('v.at')})`,
    ...ofServer,
    from: `(select v.id, v.customer_id, v.activated_at, max(j.at) as at,
          max(j.at) filter (where j.type = 'clone-suspected') as cloned_at
        from journal j join servers v on v.id = split_part(j.stream, '/', 2)
        where j.type in ('clone-suspected', 'snapshot-suspected')
          and v.state <> 'retired' and ${managed(sight, 'v.customer_id')}
        group by v.id) v, lateral (select coalesce(${SET_RIGHT_AT}, '-infinity') as at) right_since
      where v.at > right_since.at`,
  }),
  values: [],
});

/** Servers of which an activation was refused since they were set right; the newest cause counts, and each day anew. */
const refusalsToDo = (sight: Sight): Condition => ({
  sql: row({
    kind: 'refused',
    due: inMs('r.last_at'),
    key: `concat_ws(':', v.id, r.code, r.day)`,
    ...ofServer,
    detail: `jsonb_build_object('code', r.code)`,
    from: `refused_activations r join servers v on v.id = r.server
      where v.state <> 'retired' and ${managed(sight, 'v.customer_id')}
        and not exists (select from refused_activations newer where newer.server = r.server
          and (newer.last_at, newer.code, newer.mode) > (r.last_at, r.code, r.mode))
        and r.last_at > coalesce(${SET_RIGHT_AT}, '-infinity')`,
  }),
  values: [],
});

/** Servers that use nearly all of what they have of something, from the call that said so first on. */
const usageToDo = (sight: Sight, nowMs: number): Condition => ({
  sql: row({
    kind: 'nearly-used',
    due: 'null::float8',
    key: `concat_ws(':', near.server, said.applications, ${inMs('c.nearly_used_since')})`,
    ...{ customer: 'near.customer', server: 'near.server' },
    detail: `jsonb_build_object('applications', said.applications)`,
    from: `(${NEARLY_USED}) near join contacts c on c.server = near.server,
        lateral (select string_agg(key, ' ' order by key) as applications from jsonb_object_keys(c.nearly_used) key) said
      where ${managed(sight, 'near.customer')}`,
  }),
  values: [nowMs],
});

/** Advisories that concern servers of a customer; for the vendor each is a part of the advisory, which concerns everybody. */
const advisoriesToDo = (sight: Sight, versions: readonly AdvisedVersion[]): Condition => ({
  sql: row({
    kind: 'advisory',
    due: 'min(a.at)',
    key: `concat_ws(':', a.id, v.customer_id)`,
    ...('everything' in sight && { whole: 'a.id' }),
    customer: 'v.customer_id',
    detail: `jsonb_build_object('advisory', a.id, 'title', min(a.title), 'rated', min(a.severity), 'servers', count(*))`,
    from: `jsonb_to_recordset(?::jsonb) a(id text, title text, severity text, at float8, version text), lateral (
        select said.server as id from contacts said where said.said_version = a.version
        union select activated.id from servers activated where activated.version = a.version) has
        join servers v on v.id = has.id left join contacts c on c.server = v.id
      where v.state = 'activated' and ${VERSION} = a.version and ${managed(sight, 'v.customer_id')}
      group by a.id, v.customer_id`,
  }),
  values: [JSON.stringify(versions)],
});

/** What is to be done about servers. */
export function serversToDo(sight: Sight, nowMs: number, versions: readonly AdvisedVersion[]): Condition[] {
  return [
    waitingToDo(sight),
    silentToDo(sight, nowMs),
    copiesToDo(sight),
    refusalsToDo(sight),
    usageToDo(sight, nowMs),
    ...(versions.length > 0 ? [advisoriesToDo(sight, versions)] : []),
  ];
}

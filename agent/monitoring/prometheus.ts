import type { EntitlementStatus } from '../status/applications.ts';
import type { Status } from '../status/status.ts';
import { LEVELS } from './health.ts';

type Labels = Record<string, string>;
type Sample = { labels: Labels; value: number };

/** The status in Prometheus' text format; times are seconds since the epoch. What is not known has no sample. */
export function prometheusText(status: Status): string {
  const { at, server, customer, mode, health, refused, services, applications } = status;
  const own = server === null ? [] : [{ labels: { server, customer: customer!, mode: mode! }, value: 1 }];
  const known = (value: number) => (server === null ? [] : [one(value)]);
  return [
    gauge('health', 'How this server is: 0 ok, 1 warning, 2 critical, 3 not activated.', [
      one(LEVELS.indexOf(health.level)),
    ]),
    gauge('status_timestamp_seconds', 'When this was written, as the AppSuite counts time.', [one(seconds(at)!)]),
    gauge('info', 'Which server this is.', own),
    gauge('refused', 'Whether the last check-in was refused.', known(refused ? 1 : 0)),
    gauge('last_contact_timestamp_seconds', 'When the cloud was last reached.', online(status, status.lastContactAt)),
    gauge('next_contact_timestamp_seconds', 'When it asks next by itself.', online(status, status.nextContactAt)),
    gauge(
      'service',
      'Services that hold now.',
      services.map((service) => ({ labels: { service }, value: 1 })),
    ),
    gauge(
      'application_state',
      'Where an application is now.',
      applications.map(({ application, state }) => ({ labels: { application, state }, value: 1 })),
    ),
    gauge(
      'application_capacity',
      'Units that may be used now.',
      applications.map(({ application, unit, capacity }) => ({
        labels: { application, ...(unit !== null && { unit }) },
        value: capacity,
      })),
    ),
    gauge(
      'application_used',
      'Units in use, where the application says so.',
      applications.flatMap(({ application, used }) =>
        used === undefined ? [] : [{ labels: { application }, value: used }],
      ),
    ),
    gauge('term_end_timestamp_seconds', 'The end of the term: the instant after its last day.', ends(status, 'until')),
    gauge('grace_end_timestamp_seconds', 'When it stops after the term and its grace.', ends(status, 'graceUntil')),
    gauge('care_end_timestamp_seconds', 'The end of its care: the instant after its last day.', ends(status, 'care')),
    gauge(
      'lease_end_timestamp_seconds',
      'When a subscription stops, or anything else loses its services, if the cloud is not reached before. Each contact moves it: it is not the end of a term.',
      ends(status, 'leaseUntil'),
    ),
  ]
    .filter((text) => text !== '')
    .join('');
}

const one = (value: number): Sample => ({ labels: {}, value });

function online({ mode }: Status, instant: string | null): Sample[] {
  const value = mode === 'online' ? seconds(instant) : null;
  return value === null ? [] : [one(value)];
}

/** Of each application, order and kind of license the instant that comes first: a line of its own has no name here. */
function ends({ applications }: Status, what: 'until' | 'graceUntil' | 'care' | 'leaseUntil'): Sample[] {
  const first = new Map<string, Sample>();
  for (const { application, entitlements } of applications)
    for (const entitlement of entitlements) {
      const value = seconds(instantOf(entitlement, what));
      const { order, license } = entitlement;
      const key = JSON.stringify([application, order, license]);
      const before = first.get(key);
      if (value !== null && (!before || value < before.value))
        first.set(key, { labels: { application, order, license }, value });
    }
  return [...first.values()];
}

function instantOf(entitlement: EntitlementStatus, what: 'until' | 'graceUntil' | 'care' | 'leaseUntil') {
  return what === 'care' ? (entitlement.care?.until ?? null) : entitlement[what];
}

function seconds(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant) / 1000;
}

function gauge(name: string, help: string, samples: Sample[]): string {
  if (samples.length === 0) return '';
  const lines = samples.map(({ labels, value }) => `appsuite_${name}${written(labels)} ${value}`);
  return [`# HELP appsuite_${name} ${help}`, `# TYPE appsuite_${name} gauge`, ...lines, ''].join('\n');
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

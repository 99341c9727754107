import type { ApplicationStatus, EntitlementStatus } from './applications.ts';
import type { Status } from './status.ts';
import { runs } from '../enforcement/entitlement.ts';
import { COLUMNS, hanging, instant, pad, wrap } from './text.ts';

const GAP = '  ';

/** The table's columns and their widths; with the gaps they fill the line. */
const TABLE = [
  ['Application', 16],
  ['Type', 12],
  ['Capacity', 11],
  ['Until', 10],
  ['Care', 10],
  ['State', 11],
] as const;

type Row = [application: string, type: string, capacity: string, until: string, care: string, state: string];

const SERVICE_NAMES: Record<string, string> = {
  enhancedSupport: 'enhanced support',
  proactiveSupport: 'proactive support',
  cloudServices: 'cloud services',
};

const MACHINE_NAMES: Record<NonNullable<Status['machine']>, string> = {
  given: 'the fingerprint that was given',
  firmware: 'its firmware',
  'machine-id': 'its operating system',
  folder: 'this folder alone: a copy of it is the same, and without it this is another machine',
};

/** The status as text for a terminal of 80 columns, however wide the names are. */
export function renderStatus(status: Status): string {
  const parts = [
    status.server ? facts(status) : [],
    status.applications.length > 0 ? licenseTable(status.applications) : [],
    status.warnings.flatMap((warning) => hanging('! ', warning)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** What runs for how long if the cloud is not reached, a line or more for each application. */
export function renderWithoutCloud({ applications }: Status): string {
  return applications
    .flatMap(({ name, entitlements }) =>
      entitlements
        .filter(({ state }) => runs(state))
        .map(({ order, runsWithoutCloudUntil: end }) => {
          const until = end ? `runs until ${instant(end)}` : 'keeps running';
          return `${name} (order ${order}) ${until} without the cloud.`;
        }),
    )
    .flatMap((sentence) => wrap(sentence, COLUMNS))
    .join('\n');
}

function facts(status: Status): string[] {
  const services = status.services.map((service) => SERVICE_NAMES[service] ?? service);
  return [
    ['Server', `${status.server}`],
    ['Customer', `${status.customer}`],
    ['Cloud', `${status.url}`],
    ['Root', rootCell(status.root)],
    ['Mode', `${status.mode}`],
    ...standbyRows(status),
    ['Services', services.join(', ') || 'none'],
    status.mode === 'offline'
      ? ['Document', `of ${instant(status.lastContactAt)}; this server does not check in`]
      : ['Contact', `last ${instant(status.lastContactAt)}, next ${instant(status.nextContactAt)}`],
    ['Machine', `known by ${MACHINE_NAMES[status.machine ?? 'folder']}`],
  ].flatMap(([label, value]) => hanging(pad(`${label}`, 10), `${value}`));
}

/** Whether it stands by for another server, or another runs what it was to run. */
function standbyRows({ standby, takenOverBy }: Status): [string, string][] {
  if (takenOverBy) return [['Standby', `${takenOverBy} has taken over: nothing runs here until it has stopped`]];
  if (!standby) return [];
  const { takenOverSince, daysLeft, until } = standby;
  const what = takenOverSince
    ? `has taken over since ${instant(takenOverSince)}, until ${instant(until)} at most`
    : `runs nothing before a takeover; ${daysLeft} days of it are left`;
  return [['Standby', `for ${standby.for}; ${what}`]];
}

/** Who is behind the cloud. Whoever trusted the first root that was seen can still compare it with the vendor's. */
function rootCell(root: Status['root']): string {
  if (!root) return 'none';
  const because = {
    release: 'of this release',
    given: 'as given',
    'first-use': "trusted on first use, compare it with your vendor's",
  }[root.because];
  return `${root.thumbprint} (${because})`;
}

function licenseTable(applications: ApplicationStatus[]): string[] {
  const header = TABLE.map(([title]) => title);
  const rule = TABLE.map(([, width]) => '-'.repeat(width));
  return [header, rule, ...applications.flatMap(applicationRows)].flatMap(rowLines);
}

/** One row; with several entitlements the sum, and one row for each below it. */
function applicationRows({ name, unit, capacity, state, entitlements }: ApplicationStatus): Row[] {
  const held = entitlements.reduce((sum, entitlement) => sum + entitlement.capacity, 0);
  const units = [runs(state) ? `${capacity}` : `0 of ${held}`, unit ?? ''].join(' ').trim();
  const [first, ...others] = entitlements;
  if (first && others.length === 0)
    return [[name, typeCell(first), units, untilCell(first), careCell(first), words(state)]];
  const details = entitlements.map((entitlement): Row => [
    `- ${entitlement.order}`,
    typeCell(entitlement),
    `${entitlement.capacity}`,
    untilCell(entitlement),
    careCell(entitlement),
    words(entitlement.state),
  ]);
  return [[name, '', units, '', '', words(state)], ...details];
}

function typeCell({ license, evaluation, testUnits }: EntitlementStatus): string {
  if (testUnits) return 'for tests';
  return evaluation ? 'evaluation' : license;
}

function untilCell({ endsOn, daysLeft }: EntitlementStatus): string {
  if (endsOn === null) return 'no end';
  return daysLeft === null ? endsOn : `${endsOn} ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}`;
}

function careCell({ care }: EntitlementStatus): string {
  if (!care) return 'none';
  return [care.level, care.state === 'lapsed' ? 'ended' : '', care.endsOn ?? ''].filter((part) => part).join(' ');
}

function words(state: string): string {
  return state.replaceAll('-', ' ');
}

function rowLines(cells: readonly string[]): string[] {
  const columns = cells.map((cell, index) => wrap(cell, TABLE[index]![1]));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, index) => pad(lines[line] ?? '', TABLE[index]![1]))
      .join(GAP)
      .trimEnd(),
  );
}

import { Connection } from '@temporalio/client';
import { commandLine } from '../../admin/command-line.ts';
import { addDays, anniversary } from '../../domain/days.ts';
import { activateServer, assign, deliver, inDays, reached, register, unlock } from '../story/chapters.ts';
import { newNumber, runningProduct, tell } from '../story/product.ts';
import { createTime } from './skip-time.ts';
import { createTimeline } from './timeline.ts';

const CUSTOMER = {
  id: 'years-hotels',
  name: 'Years Hotels',
  email: 'it@years-hotels.example',
  timeZone: 'Europe/Rome',
};
const RESELLER = { id: 'years-voice', name: 'Years Voice', email: 'orders@years-voice.example' };

/** More than three years of one order, on the product that `npm start` runs: its workflow's time is skipped, all else is real. */
async function years(): Promise<void> {
  const { cloud, temporal, linkTo } = runningProduct();
  const number = newNumber('YEARS');
  const path = `/v1/orders/${number}`;
  const connection = await Connection.connect({ address: temporal.address });
  const { pass } = createTime(connection, temporal.namespace, `order/${number}`);
  const { chapter } = createTimeline(cloud, path);
  const startedAt = Date.now();
  /** The last day of the n-th year, by the day on which the order was posted. */
  const endOfYear = (year: number) => addDays(anniversary(inDays(0), year), -1);
  try {
    console.log(`${number} lives in ${linkTo(`order/${number}`)}\n`);

    await deliver(cloud, number, newOrder(number, endOfYear(1)));
    // Its digest would come tomorrow morning, and say what is years away by then.
    const { email, name } = RESELLER;
    const account = { email, name, timeZone: 'UTC', locale: 'en', notices: false };
    await cloud.api('PUT', `/v1/accounts/${RESELLER.id}`, account);
    await unlock(cloud, number);
    const server = await register(cloud, `Front desk of ${number}`, 'production', CUSTOMER.id);
    await assign(cloud, server, 'attendant-console', 20);
    await assign(cloud, server, 'digital-fax', 8);
    await activateServer(cloud, server);
    await reached(cloud, number, 'activated');
    await chapter('Today it is delivered, unlocked, assigned and activated');

    await pass(361);
    await chapter('361 days pass, with their days of notice: three are left');

    await cloud.api('POST', `${path}/renewals`, { reference: 'year 2', endsOn: endOfYear(2) });
    await chapter('It is renewed for a second year; nobody has to do anything else');

    await pass(374);
    await chapter('374 days pass: the second year is over, and it runs in its grace');

    const reduced = { line: '1', capacity: 12 };
    const renewal = { reference: 'year 3', endsOn: endOfYear(3), lines: [reduced, { line: '2' }] };
    await cloud.api('POST', `${path}/renewals`, renewal);
    await chapter(
      'It is renewed late, and reduced from 20 to 12 operators: what is assigned beyond them is taken back',
    );

    await pass(120);
    const line = { application: 'attendant-console', capacity: 5, license: 'subscription' };
    await cloud.api('POST', `${path}/expansions`, { reference: `${number}-more`, lines: [line] });
    await cloud.api('POST', `${path}/unlock`);
    await chapter('120 days later 5 operators more are delivered, co-terminated, and unlocked');

    await pass(270);
    await chapter(
      '270 days pass and nobody renews: the subscription ends after its grace, the perpetual license loses its care',
    );

    await cloud.api('POST', `${path}/renewals`, { reference: 'year 4', endsOn: endOfYear(4) });
    await chapter('A renewal inside the reinstatement window brings all of it back');
  } finally {
    await connection.close();
  }
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`
More than three years passed in ${seconds} s. All of it stands in
  ${linkTo(`order/${number}`)}
  ${cloud.url}${path}/events

What cannot be skipped: only the order's workflow lived these years. The API, the worker and PostgreSQL kept today's
time. So the API still shows states of today, and documents of the server follow today's clock; a fact that the vendor
sends carries today's instant, which the order takes as that of its last event (\`at\`), and notes when it wrote it down
(\`recordedAt\`); and digests of notices, which wait for a real morning, are switched off for ${RESELLER.id}.`);
}

function newOrder(number: string, endsOn: string) {
  return {
    ...{ number, customer: CUSTOMER, reseller: RESELLER },
    lines: [
      { application: 'attendant-console', capacity: 20, license: 'subscription', endsOn },
      { application: 'digital-fax', capacity: 8, license: 'perpetual', care: { level: 'gold', endsOn } },
    ],
  };
}

commandLine('npm run years', 'Lets three years of one order pass, on what npm start runs.').parse();
await tell(years);

import { setTimeout as delay } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connect } from '../../db/orm.ts';
import { signInAs } from '../../test/support/api/people.ts';
import { quantile } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { callInLists, dealt } from './calls.ts';
import { bearer, fillDatabase, SERVERS } from './fleet.ts';

const CONNECTIONS = 1_000;
const WITHIN_SECONDS = 60;
const PEOPLE = 4;
const EVERY_MS = 250;
const PEOPLE_P95_MS = 300;

/**
 * All servers check in at the same moment, as after an outage: how long it takes until each has its document, how many were
 * refused, and how long people wait for pages meanwhile.
 */
export async function measureOutage({ apiUrl, publicUrl, databaseUrl }: Installation): Promise<[]> {
  const orm = await connect(databaseUrl, 1);
  console.error(`  ${SERVERS} servers are put into the database`);
  await fillDatabase(orm);
  const people = await peopleOf(orm, publicUrl);
  await orm.close();
  const read = (cookie: string) => openPages(apiUrl, cookie);
  const quiet = await whileServersCall(people.map(read), () => delay(10_000));
  const calls = Array.from({ length: SERVERS }, (_, index) => ({
    path: '/v1/license',
    headers: bearer(`server-${index + 1}`, publicUrl),
  }));
  let answers = '';
  let seconds = 0;
  const meanwhile = await whileServersCall(people.map(read), async () => {
    const from = performance.now();
    const { statuses } = await callInLists(apiUrl, dealt(calls, CONNECTIONS), 'once');
    seconds = (performance.now() - from) / 1_000;
    answers = [...statuses].map(([status, times]) => `${times} × ${status}`).join(', ');
  });
  const of = (times: number[]) => [0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(0)).join(', ');
  console.log(
    `\n${SERVERS} servers at the same moment, ${CONNECTIONS} connections: ${answers}, in ${seconds.toFixed(1)} s` +
      ` (target: ${WITHIN_SECONDS} s). ${PEOPLE} people who open a page every ${EVERY_MS} ms wait for it, p50, p95, longest:` +
      ` ${of(quiet)} ms before, ${of(meanwhile)} ms meanwhile (target: p95 ${PEOPLE_P95_MS} ms).\n`,
  );
  return [];
}

/** Some who are signed in, each for a customer of their own. */
async function peopleOf(orm: MikroORM, publicUrl: string): Promise<string[]> {
  const cookies: string[] = [];
  for (let n = 1; n <= PEOPLE; n++) {
    const id = `customer-${n}`;
    await orm.em
      .fork()
      .execute(
        `insert into accounts (id, kind, name, email, time_zone, locale, created_at) values (?, 'customer', ?, ?, 'UTC', 'en', now())`,
        [id, id, `${id}@example.com`],
      );
    cookies.push((await signInAs(orm.em.fork(), id, { publicUrl })).cookie);
  }
  return cookies;
}

/** Somebody who opens a page now and then, until it is said that it is enough: how long each took, in milliseconds. */
function openPages(apiUrl: string, cookie: string) {
  return async (isEnough: () => boolean): Promise<number[]> => {
    const times: number[] = [];
    while (!isEnough()) {
      const from = performance.now();
      const page = await fetch(`${apiUrl}/`, { headers: { cookie } });
      await page.text();
      if (!page.ok) throw new Error(`A page answers ${page.status}.`);
      times.push(performance.now() - from);
      await delay(EVERY_MS);
    }
    return times;
  };
}

/** What people waited while something was done. */
async function whileServersCall(
  people: ((isEnough: () => boolean) => Promise<number[]>)[],
  work: () => Promise<unknown>,
): Promise<number[]> {
  let isDone = false;
  const reading = people.map((read) => read(() => isDone));
  await work().finally(() => (isDone = true));
  return (await Promise.all(reading)).flat();
}

import { commandLine } from '../../admin/command-line.ts';
import { activateServer, assign, deliver, reached, readOrder, register, unlock } from './chapters.ts';
import { liveCorrected } from './corrected.ts';
import type { Cloud } from './cloud.ts';
import { newNumber, runningProduct, tell as tellStory } from './product.ts';

/** From a posted order to two activated servers, and an order that is corrected, over public interfaces alone, on the product that `npm start` runs. */
async function story(): Promise<void> {
  const { cloud, linkTo } = runningProduct();
  const number = newNumber('STORY');
  const link = linkTo(`order/${number}`);
  const tell = (what: string) => show(cloud, number, what, link);

  await deliver(cloud, number);
  await tell('The ERP posted an order with two lines. Its licenses are in the Smart Account, locked.');

  const mail = await unlock(cloud, number);
  await tell(
    `${mail.to.join(', ')} got one e-mail, "${mail.subject}", and pressed its button: twice, without a login.`,
  );

  const first = await register(cloud, `Front desk of ${number}`, 'production');
  const second = await register(cloud, `Standby of ${number}`, 'redundancy');
  await assign(cloud, first, 'attendant-console', 15);
  await assign(cloud, second, 'attendant-console', 5);
  await assign(cloud, first, 'digital-fax', 8);
  await reached(cloud, number, 'assigned');
  await tell('Two servers were registered, and the capacity was assigned across both.');

  const tables = [await activateServer(cloud, first), await activateServer(cloud, second)];
  await reached(cloud, number, 'activated');
  await tell('Each token was pasted into its AppSuite. Both are activated.');

  for (const [index, server] of [first, second].entries())
    console.log(`\n── What "${server.name}" (${server.id}) holds ──\n\n${tables[index]}`);

  const corrected = newNumber('CORRECTED');
  const correctedLink = linkTo(`order/${corrected}`);
  await liveCorrected(cloud, corrected, (what) => show(cloud, corrected, what, correctedLink));
}

async function show(cloud: Cloud, number: string, what: string, link: string): Promise<void> {
  const order = await readOrder(cloud, number);
  const rows = order.lines.map(
    ({ application, license, state, locked, assigned, free, planned }) =>
      `    ${application.padEnd(20)} ${license}, ${state}: locked ${locked}, assigned ${assigned}, free ${free}${planned.map(({ on, capacity }) => `; ${capacity ?? 'canceled'} from ${on}`).join('')}`,
  );
  console.log(`\n● ${what}\n  ${order.number} is ${order.stage}:\n${rows.join('\n')}\n  ${link}`);
}

commandLine(
  'npm run story',
  'Tells one order, from the ERP to two activated servers, and another that is corrected, on what npm start runs.',
).parse();
await tellStory(story);

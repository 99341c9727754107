import { activateServer, assign, deliver, reached, register, unlock } from '../story/chapters.ts';
import { createCloud } from '../story/cloud.ts';
import { newNumber, tell } from '../story/product.ts';

/** The story of one order over public interfaces alone, at STORY_URL with the vendor's key STORY_KEY. */
await tell(async () => {
  const cloud = createCloud(process.env.STORY_URL!, process.env.STORY_KEY!);
  const number = newNumber('IMAGE');
  await deliver(cloud, number);
  await unlock(cloud, number);
  const server = await register(cloud, `Front desk of ${number}`, 'production');
  await assign(cloud, server, 'attendant-console', 15);
  await reached(cloud, number, 'assigned');
  console.log(await activateServer(cloud, server));
  await reached(cloud, number, 'activated');
  console.log(`${number}: posted, mailed, unlocked, assigned and activated.`);
});

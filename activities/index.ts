import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import type { Config } from '../config.ts';
import type { Activities } from '../workflows/contract.ts';
import { createOrderTalk } from './orders.ts';
import { createPublishing } from './publish.ts';
import { createSendMail } from './send-mail.ts';

/** Everything that workflows can have done for them. */
export function createActivities(deps: { orm: MikroORM; client: Client; config: Config }): Activities {
  const { orm, client, config } = deps;
  return {
    ...createPublishing({ orm, secretKeys: config.secretKeys }),
    ...createOrderTalk({ orm, client }),
    sendMail: createSendMail({ orm, config }),
  };
}

import { Client, Connection } from '@temporalio/client';
import { buildApp } from '../../api/app.ts';
import type { ApiDocument } from '../../api/document/document.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { connect } from '../../db/orm.ts';
import { createSender } from '../../webhooks/send.ts';

/** Where nothing listens; nothing is asked there either. */
const NOBODY = '127.0.0.1:9';

/** The document of the API as its routes stand in this folder. Neither PostgreSQL nor Temporal has to run for it. */
export async function documentOfApi(): Promise<ApiDocument> {
  const orm = await connect(`postgresql://${NOBODY}/none`);
  const connection = Connection.lazy({ address: NOBODY });
  const outgoing = { privateTargets: new Set<string>(), proxy: null };
  const sender = createSender(outgoing, { clock: Date.now });
  const app = await buildApp({
    ...{
      orm,
      temporal: new Client({ connection }),
      secretKeys: [],
      signingKeys: [],
      serviceTokens: { audiences: new Set<string>(), keys: [] },
      trustProxy: false,
    },
    ...{ publicUrl: 'https://licensing.example', resendWebhookSecret: null, catalogue: new Map(), clock: Date.now },
    mail: { from: 'Licensing <licensing@licensing.example>', send: async () => ({ kind: 'sent' }) },
    webhooks: { ...outgoing, send: sender.send, ask: fetch },
    logger: createLogger(),
  });
  try {
    await app.ready();
    return app.swagger() as unknown as ApiDocument;
  } finally {
    await app.close();
    await sender.close();
    await connection.close();
    await orm.close();
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import closeWithGrace from 'close-with-grace';
import { certificateWarning, readConfig, requireLastingCertificate } from '../config.ts';
import { FORMER_EXIT_CODE, formerData } from '../db/former.ts';
import { noticeAtStart } from '../db/noticing.ts';
import { addApiKey } from '../db/queries/accounts/api-keys.ts';
import { createResend } from '../mail/resend.ts';
import { connectToServe, disconnect } from '../db/orm.ts';
import { registerPortal } from '../portal/app.tsx';
import { serviceKey } from '../secrets/service-keys.ts';
import { signingKey } from '../secrets/signing-keys.ts';
import { createReadBatchFile } from './batches/files.ts';
import { buildApp } from './app.ts';
import type { Deps } from './deps.ts';
import { ENDED_WITHIN_MS } from './stopping.ts';
import { VENDOR } from '../domain/people/permissions.ts';
import { hashOfApiKey } from '../secrets/api-key.ts';
import { createLogger } from '../telemetry/logger.ts';
import { readable } from '../telemetry/readable.ts';
import { startTracing } from '../telemetry/tracing.ts';
import { namingRequests } from '../temporal/requests.ts';
import { createServices } from '../services/services.ts';
import { createAsk } from '../webhooks/ask.ts';
import { createSender } from '../webhooks/send.ts';

const DAY_MS = 86_400_000;

const config = readConfig();
let isStopping = false;
const logger = createLogger(config.production ? undefined : readable(process.stdout));
const tracing = config.tracing && (await startTracing('cloud-licensing-api', config.tracing));
if (config.production) watchCertificate();
const orm = await connectToServe(config);
const former = await formerData(orm, config.databaseUrl);
if (former !== null) {
  console.error(former);
  process.exit(FORMER_EXIT_CODE);
}
const connection = Connection.lazy({ ...config.temporal.connection, connectTimeout: '3s' });

if (config.bootstrapApiKey) {
  const about = { account: VENDOR, name: 'BOOTSTRAP_API_KEY', scopes: null, expiresAt: null, createdAt: Date.now() };
  const key = { id: randomUUID(), hash: hashOfApiKey(config.bootstrapApiKey), ...about };
  await addApiKey(orm.em.fork(), key, 'operator');
}

const sender = createSender(config.webhooks, { clock: Date.now });
const asker = createAsk(config.webhooks);
const deps: Deps = {
  orm,
  temporal: new Client({
    ...{ connection, namespace: config.temporal.namespace },
    interceptors: { workflow: [...(tracing ? [tracing.client] : []), namingRequests] },
  }),
  secretKeys: config.secretKeys,
  signingKeys: config.signingKeys.map(signingKey),
  serviceTokens: { ...config.serviceTokens, keys: config.serviceTokens.keys.map(serviceKey) },
  publicUrl: config.publicUrl,
  trustProxy: config.trustProxy,
  resendWebhookSecret: config.mail.webhookSecret,
  mail: { send: createResend(config.mail), from: config.mail.from },
  webhooks: { send: sender.send, ask: asker.ask, privateTargets: config.webhooks.privateTargets },
  catalogue: config.catalogue,
  clock: Date.now,
  logger,
  isTraced: tracing !== null,
  isStopping: () => isStopping,
};
const { uiUrl, namespace } = config.temporal;
const services = createServices(deps);
const app = await buildApp(deps, services);
await registerPortal(app, {
  em: () => orm.em.fork(),
  links: services.unlockLinks,
  services,
  publicUrl: config.publicUrl,
  secretKeys: config.secretKeys,
  mailbox: config.mail.mailbox,
  catalogue: config.catalogue,
  readBatchFile: createReadBatchFile(),
  provenForMs: config.askAgainMinutes * 60_000,
  temporalPages: uiUrl === null ? null : { url: uiUrl, namespace },
  clock: Date.now,
});

closeWithGrace({ delay: config.drainSeconds * 1000 + ENDED_WITHIN_MS, logger }, async ({ err }) => {
  if (err) logger.error({ err }, 'the API stops after an error');
  // First it is not ready, so that no more are sent here; then it takes no connections; then it ends what was begun.
  else await drained();
  await app.close();
  await sender.close();
  await asker.close();
  await connection.close();
  await disconnect(orm);
  await tracing?.stop();
});
await noticeAtStart(orm, logger);
services.following.start();
services.correcting.start();
await app.listen({ host: config.host, port: config.port });
logger.info({ host: config.host, port: config.port }, 'the API listens');

async function drained(): Promise<void> {
  isStopping = true;
  logger.info({ seconds: config.drainSeconds }, 'the API is asked to stop, and says so at /readyz');
  await pause(config.drainSeconds * 1000);
}

/** A start with a certificate that ends soon is refused; a process that runs warns once a day, and signs on. */
function watchCertificate(): void {
  const warn = () => {
    const warning = certificateWarning(config.signingKeys, Date.now());
    if (warning) logger.warn(warning);
  };
  requireLastingCertificate(config.signingKeys, Date.now());
  warn();
  setInterval(warn, DAY_MS).unref();
}

/*
 * Lets Temporal's SDK download a server into a folder: node sdk-download.mjs temporal|temporal-test-server <folder>.
 * The SDK has no call that downloads alone, so the server is started once and stopped.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [name, downloadDir] = process.argv.slice(2);
const server = { executable: { type: 'cached-download', downloadDir } };
const environment =
  name === 'temporal'
    ? await TestWorkflowEnvironment.createLocal({ server })
    : await TestWorkflowEnvironment.createTimeSkipping({ server });
await environment.teardown();

import { Listr } from 'listr2';
import { markSamples, needsSampleOrders, postSampleOrders } from '../samples/orders.ts';
import { addSamplePeople } from '../samples/people.ts';
import { bringSamplesToLife } from '../samples/servers.ts';
import { migrate, services, type Setup } from './services.ts';
import type { Supervisor } from './supervise.ts';

/** Brings everything up under a list of steps that shows how far it is. Rejects with the first failure. */
export async function bringUp(setup: Setup, supervisor: Supervisor): Promise<void> {
  const { config, dataDir, env, apiUrl } = setup;
  const { postgres, temporal, worker, api } = services(setup);
  const samples = { apiUrl, apiKey: env.BOOTSTRAP_API_KEY! };
  const wantsSamples = config.sampleData && needsSampleOrders(dataDir);
  const steps = new Listr(
    [
      {
        title: 'Servers',
        enabled: config.databaseUrl === null || config.temporalAddress === null,
        task: (_, task) =>
          task.newListr(
            [
              { title: 'PostgreSQL', enabled: config.databaseUrl === null, task: () => supervisor.start(postgres) },
              { title: 'Temporal', enabled: config.temporalAddress === null, task: () => supervisor.start(temporal) },
            ],
            { concurrent: true },
          ),
      },
      { title: 'Migrations', task: () => migrate(setup) },
      {
        title: 'Cloud Licensing',
        task: (_, task) =>
          task.newListr(
            [
              { title: 'Worker', task: () => supervisor.start(worker) },
              { title: 'API', task: () => supervisor.start(api) },
            ],
            { concurrent: true },
          ),
      },
      {
        title: 'Sample orders',
        enabled: wantsSamples,
        task: (_, task) => postSampleOrders(samples, (done, all) => (task.title = `Sample orders, ${done} of ${all}`)),
      },
      {
        title: 'Sample people and servers',
        enabled: wantsSamples,
        task: async () => {
          await Promise.all([addSamplePeople(env.DATABASE_URL!), bringSamplesToLife(samples)]);
          markSamples(dataDir);
        },
      },
    ],
    {
      // A Ctrl-C is the supervisor's to handle: Listr would end the process under its children.
      registerSignalListeners: false,
      // What failed is explained once, below the steps.
      rendererOptions: { collapseSubtasks: false, showErrorMessage: false },
      fallbackRenderer: 'simple',
    },
  );
  await steps.run();
}

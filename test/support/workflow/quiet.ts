import { DefaultLogger, Runtime } from '@temporalio/worker';

/** Workers in tests say what goes wrong and nothing else. */
Runtime.install({ logger: new DefaultLogger('ERROR') });

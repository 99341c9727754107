import type { FastifyBaseLogger } from 'fastify';
import type { Deps as ServiceDeps } from '../services/deps.ts';

/** What the API needs of its process. */
export type Deps = ServiceDeps & {
  trustProxy: boolean | string | number;
  logger: FastifyBaseLogger;
  /** Whether requests become spans. */
  isTraced?: boolean;
  /** Whether the process was asked to stop, and only answers those who still come. */
  isStopping?: () => boolean;
};

import type { By } from '../domain/permissions.ts';

/** Who asks for a change, and under which id that is done once. */
export type Asked = { requestId: string; by: By };

import type { ServerService } from '../../services/servers/servers.ts';

/** A server with the place in its stream that a change may name. */
export type SeenServer = Awaited<ReturnType<ServerService['readServer']>>;

/** A server, as the API answers it. */
export type Server = SeenServer['view'];

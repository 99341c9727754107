import { FeedEventView, FeedQuery } from '../schemas/events.ts';
import { Life } from '../schemas/common.ts';
import type { FeedService } from '../../services/feed/feed.ts';
import { actorOf, everybody } from '../../services/permissions/permit.ts';
import type { Api } from '../types.ts';

/** Everything that happened, for the systems of others. */
export function feedRoutes(app: Api, feed: FeedService): void {
  app.get(
    '/v1/events',
    {
      config: { scope: 'events:read', ...everybody },
      schema: {
        ...{ tags: ['Events'], summary: 'Read all events that the caller may see, in one sequence' },
        description: 'Nothing is ever inserted before a cursor that was handed out: whoever goes on misses nothing.',
        querystring: FeedQuery,
        response: { 200: Life(FeedEventView) },
      },
    },
    async (request, reply) => {
      const { wait, types, ...asked } = request.query;
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return feed.read(actorOf(request), { ...asked, types: types?.split(','), waitSeconds: wait }, gone.signal);
    },
  );
}

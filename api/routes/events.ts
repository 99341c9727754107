import { ActivityQuery, FeedEventView, FeedQuery } from '../schemas/events.ts';
import { Life, Page } from '../schemas/common.ts';
import type { ActivityService } from '../../services/feed/activity.ts';
import type { FeedService } from '../../services/feed/feed.ts';
import { actorOf, everybody } from '../../services/permissions/permit.ts';
import type { Api } from '../types.ts';

/** Everything that happened, for the systems of others. */
export function feedRoutes(app: Api, feed: FeedService, activity: ActivityService): void {
  app.get(
    '/v1/events',
    {
      config: { scope: 'events:read', ...everybody },
      schema: {
        ...{
          tags: ['Events'],
          operationId: 'readFeed',
          summary: 'Read all events that the caller may see, in one sequence',
        },
        problems: ['CURSOR_UNKNOWN'],
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

  app.get(
    '/v1/activity',
    {
      config: { scope: 'events:read', ...everybody },
      schema: {
        ...{ tags: ['Events'], operationId: 'listActivity', summary: 'Read who did what, the newest first' },
        description:
          'For people to look through; whoever wants to miss nothing reads `/v1/events`. A page may hold less than its limit, nothing too, and still have a `nextCursor`: what is older was not looked at yet.',
        querystring: ActivityQuery,
        response: { 200: Page(FeedEventView) },
      },
    },
    async (request) => {
      const { types, since, until, ...asked } = request.query;
      return activity.list(actorOf(request), {
        ...asked,
        types: types?.split(','),
        ...(since !== undefined && { since: Date.parse(since) }),
        ...(until !== undefined && { until: Date.parse(until) }),
      });
    },
  );
}

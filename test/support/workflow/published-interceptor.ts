import { proxySinks, type WorkflowInterceptors } from '@temporalio/workflow';
import type { PublicationSinks } from './replay.ts';

const { publications } = proxySinks<PublicationSinks>();

const TELLING = ['sendDigest', 'showBatch'];

type Scheduled = { activityType: string; args: unknown[] };

function hear({ activityType, args }: Scheduled): void {
  if (activityType.startsWith('publish') || TELLING.includes(activityType)) publications.heard(args[0]);
}

/** Lets a replay tell what it would publish, show or send as a digest: replay itself compares commands only, never what they carry. */
export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      scheduleLocalActivity(input, next) {
        hear(input);
        return next(input);
      },
      scheduleActivity(input, next) {
        hear(input);
        return next(input);
      },
    },
  ],
});

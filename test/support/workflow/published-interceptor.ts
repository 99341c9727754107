import { proxySinks, type WorkflowInterceptors } from '@temporalio/workflow';
import type { PublicationSinks } from './replay.ts';

const { publications } = proxySinks<PublicationSinks>();

type Scheduled = { activityType: string; args: unknown[] };

function hear({ activityType, args }: Scheduled): void {
  if (activityType.startsWith('publish') || activityType === 'sendDigest') publications.heard(args[0]);
}

/** Lets a replay tell what it would publish or send as a digest: replay itself compares commands only, never what they carry. */
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

import { proxySinks, type WorkflowInterceptors } from '@temporalio/workflow';
import type { PublicationSinks } from './replay.ts';

const { publications } = proxySinks<PublicationSinks>();

/** Lets a replay tell what it would publish: replay itself compares commands only, never what they carry. */
export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      scheduleLocalActivity(input, next) {
        if (input.activityType.startsWith('publish')) publications.heard(input.args[0]);
        return next(input);
      },
    },
  ],
});

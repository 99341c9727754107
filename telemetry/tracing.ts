import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** What makes and sends spans in a process. */
export type Tracing = {
  /** For clients of Temporal: what they start and tell belongs to the trace under way. */
  client: WorkflowClientInterceptor;
  /** For workers: an activity belongs to the trace that its workflow hands on. */
  activity: ActivityInterceptorsFactory;
  /** Sends what is still to be sent, and ends it. */
  stop: () => Promise<void>;
};

/**
 * Begins to make spans and to send them where the variables of OpenTelemetry say, in the name of a service unless they name
 * one. A process calls it once, and only where traces are on: nothing of it is loaded else.
 */
export async function startTracing(service: string, { isNamed }: { isNamed: boolean }): Promise<Tracing> {
  const [{ NodeSDK }, { envDetector, serviceInstanceIdDetector }, client, worker] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/resources'),
    import('@temporalio/interceptors-opentelemetry/lib/client/index.js'),
    import('@temporalio/interceptors-opentelemetry/lib/worker/index.js'),
  ]);
  const sdk = new NodeSDK({
    ...(!isNamed && { serviceName: service }),
    // Of a machine nothing is told: not its name, its user or its command lines.
    resourceDetectors: [envDetector, serviceInstanceIdDetector],
    // Numbers are scraped and lines are written: traces alone leave this way.
    ...{ metricReaders: [], logRecordProcessors: [] },
  });
  sdk.start();
  return {
    client: new client.OpenTelemetryWorkflowClientInterceptor(),
    activity: (context) => ({ inbound: new worker.OpenTelemetryActivityInboundInterceptor(context) }),
    stop: () => sdk.shutdown(),
  };
}

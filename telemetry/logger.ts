import { trace } from '@opentelemetry/api';
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { doingNow } from './doing.ts';
import { linesByTurns } from './lines.ts';

const STANDARD_OUTPUT = 1;

/** Addresses under which a person holds a secret: the rest of the path is kept out of logs. */
const SECRET_PATHS = /^(\/unlock\/|\/sign-in\/link\/|\/sign-in\/not-me\/|\/calendar\/|\/notices\/)[^/?]+/;

/**
 * One JSON line per event, with the trace that it belongs to and, in a worker, the workflow, the activity and the request.
 * Neither keys, tokens nor links are written.
 */
export function createLogger(destination?: DestinationStream): Logger {
  const options = {
    timestamp: stdTimeFunctions.isoTime,
    redact: ['req.headers', 'headers.authorization', 'err.config'],
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, url: hideSecrets(url) }),
    },
    mixin: () => ({ ...doingNow(), ...currentTrace() }),
  };
  return pino(options, destination ?? linesByTurns(pino.destination(STANDARD_OUTPUT)));
}

/** The trace that is being worked for, by its id; nothing where traces are off. */
export function currentTrace(): { traceId?: string } {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  return traceId === undefined ? {} : { traceId };
}

function hideSecrets(url: string): string {
  return url.replace(SECRET_PATHS, '$1[hidden]').replace(/\?.*$/, '');
}

import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

/** Addresses under which a person holds a secret: the rest of the path is kept out of logs. */
const SECRET_PATHS = /^(\/unlock\/|\/sign-in\/link\/|\/sign-in\/not-me\/|\/calendar\/|\/notices\/)[^/?]+/;

/** One JSON line per event. Neither keys, tokens nor links are written. */
export function createLogger(destination?: DestinationStream): Logger {
  const options = {
    timestamp: stdTimeFunctions.isoTime,
    redact: ['req.headers', 'headers.authorization', 'err.config'],
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, url: hideSecrets(url) }),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

function hideSecrets(url: string): string {
  return url.replace(SECRET_PATHS, '$1[hidden]').replace(/\?.*$/, '');
}

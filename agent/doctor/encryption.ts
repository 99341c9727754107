import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import tls from 'node:tls';
import { OTHER_TIME, UNKNOWN_AUTHORITY } from '../network/reason.ts';
import { Failed } from './findings.ts';
import type { Place } from '../network/place.ts';

/** Agrees on TLS with who is at the end of a way, and answers who certified that. Nothing is sent. Refuses with Failed. */
export async function secure(way: Socket, { host }: Place, timeoutMs: number): Promise<string> {
  const name = isIP(host) === 0 ? { servername: host } : { host };
  // Whoever is there is told apart below, to say who it is; the connection is used for nothing else.
  const socket = tls.connect({ socket: way, ...name, rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(timeoutMs) });
    const issuer = issuerOf(socket);
    if (!socket.authorized) throw wrong(`${socket.authorizationError as unknown as string}`, socket, host, issuer);
    return issuer;
  } catch (error) {
    if (error instanceof Failed) throw error;
    throw new Failed(
      `no TLS with ${host} (${(error as Error).message})`,
      `Let connections to ${host} pass as they are: something on the way ends them, or speaks no TLS 1.2 or later.`,
    );
  } finally {
    socket.destroy();
  }
}

function issuerOf(socket: tls.TLSSocket): string {
  const { O, CN } = socket.getPeerCertificate().issuer;
  return [CN, O].flat().find((name) => name) ?? 'nobody';
}

function wrong(code: string, socket: tls.TLSSocket, host: string, issuer: string): Failed {
  const { valid_from, valid_to, subjectaltname } = socket.getPeerCertificate();
  if (UNKNOWN_AUTHORITY.includes(code))
    return new Failed(
      `the certificate of ${host} comes from "${issuer}", which is not known here`,
      `Hand out the certificate of the authority "${issuer}" in PEM, to be given by --ca; or leave connections to ${host} unopened.`,
    );
  if (OTHER_TIME.includes(code))
    return new Failed(
      `the certificate of ${host} holds from ${valid_from} to ${valid_to}`,
      `Set this machine's clock where it is wrong (NTP); else renew the certificate that "${issuer}" gave ${host}.`,
    );
  return new Failed(
    `the certificate is not for ${host} but for ${subjectaltname ?? 'no name'} (${code})`,
    `Let ${host} lead to the licensing cloud: something else answers in its place.`,
  );
}

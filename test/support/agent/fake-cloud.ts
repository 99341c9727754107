import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ApplicationClaim, LicenseClaims } from '../../../agent/license.ts';
import { signDocument, type SigningKey } from '../../../secrets/signing-keys.ts';
import { certifiedKey } from '../domain/roots.ts';

type Claims = Record<string, unknown>;

/** What a server says when it waits. */
export type AskedWait = { etag: string; seconds: number; claims: Claims };

/** What a cloud of a few lines has seen, and how it behaves; a test changes it as it goes. */
export type FakeCloud = {
  url: string;
  /** Epoch milliseconds of the cloud's own clock. */
  clock: () => number;
  applications: (nowMs: number) => ApplicationClaim[];
  /** `away` answers nothing, `lost` does what is asked and answers nothing, `busy` is a 503, else a refusal's code. */
  behavior: 'well' | 'away' | 'lost' | 'busy' | { status: number; code: string };
  /** What it answers who waits: whether there is news, nothing at all, or a problem; null as a cloud that does not know of it. */
  wait: ((asked: AskedWait) => boolean | 'cut' | { status: number; retryAfter?: number }) | null;
  /** The claims of each check-in's JWT that arrived, and whether it named an ETag. */
  checkIns: { claims: Claims; etag: string | undefined }[];
  /** What the check-in numbers told: `clone` or `snapshot`. */
  alarms: string[];
  /** The tag of its document. */
  etag: string;
  /** What it signs with. */
  signingKey: SigningKey;
  license: (over?: Partial<LicenseClaims>) => string;
  close: () => Promise<void>;
};

/** Starts a cloud of a few lines for one server, whose id is `server-1`. It follows docs/license-document.md. */
export async function startFakeCloud(start: Pick<FakeCloud, 'applications'> & Partial<FakeCloud>): Promise<FakeCloud> {
  const numbers = createNumbers();
  const listener = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;

  const cloud: FakeCloud = {
    ...{ url, clock: Date.now, behavior: 'well', wait: null, etag: '"same"', checkIns: [], alarms: numbers.alarms },
    signingKey: certifiedKey('k1'),
    ...start,
    license(over = {}) {
      const iat = Math.floor(cloud.clock() / 1000);
      const about = {
        jti: randomUUID(),
        iss: url,
        sub: 'server-1',
        customer: 'acme-hotels',
        mode: 'online',
        iat,
        exp: iat + 90 * 86_400,
      };
      const services = ['enhancedSupport', 'proactiveSupport', 'cloudServices'];
      const applications = cloud.applications(cloud.clock());
      const claims = { ...about, applications, services, checkInAfterSeconds: 86_400, ...over };
      return signDocument(cloud.signingKey, claims);
    },
    async close() {
      listener.closeAllConnections();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const { behavior } = cloud;
    if (behavior === 'away') return void response.destroy();
    if (behavior === 'busy') return problem(response, 503, 'OUTCOME_UNKNOWN');
    if (typeof behavior === 'object') return problem(response, behavior.status, behavior.code);
    if (request.url === '/v1/license/wait') return answerWait(request, body, response);
    answer(request, body, behavior === 'lost' ? { end: () => response.destroy() } : toReply(response));
  }

  function answerWait(request: IncomingMessage, body: string, response: ServerResponse): void {
    if (!cloud.wait) return problem(response, 404, 'NOT_FOUND');
    const answered = cloud.wait({ ...(JSON.parse(body) as AskedWait), claims: claimsOf(request) });
    if (answered === 'cut') return void response.destroy();
    if (typeof answered === 'boolean') return void response.writeHead(204, { changed: answered ? 'yes' : 'no' }).end();
    const { status, retryAfter } = answered;
    if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
    problem(response, status, 'FAKE');
  }

  function answer(request: IncomingMessage, body: string, reply: Reply): void {
    if (request.method === 'POST') {
      JSON.parse(body);
      return reply.end(
        201,
        { 'check-in-number': numbers.restart() },
        JSON.stringify({
          ...{ server: 'server-1', license: cloud.license(), checkInAfterSeconds: 86_400 },
        }),
      );
    }
    const claims = claimsOf(request);
    if (Math.abs((claims.iat as number) * 1000 - cloud.clock()) > 600_000)
      return reply.end(
        401,
        PROBLEM,
        JSON.stringify({ code: 'CHECK_IN_NOT_AUTHENTIC', serverTime: new Date(cloud.clock()).toISOString() }),
      );
    if (request.method === 'DELETE') return reply.end(204, {}, '');
    const etag = request.headers['if-none-match'];
    cloud.checkIns.push({ claims, etag });
    const headers = { 'check-in-number': numbers.next(claims.jti as string, claims.chk as string | undefined) };
    if (etag === cloud.etag) return reply.end(304, headers, '');
    return reply.end(200, { ...headers, etag: cloud.etag, 'content-type': 'application/jwt' }, cloud.license());
  }

  function problem(response: ServerResponse, status: number, code: string): void {
    const body = { code, detail: 'Fake.', serverTime: new Date(cloud.clock()).toISOString() };
    response.writeHead(status, PROBLEM).end(JSON.stringify(body));
  }

  return cloud;
}

/** Of what a server signed. */
function claimsOf({ headers }: IncomingMessage): Claims {
  return JSON.parse(Buffer.from(headers.authorization!.split('.')[1]!, 'base64url').toString()) as Claims;
}

const PROBLEM = { 'content-type': 'application/problem+json' };

type Reply = { end: (status: number, headers: Record<string, string>, body: string) => void };

function toReply(response: ServerResponse): Reply {
  return { end: (status, headers, body) => void response.writeHead(status, headers).end(body) };
}

/** The numbers of one server, as the page has them. */
function createNumbers() {
  const alarms: string[] = [];
  let [previous, current, jti] = ['', '', ''];
  const superseded = new Set<string>();
  const renew = (before: string) => {
    [previous, current] = [before, randomUUID()];
    return current;
  };
  return {
    alarms,
    restart: () => renew(''),
    next(id: string, presented = '') {
      if (id === jti) return current;
      jti = id;
      if (presented === current) return renew(current);
      if (presented === previous && previous !== '') {
        superseded.add(current);
        return renew(previous);
      }
      alarms.push(superseded.has(presented) ? 'clone' : 'snapshot');
      return renew(current);
    },
  };
}

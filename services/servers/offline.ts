import { createHash, randomUUID } from 'node:crypto';
import Value from 'typebox/value';
import {
  hasServerReached,
  readOfflineDocuments,
  readServer,
  type ServerRecord,
} from '../../db/queries/servers/servers.ts';
import { noteRefusedActivation } from '../../db/queries/servers/refused-activations.ts';
import { findToken } from '../../db/queries/servers/tokens.ts';
import { heldAt } from '../../domain/catalogue/entitlements.ts';
import { offlineLicenseOf } from '../../domain/catalogue/license.ts';
import type { By } from '../../domain/people/permissions.ts';
import { needingOnline } from '../../domain/server/needing-online.ts';
import { hashOfToken } from '../../secrets/activation-token.ts';
import {
  goOfflineUpdate,
  overrideUpdate,
  returnUpdate,
  serverWorkflowId,
  type ServerAnswer,
} from '../../temporal/contract.ts';
import type { Asked } from '../asked.ts';
import type { Deps } from '../deps.ts';
import { createStandbys } from './standbys.ts';
import { serverNotSaid, unknownHere } from './unrepaired.ts';
import { describeProblem, ProblemError } from '../problems/problems.ts';
import { isSignedBy, type Jws } from '../../secrets/jws.ts';
import { signDocument } from '../../secrets/signing-keys.ts';
import { OfflineRequestClaims, OfflineReturnClaims } from './machine.ts';
import { readPasted, wrongPaste } from './pasted.ts';
import { reached } from '../reached.ts';
import { checkTexts } from '../text.ts';
import type { SeenServer } from './view.ts';
import type { ServerService } from './servers.ts';
import { update } from '../../temporal/calls.ts';
import { updated } from '../outcomes.ts';

export type OfflineService = ReturnType<typeof createOfflineService>;

/** How servers without a network are activated and give back what they hold, by strings that people carry. */
export function createOfflineService(deps: Deps, servers: ServerService) {
  const { orm, temporal, clock, publicUrl, signingKeys, catalogue } = deps;
  const em = () => orm.em.fork();
  const standbys = createStandbys(deps);

  /** Problems: NOT_FOUND, SERVER_NOT_REPAIRED, OUTCOME_UNKNOWN, SERVER_RETIRED. */
  async function readLiving(id: string): Promise<ServerRecord> {
    const server = await readServer(em(), id);
    if (!server) throw new ProblemError(await serverNotSaid(deps, id));
    if (server.state === 'retired') throw new ProblemError('SERVER_RETIRED');
    return server;
  }

  /** Who asks, by its token and its signature. Problems: INVALID_REQUEST, SERVER_NOT_REPAIRED, TOKEN_UNKNOWN. */
  async function readRequest(id: string, given: string) {
    const jws = readPasted('request', given);
    const claims = claimsOf(OfflineRequestClaims, jws);
    if (!claims) throw wrongPaste('request', 'incomplete');
    if (!isSignedBy(jws, claims.publicKey)) throw wrongPaste('request', 'altered');
    const issued = await findToken(em(), hashOfToken(claims.token));
    if (!issued) throw new ProblemError(await unknownHere(deps, 'TOKEN_UNKNOWN'));
    if (issued.server !== id) throw wrongPaste('request', 'another-server');
    const { fingerprint, version, publicKey } = claims;
    return {
      requestHash: createHash('sha256').update(jws.signed).digest('hex'),
      about: { fingerprint, version, publicKey, hostname: null, tokenVersion: issued.version },
    };
  }

  /** What the server would be told to run, and on what that is based. */
  function exchangeFor(server: ServerRecord, fingerprint: string, now: number) {
    const held = heldAt(server.shares, now).map(({ share }) => share);
    const document = randomUUID();
    const about = { jti: document, issuer: publicUrl, id: server.id, customer: server.customerId, fingerprint };
    return {
      document,
      basedOn: server.seq,
      lines: held.map(({ order, line, application, capacity }) => ({ order, line, application, capacity })),
      needOnline: needingOnline(catalogue, held),
      response: signDocument(signingKeys[0]!, offlineLicenseOf(about, held, now, catalogue)),
    };
  }

  async function journalRefusal(id: string, error: unknown, about: { fingerprint: string; version: string }, by: By) {
    if (!(error instanceof ProblemError) || describeProblem(error).retryAfterSeconds !== undefined) return;
    const { fingerprint, version } = about;
    const refused = { code: error.code, mode: 'offline', fingerprint, version, by } as const;
    await noteRefusedActivation(em(), id, refused, clock());
  }

  async function changed(id: string, answer: ServerAnswer | null): Promise<SeenServer> {
    if (!answer) throw new ProblemError('SERVER_RETIRED');
    return servers.readChanged(id, answer);
  }

  return {
    /**
     * Answers a request string with the license document of a server without a network; the same request again with the
     * very same text. Problems: NOT_FOUND, SERVER_RETIRED, INVALID_REQUEST (what is wrong with what was pasted),
     * ONLINE_REQUIRED (with `applications`), RETURN_REQUIRED, ALREADY_RETURNED, CHANGE_IN_PROGRESS, those of an
     * activation, OUTCOME_UNKNOWN.
     */
    async activate(id: string, pasted: string, { requestId, by }: Asked): Promise<{ response: string }> {
      const server = await readLiving(id);
      await standbys.refuseOffline(id);
      const { requestHash, about } = await readRequest(id, pasted);
      const now = clock();
      const argument = {
        ...{ ...about, requestHash, request: requestId, by, at: now },
        ...exchangeFor(server, about.fingerprint, now),
      };
      // What was refused because the server had changed meanwhile is final for its update's id: a repeat, with a document of
      // what is held now, is another update of the same request.
      const updateId = `${requestId}:${argument.basedOn}`;
      try {
        const answer = updated(await update(temporal, serverWorkflowId(id), goOfflineUpdate, updateId, argument));
        if (!answer) throw new ProblemError('SERVER_RETIRED');
        await reached(() => hasServerReached(em(), id, answer.seq, answer.told));
      } catch (error) {
        await journalRefusal(id, error, about, by);
        throw error;
      }
      const given = (await readOfflineDocuments(em(), id)).find((one) => one.requestHash === requestHash);
      if (!given) throw new ProblemError('OUTCOME_UNKNOWN');
      return { response: given.response };
    },

    /**
     * Frees what an offline server holds, by the string in which it says that it stopped.
     * Problems: NOT_FOUND, SERVER_RETIRED, INVALID_REQUEST, ALREADY_RETURNED, OTHER_DOCUMENT_OUT,
     * CHANGE_IN_PROGRESS, OUTCOME_UNKNOWN.
     */
    async return(id: string, given: string, { requestId, by }: Asked): Promise<SeenServer> {
      const server = await readLiving(id);
      const jws = readPasted('proof', given);
      const claims = claimsOf(OfflineReturnClaims, jws);
      if (!claims) throw wrongPaste('proof', 'incomplete');
      if (claims.iss !== id) throw wrongPaste('proof', 'another-server');
      const { doc: document } = claims;
      const documents = await readOfflineDocuments(em(), id);
      const returned = documents.find((one) => one.document === document);
      const holders = returned ? [returned] : [server, ...documents, ...server.formerKeys];
      const keys = holders.flatMap(({ publicKey }) => publicKey ?? []);
      if (!keys.some((key) => isSignedBy(jws, key))) throw wrongPaste('proof', 'altered');
      if (returned && returned.fingerprint !== claims.fingerprint) throw wrongPaste('proof', 'another-machine');
      const argument = { request: requestId, by, at: clock(), document };
      return changed(id, updated(await update(temporal, serverWorkflowId(id), returnUpdate, requestId, argument)));
    },

    /** The same without that string, which is the vendor's to decide. Problems: as a return's, but for INVALID_REQUEST. */
    async override(id: string, reason: string, { requestId, by }: Asked): Promise<SeenServer> {
      checkTexts({ '/reason': reason });
      await readLiving(id);
      const argument = { request: requestId, by, at: clock(), reason };
      return changed(id, updated(await update(temporal, serverWorkflowId(id), overrideUpdate, requestId, argument)));
    },
  };
}

function claimsOf<Schema extends typeof OfflineRequestClaims | typeof OfflineReturnClaims>(schema: Schema, jws: Jws) {
  return Value.Check(schema, jws.claims) ? jws.claims : null;
}

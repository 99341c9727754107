import { proveSession } from '../../db/queries/accounts/sessions.ts';
import type { Deps } from '../deps.ts';
import { createLimit, PROOF_PACE } from '../pace.ts';
import type { AskedCode, Asker, Codes } from './codes.ts';
import type { PasskeyService } from './passkeys.ts';
import type { Viewer } from './sessions.ts';

export type ProvingService = ReturnType<typeof createProvingService>;

/** How whoever is signed in proves once more that it is them, before what cannot be undone. */
export function createProvingService(
  { orm, clock }: Pick<Deps, 'orm' | 'clock'>,
  codes: Codes,
  passkeys: Pick<PasskeyService, 'prove'>,
) {
  const refuseHaste = createLimit(PROOF_PACE);
  const prove = ({ session }: Viewer) => proveSession(orm.em.fork(), session, new Date(clock()));

  return {
    /** Has a code sent to a viewer's own address; see {@link Codes}. */
    ask: ({ person }: Viewer, locale: string, asker: Asker): Promise<AskedCode> =>
      codes.ask(person.email, { returnTo: '/', locale, what: 'proof' }, asker),

    /** Takes that code, in the browser that asked for it; false when it is wrong, somebody else's or no longer counts. */
    async byCode(viewer: Viewer, asking: string, typed: string): Promise<boolean> {
      const proved = (await codes.use(asking, typed))?.person === viewer.person.id;
      if (proved) await prove(viewer);
      return proved;
    },

    /**
     * Takes what a passkey of the viewer answered to a challenge of this browser; false where that does not hold. Problems:
     * TOO_MANY_REQUESTS.
     */
    async byPasskey(viewer: Viewer, browser: string, answer: string): Promise<boolean> {
      refuseHaste(viewer.person.id, clock());
      const proved = await passkeys.prove(viewer, browser, answer);
      if (proved) await prove(viewer);
      return proved;
    },
  };
}

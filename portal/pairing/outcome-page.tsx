import type { SeenPairing } from '../../services/pairings/approvals.ts';
import { Page } from '../layout.tsx';
import { Live } from '../parts/said/live.tsx';
import { Name } from '../parts/said/name.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';
import { sentenceOf } from '../refusals.ts';
import type { Server } from '../services.ts';
import { Machine } from './machine.tsx';

/** How often the page looks whether the machine has come for its licenses. */
const LOOK_EVERY_SECONDS = 5;

/** What became of a machine whose code the reader entered; follows the machine until it is connected. */
export function OutcomePage({ pairing, server }: { pairing: SeenPairing; server: Server | null }) {
  const { pairing: texts } = useTexts();
  const waits = pairing.state === 'approved' && !pairing.isActivated && !pairing.isOver;
  return (
    <Page title={texts.title} refreshAfterSeconds={waits ? LOOK_EVERY_SECONDS : undefined}>
      <Live everySeconds={LOOK_EVERY_SECONDS}>
        <Outcome pairing={pairing} />
        <Machine pairing={pairing} />
        {server && (
          <p>
            <a href={`/customers/${server.customer}/servers/${server.id}`}>
              {texts.toServer} <Name>{server.name}</Name>
            </a>
          </p>
        )}
        <p>
          <a href="/pair">{texts.again}</a>
        </p>
      </Live>
    </Page>
  );
}

function Outcome({ pairing: { state, refusal, isActivated, isOver } }: { pairing: SeenPairing }) {
  const { pairing: texts, refusals } = useTexts();
  if (isActivated) return <Notice kind="success" title={texts.states.activated} />;
  if (state === 'refused') return <Notice kind="info" title={texts.states.refused} />;
  if (refusal !== null)
    return <Notice kind="danger" title={texts.failed} text={sentenceOf(refusals, refusal) ?? refusal} />;
  return isOver ? (
    <Notice kind="warning" title={texts.states.over} />
  ) : (
    <Notice kind="info" title={texts.states.approved} />
  );
}

import type { SeenPairing } from '../../services/pairings/approvals.ts';
import { ConfirmPage } from '../confirm.tsx';
import { useTexts } from '../reader.ts';
import type { Server } from '../services.ts';

/** Asks again before a machine takes the place of another. */
export function ReplacePage({ pairing, server }: { pairing: SeenPairing; server: Server }) {
  const { pairing: texts } = useTexts();
  return (
    <ConfirmPage
      title={texts.replaceTitle(server.name)}
      back={{ href: `/pair/${pairing.id}?customer=${server.customer}`, text: texts.title }}
      consequences={texts.replaceConsequences}
      button={texts.replaceButton}
    />
  );
}

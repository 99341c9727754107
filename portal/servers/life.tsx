import type { ServerState } from '../../domain/server/server.ts';
import { Steps } from '../parts/steps.tsx';
import { useTexts } from '../reader.ts';

const LIFE = ['registered', 'waiting', 'activated'] as const;

/** How far a server has come, and what comes next. */
export function LifeOfServer({ state, manages }: { state: ServerState; manages: boolean }) {
  const { servers } = useTexts();
  if (state === 'retired') return <p className="m-0">{servers.retiredText}</p>;
  return (
    <>
      <Steps steps={LIFE.map((step) => ({ key: step, text: servers.steps[step] }))} current={state} />
      {manages && <p className="m-0 mt-2">{servers.next[state]}</p>}
    </>
  );
}

import type { Server } from '../services.ts';
import { Steps } from '../parts/frame/steps.tsx';
import { useTexts } from '../reader.ts';

const LIFE = ['registered', 'waiting', 'activated'] as const;

/** How far a server has come, and what comes next. */
export function LifeOfServer({ server, manages }: { server: Server; manages: boolean }) {
  const { state, mode, conditions } = server;
  const { servers, next } = useTexts();
  if (state === 'retired')
    return (
      <>
        <p>{servers.retiredText}</p>
        {manages && (
          <a className="btn btn-primary action" href={`/customers/${server.customer}/assign`}>
            {next.assignFree}
          </a>
        )}
      </>
    );
  return (
    <>
      <Steps steps={LIFE.map((step) => ({ key: step, text: servers.steps[step] }))} current={state} />
      {manages && !['critical', 'warning'].includes(conditions[0]!.severity) && (
        <p className="m-0 mt-2">{mode === 'offline' ? servers.nextOffline : servers.next[state]}</p>
      )}
    </>
  );
}

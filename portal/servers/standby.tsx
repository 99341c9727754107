import { useReader, useTexts } from '../reader.ts';
import { InstantText } from '../format.tsx';
import { Name } from '../parts/said/name.tsx';
import { Notice } from '../parts/said/notice.tsx';
import type { Server, StandingOf } from '../services.ts';

const HOUR_SECONDS = 3_600;

/** For whom a server stands by, or who does for it, how many days are left, and when a standby ran. */
export function Standby({ server, standing }: { server: Server; standing: StandingOf }) {
  const { standby: texts, words } = useTexts();
  const { comma } = words;
  const { language } = useReader();
  const { standby, daysLeft, items, names } = standing;
  if (daysLeft === null) return null;
  const nameOf = (id: string) => names.get(id) ?? id;
  const other = server.standbyFor ?? standby;
  const { format } = language;
  return (
    <>
      {server.takenOverBy !== null && (
        <Notice kind="warning" title={texts.takenOver(nameOf(server.takenOverBy))} text={texts.takenOverText} />
      )}
      <section className="card mb-3" aria-labelledby="standby">
        <div className="card-body">
          <h2 className="card-title" id="standby">
            {texts.title}
          </h2>
          {other !== null && (
            <dl className="facts">
              <dt>{server.standbyFor === null ? texts.itsStandby : texts.standsBy}</dt>
              <dd>
                <a href={`/customers/${server.customer}/servers/${other}`}>
                  <Name>{nameOf(other)}</Name>
                </a>
              </dd>
            </dl>
          )}
          <p>{texts.daysLeft(daysLeft, format.number(daysLeft))}</p>
          {items.length > 0 && <h3>{texts.takeovers}</h3>}
          <ul className="list-unstyled m-0">
            {items.map(({ served, standby: ran, startedAt, endedAt, overlapSeconds }) => {
              const hours = Math.ceil(overlapSeconds / HOUR_SECONDS);
              return (
                <li key={`${served} ${startedAt}`} className="mb-2">
                  <Name>{nameOf(ran)}</Name>: {texts.since} <InstantText at={startedAt} />
                  {comma}{' '}
                  {endedAt === null ? (
                    texts.running
                  ) : (
                    <>
                      {texts.until} <InstantText at={endedAt} />
                    </>
                  )}
                  {hours > 0 && (
                    <div className="text-secondary">
                      {texts.overlap}: {texts.hours(hours, format.number(hours))}
                    </div>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      </section>
    </>
  );
}

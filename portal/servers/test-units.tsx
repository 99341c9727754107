import { capacityIn } from '../../languages/index.ts';
import { nameIn } from '../../domain/catalogue/catalogue.ts';
import { testable } from '../../domain/server/test-units.ts';
import type { FormBody } from '../form.ts';
import { Name } from '../parts/said/name.tsx';
import { useReader } from '../reader.ts';
import type { Server } from '../services.ts';

const FIELD = 'testUnits-';

/** The applications that were chosen of those that there is a choice of. */
export function readTestUnits(form: FormBody): string[] {
  return Object.keys(form).flatMap((name) => (name.startsWith(FIELD) ? [name.slice(FIELD.length)] : []));
}

/** What a server for tests uses free of charge; nothing where that is none. */
export function TestUnits({ server }: { server: Server }) {
  const { language } = useReader();
  const { testUnits: texts } = language.texts;
  if (server.testUnits.length === 0) return null;
  return (
    <section className="card mb-3" aria-labelledby="test-units">
      <div className="card-body">
        <h2 className="card-title" id="test-units">
          {texts.title}
        </h2>
        <p>{texts.help}</p>
        <ul className="list-unstyled m-0">
          {server.testUnits.map((application) => (
            <li key={application}>
              <Free application={application} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** A choice of what to use free for tests, of the catalogue's and of what the server has; none where there is neither. */
export function TestUnitsFields({ chosen }: { chosen: readonly string[] }) {
  const { language, catalogue } = useReader();
  const { testUnits: texts } = language.texts;
  const applications = [...new Set([...testable(catalogue), ...chosen])];
  if (applications.length === 0) return null;
  return (
    <fieldset className="mt-3">
      <legend className="form-label">{texts.title}</legend>
      <p className="form-hint">{texts.help}</p>
      {applications.map((application) => (
        <label className="form-check" key={application}>
          <input
            className="form-check-input"
            type="checkbox"
            name={`${FIELD}${application}`}
            value="yes"
            defaultChecked={chosen.includes(application)}
          />
          <span className="form-check-label">
            <Free application={application} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Free({ application }: { application: string }) {
  const { language, catalogue } = useReader();
  const { testUnits, unit = null } = catalogue.get(application) ?? {};
  return (
    <>
      <Name>{nameIn(catalogue, application)}</Name>
      {testUnits !== undefined && `: ${capacityIn(language, testUnits, unit)}`}
    </>
  );
}

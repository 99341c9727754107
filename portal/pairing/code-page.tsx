import { Page } from '../layout.tsx';
import { Form } from '../parts/form/form.tsx';
import { useTexts } from '../reader.ts';

/** Where somebody enters the code that stands on a machine's screen. */
export function CodePage({ typed = '', wrong = false }: { typed?: string; wrong?: boolean }) {
  const { pairing: texts } = useTexts();
  return (
    <Page title={texts.title}>
      <Form className="card">
        <div className="card-body">
          <p>{texts.introduction}</p>
          <label className="form-label" htmlFor="code">
            {texts.code}
          </label>
          <input
            className={`form-control ${wrong ? 'is-invalid' : ''}`}
            id="code"
            name="code"
            dir="ltr"
            autoCapitalize="characters"
            spellCheck={false}
            autoComplete="off"
            maxLength={60}
            required
            defaultValue={typed}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? 'mistake' : 'explained'}
          />
          {wrong ? (
            <div className="invalid-feedback" id="mistake" role="alert">
              {texts.wrongCode}
            </div>
          ) : (
            <div className="form-hint" id="explained">
              {texts.codeHelp}
            </div>
          )}
        </div>
        <div className="card-footer">
          <button className="btn btn-primary action">{texts.next}</button>
        </div>
      </Form>
    </Page>
  );
}

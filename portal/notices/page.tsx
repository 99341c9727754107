import { NOTICE_CHOICES } from '../../domain/notices.ts';
import type { NoticeChoice } from '../../services/accounts/notice-choices.ts';
import { Page } from '../layout.tsx';
import { Form } from '../parts/form/form.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useFormat, useTexts } from '../reader.ts';

type NoticeChoicePageProps = {
  choice: NoticeChoice;
  /** Whether none was chosen. */
  isWrong?: boolean;
};

/** When an account is told of what ends: on which days before, or never. */
export function NoticeChoicePage({ choice: { account, isOn, days }, isWrong = false }: NoticeChoicePageProps) {
  const { choice: texts } = useTexts().letters;
  const format = useFormat();
  return (
    <Page title={texts.title}>
      {isWrong && <Notice kind="danger" title={texts.nothingChosen} />}
      <Notice kind={isOn ? 'success' : 'info'} {...(isOn ? texts.on : texts.off)} />
      <Form className="card">
        <div className="card-body">
          <p>{texts.introduction(`\u2068${account.name}\u2069`)}</p>
          {isOn && (
            <fieldset>
              <legend className="form-label">{texts.days}</legend>
              {NOTICE_CHOICES.map((day) => (
                <label key={day} className="form-check">
                  <input
                    className="form-check-input"
                    type="checkbox"
                    name={`days-${day}`}
                    value="yes"
                    defaultChecked={days.includes(day)}
                  />
                  <span className="form-check-label">{texts.daysBefore(day, format.number(day))}</span>
                </label>
              ))}
            </fieldset>
          )}
        </div>
        <div className="card-footer d-flex flex-wrap gap-2">
          {isOn && (
            <button className="btn btn-primary action" name="do" value="save">
              {texts.save}
            </button>
          )}
          <button className={isOn ? 'btn action' : 'btn btn-primary action'} name="do" value={isOn ? 'stop' : 'resume'}>
            {isOn ? texts.stop : texts.resume}
          </button>
        </div>
      </Form>
    </Page>
  );
}

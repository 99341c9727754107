import { useTexts } from '../../reader.ts';
import { Page } from '../../layout.tsx';
import { Form } from '../../parts/form/form.tsx';
import { Notice } from '../../parts/said/notice.tsx';
import { ChangedNotice, type LastChange } from './changed-notice.tsx';
import { FormContext, type ShownForm } from './field.tsx';
import type { OrderForm } from './order-form.ts';

type FormPageProps = {
  form: OrderForm;
  shown: ShownForm;
  rows: number;
  failure?: string | null;
  changed?: LastChange | null;
};

/** The fields of a form, with what is wrong beside them. */
export function FormPage({ form, shown, rows, failure = null, changed = null }: FormPageProps) {
  const { orderChanges, assign } = useTexts();
  const { title, explained, back, sells, Fields } = form;
  return (
    <Page title={title} back={back}>
      {changed && <ChangedNotice changed={changed} text={orderChanges.overtakenText} />}
      {failure !== null && <Notice kind="danger" title={failure} />}
      {failure === null && shown.wrong.size > 0 && <Notice kind="danger" title={orderChanges.notAll} />}
      <Form className="card">
        <div className="card-body">
          <p>{explained}</p>
          <FormContext value={shown}>
            <Fields rows={rows} />
            <Unasked />
          </FormContext>
        </div>
        <div className="card-footer d-flex flex-wrap gap-2">
          <button className="btn btn-primary action" name="step" value="preview">
            {orderChanges.preview}
          </button>
          {sells && (
            <button className="btn action" name="step" value="more" formNoValidate>
              {orderChanges.moreLines}
            </button>
          )}
          <a className="btn btn-link action" href={back.href}>
            {assign.cancel}
          </a>
        </div>
      </Form>
    </Page>
  );
}

/** What a form began from goes along, so that what was changed meanwhile is not taken for typed. */
function Unasked() {
  return (
    <FormContext.Consumer>
      {({ typed }) =>
        Object.entries(typed).map(([name, value]) =>
          name.startsWith('was:') ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )
      }
    </FormContext.Consumer>
  );
}

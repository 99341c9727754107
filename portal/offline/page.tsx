import { Page } from '../layout.tsx';
import { Form } from '../parts/form/form.tsx';
import { CopyButton } from '../parts/said/copy.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';

/** What became of what was pasted. */
export type OfflineOutcome =
  | { kind: 'response'; response: string }
  | { kind: 'returned' }
  /** `detail` says more: what is wrong with the string, or which applications are in the way. */
  | { kind: 'refused'; why: string; detail: string };

type OfflinePageProps = {
  customer: { id: string };
  server: { id: string; name: string };
  outcome: OfflineOutcome | null;
  /** What was pasted, so that nothing is lost when it is refused. */
  pasted: { request: string; proof: string };
};

/** Activation without a connection, in three steps, and the way back. */
export function OfflinePage({ customer, server, outcome, pasted }: OfflinePageProps) {
  const { offline, next } = useTexts();
  const address = `/customers/${customer.id}/offline?server=${server.id}`;
  return (
    <Page title={offline.title} back={{ href: `/customers/${customer.id}/servers/${server.id}`, text: server.name }}>
      <p>{offline.introduction}</p>
      {outcome?.kind === 'returned' && (
        <>
          <Notice kind="success" title={offline.returned} />
          <p>
            <a className="btn btn-primary action" href={`/customers/${customer.id}/servers/${server.id}`}>
              {next.toServer}
            </a>
          </p>
        </>
      )}
      {outcome?.kind === 'refused' && <Notice kind="danger" title={outcome.why} text={outcome.detail} />}
      {outcome?.kind === 'response' ? (
        <Response
          response={outcome.response}
          request={pasted.request}
          address={address}
          back={server}
          customer={customer.id}
        />
      ) : (
        <Form className="card mb-3" action={address} files>
          <div className="card-body">
            <Paste name="request" label={offline.request} help={offline.requestHelp} value={pasted.request} />
            <Choose name="request-file" />
            <button className="btn btn-primary action">{offline.button}</button>
          </div>
        </Form>
      )}
      <details open={pasted.proof !== ''}>
        <summary>{offline.proof}</summary>
        <Form className="card mt-3" action={address} files>
          <div className="card-body">
            <Paste name="proof" label={offline.proof} help={offline.proofHelp} value={pasted.proof} />
            <Choose name="proof-file" />
            <button className="btn action">{offline.proofButton}</button>
          </div>
        </Form>
      </details>
    </Page>
  );
}

type PasteProps = { name: 'request' | 'proof'; label: string; help: string; value: string };

function Paste({ name, label, help, value }: PasteProps) {
  return (
    <div className="mb-3">
      <label className="form-label" htmlFor={name}>
        {label}
      </label>
      <textarea
        className="form-control font-monospace"
        id={name}
        name={name}
        rows={5}
        dir="ltr"
        spellCheck={false}
        defaultValue={value}
        aria-describedby={`${name}-help`}
      />
      <div className="form-hint" id={`${name}-help`}>
        {help}
      </div>
    </div>
  );
}

/** The same as a file that the AppSuite wrote. */
function Choose({ name }: { name: string }) {
  const { next } = useTexts();
  return (
    <div className="mb-3">
      <label className="form-label" htmlFor={name}>
        {next.orFile}
      </label>
      <input className="form-control" id={name} type="file" name="file" accept=".txt,text/plain" />
    </div>
  );
}

type ResponseProps = {
  response: string;
  /** What it answers: the same request is answered by the same again, as a file. */
  request: string;
  address: string;
  customer: string;
  back: { id: string };
};

function Response({ response, request, address, customer, back }: ResponseProps) {
  const { offline, next } = useTexts();
  return (
    <section className="card mb-3">
      <div className="card-body">
        <label className="form-label" htmlFor="response">
          {offline.response}
        </label>
        <textarea
          className="form-control font-monospace"
          id="response"
          rows={8}
          dir="ltr"
          readOnly
          defaultValue={response}
          aria-describedby="response-help"
        />
        <div className="form-hint mb-3" id="response-help">
          {offline.responseHelp}
        </div>
        <CopyButton text={response} label={offline.copy} copied={offline.copied} failed={offline.notCopied} />
        <Form action={address} className="d-flex flex-wrap gap-2 mt-2">
          <input type="hidden" name="request" value={request} />
          <button className="btn action" name="as" value="file">
            {next.download}
          </button>
          <a className="btn btn-link action" href={`/customers/${customer}/servers/${back.id}`}>
            {next.toServer}
          </a>
        </Form>
      </div>
    </section>
  );
}

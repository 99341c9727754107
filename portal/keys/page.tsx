import { SCOPES } from '../../domain/people/scopes.ts';
import type { KeyView } from '../../services/accounts/keys.ts';
import type { AccountKind } from '../../domain/people/permissions.ts';
import { FromNow, InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { useAccountTabs } from '../parts/frame/account-tabs.ts';
import { Badge } from '../parts/said/badge.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { Form } from '../parts/form/form.tsx';
import { FormId } from '../parts/form/form-id.tsx';
import { MarkedField } from '../parts/form/marked-field.tsx';
import { Name } from '../parts/said/name.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useFormat, useReader, useTexts } from '../reader.ts';
import { fieldOf, LASTINGS, type Lasting, type TypedKey, type WrongKey } from './key-form.ts';

export type KeysPageProps = {
  account: { id: string; kind: AccountKind; name: string };
  keys: readonly KeyView[];
  /** What to call those who made them. */
  makers: ReadonlyMap<string, string>;
  typed: TypedKey;
  wrong: WrongKey;
  isRevoked: boolean;
};

/** The keys by which programs call for an account, and how another one is made. */
export function KeysPage({ account, keys, makers, typed, wrong, isRevoked }: KeysPageProps) {
  const { keys: texts } = useTexts().account;
  const isWrong = Object.keys(wrong).length > 0;
  return (
    <Page title={account.name} says={texts.introduction} tabs={useAccountTabs(account, '/keys')}>
      {isRevoked && <Notice kind="success" {...texts.revoked} />}
      {isWrong && <Notice kind="danger" title={wrong.title ?? texts.wrong.title} />}
      <section className="card mb-3" aria-label={texts.title}>
        {keys.length === 0 ? (
          <Empty icon="key" {...texts.none} />
        ) : (
          <ul className="list-group list-group-flush">
            {keys.map((key) => (
              <Key key={key.id} of={account.id} about={key} makers={makers} />
            ))}
          </ul>
        )}
      </section>
      <NewKey account={account.id} typed={typed} wrong={wrong} />
    </Page>
  );
}

function Key({ of, about, makers }: { of: string; about: KeyView; makers: KeysPageProps['makers'] }) {
  const { account, words } = useTexts();
  const { now } = useReader();
  const texts = account.keys;
  const { id, name, scopes, createdAt, createdBy, expiresAt, lastUsedAt } = about;
  const maker = createdBy === null ? undefined : makers.get(createdBy);
  const hasEnded = expiresAt !== null && Date.parse(expiresAt) <= now();
  return (
    <li className="list-group-item d-flex flex-wrap gap-2 align-items-center">
      <div className="flex-fill">
        <strong>{name === null ? texts.unnamed : <Name>{name}</Name>}</strong>{' '}
        {hasEnded && (
          <Badge tone="quiet" icon="ban">
            {texts.ended}
          </Badge>
        )}
        <div>
          {texts.may}: {scopes ? scopes.map((scope) => texts.scopes[scope]).join(`${words.comma} `) : texts.mayAll}
        </div>
        <div className="text-secondary">
          {texts.made} <InstantText at={createdAt} />
          {maker && (
            <>
              {' · '}
              <Name>{maker}</Name>
            </>
          )}
        </div>
        <div className="text-secondary">
          {texts.lastUsed}: {lastUsedAt === null ? texts.neverUsed : <FromNow at={lastUsedAt} />}
          {' · '}
          {texts.ends}: {expiresAt === null ? texts.endsNever : <InstantText at={expiresAt} />}
        </div>
      </div>
      <a
        className="btn btn-outline-danger"
        href={`/accounts/${of}/keys/${id}/revoke`}
        aria-label={texts.revokeFor(name ?? texts.unnamed)}
      >
        {texts.revoke}
      </a>
    </li>
  );
}

function NewKey({ account, typed, wrong }: { account: string; typed: TypedKey; wrong: WrongKey }) {
  const { keys: texts } = useTexts().account;
  return (
    <Form action={`/accounts/${account}/keys`} className="card">
      <h2 className="card-header card-title">{texts.make}</h2>
      <div className="card-body">
        <FormId value={typed.request} />
        <MarkedField label={texts.name} help={texts.nameHelp} wrong={wrong.name}>
          {(tied) => <input {...tied} name="name" defaultValue={typed.name} maxLength={200} dir="auto" required />}
        </MarkedField>
        <fieldset className="mb-3" aria-describedby={wrong.scopes ? 'scopes-wrong' : undefined}>
          <legend className="form-label">{texts.may}</legend>
          <Radio value="some" text={texts.maySome} isChosen={!typed.mayAll} />
          <div className="ms-4">
            {SCOPES.map((scope) => (
              <label key={scope} className="form-check">
                <input
                  className="form-check-input"
                  type="checkbox"
                  name={fieldOf(scope)}
                  value="yes"
                  defaultChecked={typed.scopes.includes(scope)}
                />
                <span className="form-check-label">
                  {texts.scopes[scope]} <code dir="ltr">{scope}</code>
                </span>
              </label>
            ))}
          </div>
          <Radio value="all" text={texts.mayAll} isChosen={typed.mayAll} />
          {wrong.scopes && (
            <div className="invalid-feedback d-block" id="scopes-wrong">
              {wrong.scopes}
            </div>
          )}
        </fieldset>
        <MarkedField label={texts.ends}>
          {(tied) => (
            <select {...tied} className="form-select" name="lasts" defaultValue={typed.lasts}>
              {LASTINGS.map((lasting) => (
                <option key={lasting} value={lasting}>
                  <LastingText lasting={lasting} />
                </option>
              ))}
            </select>
          )}
        </MarkedField>
      </div>
      <div className="card-footer">
        <button className="btn btn-primary action">{texts.make}</button>
      </div>
    </Form>
  );
}

function Radio({ value, text, isChosen }: { value: string; text: string; isChosen: boolean }) {
  return (
    <label className="form-check">
      <input className="form-check-input" type="radio" name="may" value={value} defaultChecked={isChosen} />
      <span className="form-check-label">{text}</span>
    </label>
  );
}

function LastingText({ lasting }: { lasting: Lasting }) {
  const { keys: texts } = useTexts().account;
  const { number } = useFormat();
  return <>{lasting === 'never' ? texts.endsNever : texts.endsInDays(number(Number(lasting)))}</>;
}

import { LONGEST_BRAND_NAME } from '../../domain/brand/brand.ts';
import { LOGO_TYPES } from '../../domain/brand/logo.ts';
import { Page } from '../layout.tsx';
import { Form } from '../parts/form/form.tsx';
import { MarkedField } from '../parts/form/marked-field.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useBrand, useTexts } from '../reader.ts';
import type { TypedBrand, Wrong } from './brand-form.ts';

export type SettingsPageProps = {
  typed: TypedBrand;
  /** The number of the state that is changed. */
  version: number;
  /** What is wrong with which field; empty where nothing is. */
  wrong: Wrong;
  isSaved: boolean;
  mayChange: boolean;
};

/** How the vendor shows itself on pages and in e-mails. */
export function SettingsPage({ typed, version, wrong, isSaved, mayChange }: SettingsPageProps) {
  const { brand: texts } = useTexts();
  const isWrong = Object.keys(wrong).length > 0;
  return (
    <Page title={texts.title}>
      {isSaved && <Notice kind="success" {...texts.saved} />}
      {isWrong && <Notice kind="danger" title={wrong.changed ?? texts.wrong.title} />}
      <p className="text-secondary">{texts.introduction}</p>
      <Form action="/settings" className="card" files>
        <fieldset className="card-body" disabled={!mayChange}>
          <input type="hidden" name="version" value={version} />
          <MarkedField label={texts.name} help={texts.nameHelp} wrong={wrong.name}>
            {(tied) => (
              <input {...tied} name="name" defaultValue={typed.name} maxLength={LONGEST_BRAND_NAME} dir="auto" />
            )}
          </MarkedField>
          <MarkedField label={texts.accent} help={texts.accentHelp} wrong={wrong.accent}>
            {(tied) => <input {...tied} name="accent" defaultValue={typed.accent} maxLength={20} dir="ltr" />}
          </MarkedField>
          <MarkedField label={texts.supportAddress} help={texts.supportHelp} wrong={wrong.support}>
            {(tied) => (
              <input {...tied} name="support" defaultValue={typed.support} maxLength={200} dir="ltr" type="email" />
            )}
          </MarkedField>
          <MarkedField label={texts.footer} help={texts.footerHelp} wrong={wrong.footer}>
            {(tied) => <input {...tied} name="footer" defaultValue={typed.footer} maxLength={200} dir="auto" />}
          </MarkedField>
          <LogoNow isRemoved={typed.isLogoRemoved} />
          <MarkedField label={texts.logo} help={texts.logoHelp} wrong={wrong.logo}>
            {(tied) => <input {...tied} name="logo" type="file" accept={LOGO_TYPES.join()} />}
          </MarkedField>
        </fieldset>
        {mayChange && (
          <div className="card-footer">
            <button className="btn btn-primary action">{texts.save}</button>
          </div>
        )}
      </Form>
    </Page>
  );
}

/** The logo that pages show, and that they are to show none. */
function LogoNow({ isRemoved }: { isRemoved: boolean }) {
  const { brand: texts } = useTexts();
  const { logoUrl } = useBrand();
  if (!logoUrl) return null;
  return (
    <div className="mb-3">
      <div className="form-label">{texts.logoNow}</div>
      <img src={logoUrl} alt="" height={32} />
      <label className="form-check mt-2">
        <input className="form-check-input" type="checkbox" name="removeLogo" value="yes" defaultChecked={isRemoved} />
        <span className="form-check-label">{texts.removeLogo}</span>
      </label>
    </div>
  );
}

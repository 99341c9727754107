import { useReader, useTexts } from '../../reader.ts';
import { Notice } from '../said/notice.tsx';

/** Carries what was typed in another form, on pages of whoever is not signed in. */
export function Kept({ value }: { value: string | undefined }) {
  return value === undefined ? null : <input type="hidden" name="kept" value={value} />;
}

/** Says, where somebody has to sign in in mid-form, that nothing is lost; `leftOut` where a file was chosen. */
export function SignedOutNotice({ leftOut }: { leftOut: boolean }) {
  const { kept } = useTexts().signingIn;
  return (
    <Notice
      kind="info"
      title={kept.signedOut}
      text={[kept.willReturn, leftOut && kept.filesLeftOut].filter(Boolean).join(' ')}
    />
  );
}

/** Says, on the page of a form that came back, that what was typed stands in it, and was not sent. */
export function KeptNotice() {
  const { kept } = useReader();
  const texts = useTexts().signingIn.kept;
  if (!kept) return null;
  return (
    <Notice
      kind="info"
      title={texts.title}
      text={[texts.text, kept.leftOut && texts.filesLeftOut].filter(Boolean).join(' ')}
    >
      <template id="left" />
    </Notice>
  );
}

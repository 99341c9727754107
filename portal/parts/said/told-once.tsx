import { useTexts } from '../../reader.ts';
import { CopyButton } from './copy.tsx';
import { Notice } from './notice.tsx';

/** A secret that is shown this once, to be copied. */
export function ToldOnce({ title, text, secret }: { title: string; text: string; secret: string }) {
  const { keys: texts } = useTexts().account;
  return (
    <>
      <Notice kind="success" title={title} text={text} />
      <section className="card mb-3" aria-label={title}>
        <div className="card-body">
          <code className="d-block mb-3 wrap token" dir="ltr" translate="no" id="secret">
            {secret}
          </code>
          <CopyButton text={secret} label={texts.copy} copied={texts.copied} failed={texts.notCopied} />
        </div>
      </section>
    </>
  );
}

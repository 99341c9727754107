import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LANGUAGES } from '../languages/index.ts';
import { ICON_ADDRESS, SCRIPT_ADDRESS, TOUCH_ICON_ADDRESS, styleSheetFor } from './assets.ts';
import { KeptNotice } from './parts/form/kept.tsx';
import { Navigation } from './parts/frame/navigation.tsx';
import { PageHead, type PageHeadProps } from './parts/frame/page-head.tsx';
import { useBrand, useReader, useTexts } from './reader.ts';

/** No styles are put in by a script, and no page is kept by one: what is shown is what the service says now. */
const HTMX = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  extensions: 'ptag',
  morphIgnore: ['data-htmx-powered', 'open'],
});

export type PageProps = PageHeadProps & {
  /** For tables: as wide as the screen lets it. */
  wide?: boolean;
  /** Opens the page again by itself after so many seconds; without a script. */
  refreshAfterSeconds?: number | undefined;
  children: ReactNode;
};

/** The frame of every page. */
export function Page({ wide = false, refreshAfterSeconds, children, ...head }: PageProps) {
  const { texts } = useReader().language;
  const { name, accentStyleSheetUrl } = useBrand();
  return (
    <html lang={texts.locale} dir={texts.direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {refreshAfterSeconds && (
          <noscript>
            <meta httpEquiv="refresh" content={String(refreshAfterSeconds)} />
          </noscript>
        )}
        <link rel="icon" href={ICON_ADDRESS} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={TOUCH_ICON_ADDRESS} />
        <title>{`${head.title} · ${name ?? texts.frame.product}`}</title>
        <meta name="htmx-config" content={HTMX} />
        <link rel="stylesheet" href={styleSheetFor(texts.direction)} />
        {accentStyleSheetUrl !== null && <link rel="stylesheet" href={accentStyleSheetUrl} />}
        <script src={SCRIPT_ADDRESS} defer />
      </head>
      <body>
        <a className="skip" href="#main">
          {texts.frame.skip}
        </a>
        <div className="page">
          <Navigation />
          <main id="main" className="page-wrapper" tabIndex={-1}>
            <div className="width page-content">
              <PageHead {...head} />
              <div className={wide ? undefined : 'column'}>
                <KeptNotice />
                {children}
              </div>
            </div>
          </main>
          <footer className="foot">
            <div className="width">
              <House />
              <LanguageChoice />
            </div>
          </footer>
        </div>
        <div id="spoken" className="visually-hidden" role="status" aria-live="polite" />
      </body>
    </html>
  );
}

/** What the vendor says at the end of every page, and where people write to; nothing where it says nothing. */
function House() {
  const { support, footer } = useBrand();
  const { brand } = useTexts();
  return (
    <>
      {footer !== null && <bdi>{footer}</bdi>}
      {support !== null && (
        <span>
          {brand.support}{' '}
          <a href={`mailto:${support}`}>
            <bdi dir="ltr">{support}</bdi>
          </a>
        </span>
      )}
    </>
  );
}

/** The same page in each language. */
function LanguageChoice() {
  const { language, url, formOf } = useReader();
  const { locale, frame } = language.texts;
  return (
    <nav aria-label={frame.language}>
      <ul className="list-inline mb-0">
        {LANGUAGES.map(({ locale: other, name }) => (
          <li key={other} className="list-inline-item">
            <a
              href={inLanguage(formOf, url, other)}
              lang={other}
              hrefLang={other}
              aria-current={other === locale || undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The address of the same page in a language; relative, so that a secret in its path is not written again. Of a form that
 * came back it is the page that it stood on.
 */
function inLanguage(formOf: string | null, url: string, language: string): string {
  const query = new URLSearchParams((formOf ?? url).split('?')[1]);
  query.set('language', language);
  return `${formOf?.split('?')[0] ?? ''}?${query.toString()}`;
}

/** A page as a browser gets it. */
export function renderPage(page: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

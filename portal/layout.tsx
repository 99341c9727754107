import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SCRIPT_ADDRESS, styleSheetFor } from './assets.ts';

/** No styles are put in by a script, and no page is kept by one: what is shown is what the service says now. */
const HTMX = JSON.stringify({ includeIndicatorCSS: false, history: false, morphIgnore: ['data-htmx-powered', 'open'] });

export type PageProps = {
  title: string;
  /** Opens the page again by itself after so many seconds; without a script. */
  refreshAfterSeconds?: number;
  children: ReactNode;
};

/** The frame of every page. */
export function Page({ title, refreshAfterSeconds, children }: PageProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {refreshAfterSeconds && <meta httpEquiv="refresh" content={String(refreshAfterSeconds)} />}
        <link rel="icon" href="data:," />
        <title>{`${title} · Cloud Licensing`}</title>
        <meta name="htmx-config" content={HTMX} />
        <link rel="stylesheet" href={styleSheetFor('ltr')} />
        <script src={SCRIPT_ADDRESS} defer />
      </head>
      <body>
        <div className="page">
          <header className="navbar align-items-center d-print-none">
            <div className="container-narrow px-3">
              <a className="navbar-brand" href="/">
                Cloud Licensing
              </a>
            </div>
          </header>
          <main className="page-wrapper">
            <div className="container-narrow px-3 py-4">
              <h1 className="mb-3">{title}</h1>
              {children}
            </div>
          </main>
        </div>
      </body>
    </html>
  );
}

/** A page as a browser gets it. */
export function renderPage(page: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

/** A name that a person or an organisation chose, in whatever script it is written. */
export function Name({ children }: { children: string }) {
  return <bdi dir="auto">{children}</bdi>;
}

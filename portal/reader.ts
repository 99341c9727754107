import { createContext, useContext } from 'react';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { languageFor, type Language } from '../languages/index.ts';
import type { KeptForm } from '../services/accounts/kept-forms.ts';
import type { NotRenewedError } from '../services/identity/renewing.ts';
import type { Viewer } from '../services/accounts/sessions.ts';

/** Who reads a page. */
export type Reader = {
  /** Null when nobody is signed in. */
  viewer: Viewer | null;
  /** Why somebody is not signed in any more whose session began by a provider: it says so, or does not answer. */
  ended: NotRenewedError['because'] | null;
  language: Language;
  /** Path and query of the page that was asked for. */
  url: string;
  /** Path and query of the page that a form came from, where its own address is that of no page; else null. */
  formOf: string | null;
  /** What was typed on this page before signing in again or proving it; null where nothing was. */
  kept: KeptForm | null;
  /** Whether there is a development mailbox to look into. */
  mailbox: boolean;
  /** How the vendor shows itself. */
  brand: ReaderBrand;
  /** What applications are called and counted in. */
  catalogue: Catalogue;
  /** Now, in epoch milliseconds: what “in 21 days” counts from. */
  now: () => number;
};

/** What pages show of the vendor; null is what the service has without. */
export type ReaderBrand = {
  name: string | null;
  /** The path of its logo. */
  logoUrl: string | null;
  /** The path of the style sheet that says its color, to follow the pages' own. */
  accentStyleSheetUrl: string | null;
  /** The address that people are told to write to. */
  support: string | null;
  /** A line at the end of pages. */
  footer: string | null;
};

/** Who reads where nobody could find out. */
export const SOMEBODY: Reader = {
  viewer: null,
  ended: null,
  language: languageFor('en'),
  url: '/',
  formOf: null,
  kept: null,
  mailbox: false,
  brand: { name: null, logoUrl: null, accentStyleSheetUrl: null, support: null, footer: null },
  catalogue: new Map(),
  now: Date.now,
};

export const ReaderContext = createContext<Reader>(SOMEBODY);

/** Who reads the page that is being written. */
export const useReader = (): Reader => useContext(ReaderContext);

/** What the page says, in the reader's language. */
export const useTexts = () => useReader().language.texts;

/** How the reader writes days and numbers. */
export const useFormat = () => useReader().language.format;

/** How the vendor shows itself. */
export const useBrand = () => useReader().brand;

/** What applications are called and counted in. */
export const useCatalogue = () => useReader().catalogue;

/** Who is signed in, on a page that nobody else gets to see. */
export function useViewer(): Viewer {
  const { viewer } = useReader();
  if (!viewer) throw new Error('This page is for who is signed in: register it under signedInOnly');
  return viewer;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isTimeZone } from '../../domain/days.ts';
import { catalogueIn, type Catalogue } from '../../domain/catalogue/catalogue.ts';
import type { BrandService } from '../../services/brand/brand.ts';
import type { SessionService, Viewer } from '../../services/accounts/sessions.ts';
import { NotRenewedError } from '../../services/identity/renewing.ts';
import { acceptedLanguage, languageFor, textsOf } from '../../languages/index.ts';
import type { Reader, ReaderBrand } from '../reader.ts';
import { cookieName, cookieOptions, SESSION_COOKIE } from './cookies.ts';

const LANGUAGE_COOKIE = 'language';
/** The time zone of the browser; portal.js writes it. */
const ZONE_COOKIE = 'zone';
const YEAR_SECONDS = 31_536_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who reads the page, and in which language; null before it is known. */
    reader: Reader | null;
  }
}

export type ReaderDeps = {
  services: { sessions: SessionService; brand: Pick<BrandService, 'show'> };
  publicUrl: string;
  mailbox: boolean;
  catalogue: Catalogue;
  clock: () => number;
};

/**
 * Finds out for every request who reads and in which language: what `?language=` says, which is kept in a cookie, else
 * that cookie, else the account's, else what the browser asks for. Instants are in one time zone on every page: the one that a
 * person has chosen, else the browser's, which a script puts into a cookie, else the account's.
 */
export function findReaders(app: FastifyInstance, deps: ReaderDeps): void {
  const cookie = cookieName(deps.publicUrl, LANGUAGE_COOKIE);
  const session = cookieName(deps.publicUrl, SESSION_COOKIE);
  const zone = cookieName(deps.publicUrl, ZONE_COOKIE);
  const browsersZone = ({ cookies }: FastifyRequest) => {
    const said = cookies[zone];
    return said !== undefined && isTimeZone(said) ? said : undefined;
  };
  app.decorateRequest('reader', null);
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const chosen = chosenLanguage(request);
    if (chosen) reply.setCookie(cookie, chosen, cookieOptions(deps.publicUrl, YEAR_SECONDS));
    const held = request.cookies[session];
    let ended: Reader['ended'] = null;
    const noteEnd = (error: unknown) => {
      if (!(error instanceof NotRenewedError)) throw error;
      ended = error.because;
      return null;
    };
    const [viewer, brand]: [Viewer | null, ReaderBrand] = await Promise.all([
      held ? deps.services.sessions.find(held).catch(noteEnd) : null,
      readerBrand(deps.services.brand),
    ]);
    const kept = chosen ?? request.cookies[cookie];
    const locale = (kept && inRegion(kept, viewer?.account.locale)) ?? viewer?.account.locale ?? askedFor(request);
    request.reader = {
      viewer,
      ended,
      language: languageFor(
        locale,
        viewer?.person.timeZone ?? browsersZone(request) ?? viewer?.account.timeZone ?? undefined,
      ),
      url: request.url,
      kept: null,
      formOf: isPage(app, request) ? null : '/',
      mailbox: deps.mailbox,
      brand,
      catalogue: catalogueIn(deps.catalogue, locale),
      now: deps.clock,
    };
  });
}

async function readerBrand(brands: Pick<BrandService, 'show'>): Promise<ReaderBrand> {
  const { name, logoUrl, styleSheet, support, footer } = await brands.show();
  return { name, logoUrl, accentStyleSheetUrl: styleSheet && styleSheet.url, support, footer };
}

/** Whether the address of a request can be opened as a page too: what only takes forms is none to go back to. */
function isPage(app: FastifyInstance, { method, routeOptions: { url } }: FastifyRequest): boolean {
  return method !== 'POST' || (url !== undefined && app.hasRoute({ method: 'GET', url }));
}

/** Says from which page a form came whose own address, opened, is no page, or another one. */
export function leadsBackTo(request: FastifyRequest, page: string): void {
  if (request.reader) request.reader.formOf = page;
}

function chosenLanguage({ query }: FastifyRequest): string | undefined {
  const { language } = query as { language?: unknown };
  return typeof language === 'string' ? textsOf(language)?.locale : undefined;
}

/** The account's own region, where it speaks the chosen language: days in Cairo are not written as in Tunis. */
function inRegion(language: string, locale: string | undefined): string {
  return locale && textsOf(locale)?.locale === language ? locale : language;
}

function askedFor({ headers }: FastifyRequest): string {
  return acceptedLanguage(headers['accept-language'] ?? '') ?? 'en';
}

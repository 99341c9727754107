import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { describeProblem, ProblemError, type ProblemCode } from '../../../services/problems/problems.ts';
import { REFUSAL_CODES } from '../../../domain/refusal.ts';
import { LANGUAGES, languageFor } from '../../../languages/index.ts';
import { PAGE_REFUSALS } from '../../../languages/texts/events.ts';
import { answerWithPages } from '../../../portal/pages.tsx';
import { SOMEBODY } from '../../../portal/reader.ts';
import { sentenceOf } from '../../../portal/refusals.ts';

/** A refusal of the API or of a rule, one of a form alone left out. */
const CODES = [...REFUSAL_CODES, ...PAGE_REFUSALS].filter((code) => code !== 'NAME_MISSING') as ProblemCode[];

let app: FastifyInstance;

beforeAll(async () => {
  app = Fastify();
  await answerWithPages(app);
  app.decorateRequest('reader', null);
  app.addHook('onRequest', async (request) => {
    request.reader = { ...SOMEBODY, language: languageFor(request.headers['accept-language'] ?? 'en') };
  });
  app.get<{ Params: { code: ProblemCode } }>('/refused/:code', ({ params }) => {
    throw new ProblemError(params.code);
  });
  app.get('/broken', () => {
    throw new Error('select secret from nowhere');
  });
});
afterAll(() => app.close());

const open = (url: string, language = 'en') => app.inject({ url, headers: { 'accept-language': language } });
const inHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');

describe.each(LANGUAGES.map((texts) => [texts.name, texts] as const))('in %s', (_name, texts) => {
  test.each(CODES)('a page says why: %s', async (code) => {
    const { statusCode, body, headers } = await open(`/refused/${code}`, texts.locale);
    const { status } = describeProblem(new ProblemError(code));
    const own = Object.values(texts.frame).flatMap((said) => (typeof said === 'string' ? [] : [said.text]));
    const reasons = [texts.refusals[code as keyof typeof texts.refusals], ...own].map(inHtml);
    expect(statusCode).toBe(status);
    expect(reasons.filter((reason) => body.includes(`<p>${reason}</p>`))).toHaveLength(1);
    expect(body).not.toContain(inHtml(texts.frame.broken.text));
    expect(headers['content-language']).toBe(texts.locale);
  });

  test('no two refusals have one sentence, so that each says what it is', () => {
    const sentences = Object.values(texts.refusals);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

test('what nobody expected is no refusal: it is a page that says nothing about itself', async () => {
  const { statusCode, body } = await open('/broken');
  expect(statusCode).toBe(500);
  expect(body).not.toContain('secret');
  expect(sentenceOf(languageFor('en').texts.refusals, 'constructor')).toBeUndefined();
});

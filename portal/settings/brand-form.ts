import { LEAST_CONTRAST, textContrastOf } from '../../domain/brand/accent.ts';
import { readColor } from '../../domain/brand/color.ts';
import type { Language } from '../../languages/index.ts';
import type { PostedBrand, SeenBrand } from '../../services/brand/brand.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import type { FormBody } from '../form.ts';

/** What stands in the fields of the form. */
export type TypedBrand = Record<'name' | 'accent' | 'support' | 'footer', string> & { isLogoRemoved: boolean };

/** What is wrong, in the reader's words, by field; `changed` where somebody else was faster. */
export type Wrong = Partial<Record<'name' | 'logo' | 'accent' | 'support' | 'footer' | 'changed', string>>;

/** The fields of what is kept. */
export function asTyped({ view: { name, accent, support, footer } }: SeenBrand): TypedBrand {
  return { name: name ?? '', accent: accent ?? '', support: support ?? '', footer: footer ?? '', isLogoRemoved: false };
}

export function readTyped({ name = '', accent = '', support = '', footer = '', removeLogo }: FormBody): TypedBrand {
  return { name, accent, support, footer, isLogoRemoved: removeLogo === 'yes' };
}

/** The body that the API would take: an empty field takes away. A file counts more than the wish to have none. */
export function asPosted({ isLogoRemoved, ...typed }: TypedBrand, logo: Buffer | null): PostedBrand {
  const texts = Object.fromEntries(Object.entries(typed).map(([field, text]) => [field, text || null]));
  if (logo) return { ...texts, logo: logo.toString('base64') };
  return isLogoRemoved ? { ...texts, logo: null } : texts;
}

/** Why the service refused what was typed, beside the fields that it names. Throws again what is nothing of the kind. */
export function wrongWith(error: unknown, { accent }: TypedBrand, { texts, format }: Language): Wrong {
  const { contrast, ...said } = texts.brand.wrong;
  if (!(error instanceof ProblemError)) throw error;
  if (error.code === 'CHANGED_MEANWHILE') return { changed: said.changed };
  if (error.code !== 'INVALID_REQUEST') throw error;
  const color = readColor(accent);
  const words: Record<string, string> = {
    ...said,
    ...(color && { accent: contrast(format.number(cut(textContrastOf(color))), format.number(LEAST_CONTRAST)) }),
  };
  const fields = (error.about.errors ?? []).map(({ pointer }) => pointer.slice(1));
  return Object.fromEntries(fields.map((field) => [field, words[field] ?? said.title]));
}

/** Never rounded up to what would be enough. */
const cut = (contrast: number) => Math.floor(contrast * 100) / 100;

import { createHash } from 'node:crypto';
import { changeBrand, readBrand, readLogo, type KeptBrand, type Logo } from '../../db/queries/brand/brand.ts';
import { lastChange } from '../../db/queries/accounts/accounts.ts';
import { LEAST_CONTRAST, textContrastOf } from '../../domain/brand/accent.ts';
import { LONGEST_BRAND_NAME } from '../../domain/brand/brand.ts';
import { readColor } from '../../domain/brand/color.ts';
import { LARGEST_LOGO_BYTES, logoTypeOf } from '../../domain/brand/logo.ts';
import { isEmailAddress } from '../../domain/people/email-address.ts';
import { VENDOR } from '../../domain/people/permissions.ts';
import type { InputError } from '../../domain/order/arriving/accept.ts';
import { causeOf, type AskedWhere } from '../asked.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { ProblemError, refuseInvalid } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import type { CurrentBrand } from './current.ts';
import { shownBrand } from './shown.ts';

/** A brand as it is asked for; what is absent stays, null takes away. The logo is a file in base64. */
export type PostedBrand = {
  name?: string | null;
  logo?: string | null;
  accent?: string | null;
  support?: string | null;
  footer?: string | null;
};

/** A brand as the API answers it, and the number of its state. */
export type SeenBrand = { version: number; view: ReturnType<typeof present> };

export type BrandService = ReturnType<typeof createBrandService>;

/** How the vendor shows itself on pages and in e-mails. Callers have been asked whether they may. */
export function createBrandService({ orm, clock, publicUrl }: Deps, current: CurrentBrand) {
  const em = () => orm.em.fork();

  return {
    show: () => current.show(),

    read: async (): Promise<SeenBrand> => seen(publicUrl, await readBrand(em())),

    /** Changes it, for every page and e-mail from now on. Problems: INVALID_REQUEST, CHANGED_MEANWHILE (with `changedBy` and `changedAt`). */
    async change({ logo, accent, ...texts }: PostedBrand, asked: AskedWhere): Promise<SeenBrand> {
      const { name, support, footer } = texts;
      checkTexts({ '/name': name ?? undefined, '/support': support ?? undefined, '/footer': footer ?? undefined });
      const file = typeof logo === 'string' ? logoOf(logo) : logo;
      refuseInvalid([...checkName(name), ...checkLogo(file), ...checkAccent(accent), ...checkSupport(support)]);
      const change = {
        ...texts,
        ...(accent !== undefined && { accent: readColor(accent ?? '') }),
        ...(file !== undefined && { logo: file as Logo | null }),
      };
      const { expected } = asked;
      const cause = { ...causeOf(asked, clock()), expected };
      if ((await changeBrand(em(), change, cause)) === 'changed-meanwhile') {
        const changed = await lastChange(em(), VENDOR);
        throw new ProblemError('CHANGED_MEANWHILE', {
          ...(changed && { details: { changedBy: changed.by, changedAt: instant(changed.at) } }),
        });
      }
      const kept = await readBrand(em());
      current.keep(kept);
      return seen(publicUrl, kept);
    },

    /** A logo that is or was the vendor's, by its hash; null where there is none. */
    logo: (hash: string) => readLogo(em(), hash),
  };
}

function seen(publicUrl: string, { brand, version }: KeptBrand): SeenBrand {
  return { version, view: present(publicUrl, { brand }) };
}

function present(publicUrl: string, { brand }: Pick<KeptBrand, 'brand'>) {
  const { name, accent, support, footer } = brand;
  const { logoUrl } = shownBrand(brand);
  return { name, accent, support, footer, logoUrl: logoUrl && `${publicUrl}${logoUrl}` };
}

/** The file of a logo; what it can't be is left for {@link checkLogo}. */
function logoOf(base64: string): Omit<Logo, 'type'> & { type: Logo['type'] | null } {
  const content = Buffer.from(base64, 'base64');
  return { hash: createHash('sha256').update(content).digest('hex'), type: logoTypeOf(content), content };
}

function checkName(name: string | null | undefined): InputError[] {
  if (!name || name.length <= LONGEST_BRAND_NAME) return [];
  return [{ pointer: '/name', message: `has at most ${LONGEST_BRAND_NAME} characters` }];
}

function checkLogo(logo: ReturnType<typeof logoOf> | null | undefined): InputError[] {
  if (!logo) return [];
  if (logo.type === null) return [{ pointer: '/logo', message: 'is a PNG, JPEG or WebP file, in base64' }];
  if (logo.content.length <= LARGEST_LOGO_BYTES) return [];
  return [{ pointer: '/logo', message: `has at most ${LARGEST_LOGO_BYTES / 1_024} kB` }];
}

function checkAccent(accent: string | null | undefined): InputError[] {
  if (accent === null || accent === undefined) return [];
  const color = readColor(accent);
  if (!color) return [{ pointer: '/accent', message: 'is a color like #0b5cad' }];
  const contrast = textContrastOf(color);
  if (contrast >= LEAST_CONTRAST) return [];
  return [
    { pointer: '/accent', message: `text on it has a contrast of ${ratio(contrast)} to 1 and needs ${LEAST_CONTRAST}` },
  ];
}

function checkSupport(support: string | null | undefined): InputError[] {
  return !support || isEmailAddress(support) ? [] : [{ pointer: '/support', message: 'is an e-mail address' }];
}

/** Never rounded up to what would be enough. */
function ratio(contrast: number): string {
  return (Math.floor(contrast * 100) / 100).toFixed(2);
}

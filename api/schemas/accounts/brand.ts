import Type from 'typebox';
import { LONGEST_BRAND_NAME } from '../../../domain/brand/brand.ts';
import type { Color } from '../../../domain/brand/color.ts';
import { LARGEST_LOGO_BYTES } from '../../../domain/brand/logo.ts';
import { Closed, Email, Nullable, Text } from '../common.ts';

const Name = Type.String({ ...Text, maxLength: LONGEST_BRAND_NAME });
const Accent = Type.Unsafe<Color>({
  ...{ type: 'string', pattern: '^#[0-9A-Fa-f]{6}$', examples: ['#0b5cad'] },
  description: 'Of buttons and links; text on it needs a contrast of 4.5',
});

/** Of a file in base64, with what is at its end. */
const LONGEST_BASE64 = Math.ceil((LARGEST_LOGO_BYTES + 1) / 3) * 4;

export const BrandChange = Closed(
  {
    name: Type.Optional(Nullable(Name)),
    logo: Type.Optional(
      Nullable(
        Type.String({
          ...{ minLength: 1, maxLength: LONGEST_BASE64, pattern: '^[A-Za-z0-9+/]+={0,2}$' },
          description: 'A PNG, JPEG or WebP file of at most 128 kB, in base64',
        }),
      ),
    ),
    accent: Type.Optional(Nullable(Accent)),
    support: Type.Optional(Nullable(Email)),
    footer: Type.Optional(Nullable(Text)),
  },
  { description: 'What is absent stays, null takes away' },
);

export const BrandView = Type.Object({
  name: Nullable(Name),
  logoUrl: Nullable(Type.String({ description: 'Where the logo is; another logo is at another address' })),
  accent: Nullable(Accent),
  support: Nullable(Email),
  footer: Nullable(Text),
});

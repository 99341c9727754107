import { defineEntity, p } from '@mikro-orm/core';
import { LOGO_TYPES } from '../../../domain/brand/logo.ts';

/** A logo, kept after another took its place: e-mails that were sent name its address. */
export const LogoEntity = defineEntity({
  name: 'Logo',
  tableName: 'logos',
  properties: {
    /** SHA-256 of its content, in hexadecimal. */
    hash: p.text().primary(),
    type: p.enum(LOGO_TYPES),
    content: p.blob(),
    keptAt: p.datetime(),
  },
});

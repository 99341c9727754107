import { Img, Section, Text } from 'react-email';
import { accentOf, type Accent } from '../domain/brand/accent.ts';
import { logoPath, type Brand } from '../domain/brand/brand.ts';
import type { Texts } from '../languages/texts.ts';
import { styles } from './styles.ts';

/** How the vendor shows itself in an e-mail. */
export type MailBrand = Pick<Brand, 'name' | 'support' | 'footer'> & {
  /** The whole address of its logo: mail programs fetch it, if at all. */
  logoUrl: string | null;
  accent: Accent | null;
};

/** The same of a brand; `publicUrl` has no slash at its end. */
export function mailBrand({ logo, accent, ...said }: Brand, publicUrl: string): MailBrand {
  return { ...said, logoUrl: logo && `${publicUrl}${logoPath(logo)}`, accent: accent && accentOf(accent) };
}

/** Who sends it: its logo, and its name, which is read where no picture is shown. */
export function Sender({ name, logoUrl }: MailBrand) {
  if (!name && !logoUrl) return null;
  return (
    <Section>
      {logoUrl && <Img src={logoUrl} alt="" height={32} style={styles.logo} />}
      {name && (
        <Text style={styles.sender}>
          <bdi dir="auto">{name}</bdi>
        </Text>
      )}
    </Section>
  );
}

/** Whom to write to, and what the vendor says at the end of each. */
export function Ending({ brand: { support, footer }, texts }: { brand: MailBrand; texts: Texts }) {
  return (
    <>
      {support && (
        <Text style={styles.quiet} className="quiet">
          {texts.brand.support} <bdi dir="ltr">{support}</bdi>
        </Text>
      )}
      {footer && (
        <Text style={styles.quiet} className="quiet">
          <bdi dir="auto">{footer}</bdi>
        </Text>
      )}
    </>
  );
}

/** An e-mail for readers without HTML: its parts, below who sends it and above whom to write to. */
export function asText({ name, support, footer }: MailBrand, texts: Texts, parts: readonly string[]): string {
  const ending = [...(support ? [`${texts.brand.support} ${support}`] : []), ...(footer ? [footer] : [])];
  return [...(name ? [name] : []), ...parts, ...ending].join('\n\n').concat('\n');
}

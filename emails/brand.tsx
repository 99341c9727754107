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

/** Who an e-mail says that it is from. */
function senderName({ name }: MailBrand, { frame }: Texts): string {
  return name ?? frame.product;
}

/** Who sends it: its logo, and its name, which is read where no picture is shown. */
export function Sender({ brand, texts }: { brand: MailBrand; texts: Texts }) {
  return (
    <Section>
      {brand.logoUrl && <Img src={brand.logoUrl} alt="" height={32} style={styles.logo} />}
      <Text style={styles.sender}>
        <bdi dir="auto">{senderName(brand, texts)}</bdi>
      </Text>
    </Section>
  );
}

/** Why its reader gets it, whom to write to, and what the vendor says at the end of each. */
export function Ending({ brand, texts, why }: { brand: MailBrand; texts: Texts; why: string }) {
  const { support, footer } = brand;
  return (
    <>
      <Text style={styles.quiet} className="quiet">
        {why}
      </Text>
      <Text style={styles.quiet} className="quiet">
        <bdi dir="auto">{senderName(brand, texts)}</bdi>
        {support && (
          <>
            <br />
            {texts.brand.support} <bdi dir="ltr">{support}</bdi>
          </>
        )}
      </Text>
      {footer && (
        <Text style={styles.quiet} className="quiet">
          <bdi dir="auto">{footer}</bdi>
        </Text>
      )}
    </>
  );
}

/** An e-mail for readers without HTML: its parts, below who sends it and above why it came and whom to write to. */
export function asText(brand: MailBrand, texts: Texts, parts: readonly string[], why: string): string {
  const { support, footer } = brand;
  const sender = senderName(brand, texts);
  const signed = [sender, ...(support ? [`${texts.brand.support} ${support}`] : [])].join('\n');
  return [sender, ...parts, why, `-- \n${signed}`, ...(footer ? [footer] : [])].join('\n\n').concat('\n');
}

/** A heading of such an e-mail. */
export function underlined(heading: string): string {
  return `${heading}\n${'='.repeat(heading.length)}`;
}

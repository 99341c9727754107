import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { UNBRANDED, type Brand } from '../../../domain/brand/brand.ts';
import type { LogoType } from '../../../domain/brand/logo.ts';
import { VENDOR, type By } from '../../../domain/people/permissions.ts';
import { executeOften } from '../prepared.ts';
import { appendAccountEvent, type Cause } from '../accounts/events.ts';

/**
 * How the vendor shows itself, and the number of that state: 0 where nothing was ever said. Its e-mails name a `sender` in
 * any case: what the brand leaves out of a name and an address to write to is that of the vendor's account.
 */
export type KeptBrand = { brand: Brand; version: number; sender: Brand };

/** A logo as it was sent. */
export type Logo = { hash: string; type: LogoType; content: Buffer };

const READ = `select b.name, b.logo, b.accent, b.support, b.footer, coalesce(b.version, 0) as version,
    a.name as "accountName", a.email as "accountEmail"
  from accounts a left join brands b on b.account_id = a.id where a.id = ?`;

export async function readBrand(em: EntityManager): Promise<KeptBrand> {
  const [row] = await executeOften<Brand & { version: number; accountName: string; accountEmail: string }>(
    em,
    'brand',
    READ,
    [VENDOR],
  );
  if (!row) return { brand: UNBRANDED, version: 0, sender: UNBRANDED };
  const { version, accountName, accountEmail, ...brand } = row;
  return {
    ...{ brand, version },
    sender: { ...brand, name: brand.name ?? accountName, support: brand.support ?? accountEmail },
  };
}

/** What the brand is to be; what is absent stays. A logo comes with its file. */
export type BrandChange = Partial<Omit<Brand, 'logo'>> & { logo?: Logo | null };

/**
 * Changes the brand, and journals it in the vendor's account where that changes anything. `expected` are the states that it
 * is wanted for; of another one nothing is changed, unless it is so already.
 */
export async function changeBrand(
  em: EntityManager,
  { logo, ...change }: BrandChange,
  { by, expected, ...cause }: Cause & { by: By; expected?: number[] | undefined },
): Promise<'done' | 'changed-meanwhile'> {
  return em.transactional(async (tx) => {
    await tx.execute('select from accounts where id = ? for update', [VENDOR]);
    const { brand, version } = await readBrand(tx);
    const changed: Brand = { ...brand, ...change, ...(logo !== undefined && { logo: logo && logo.hash }) };
    if (isDeepStrictEqual(changed, brand)) return 'done';
    if (expected && !expected.includes(version)) return 'changed-meanwhile';
    if (logo) await keepLogo(tx, logo, cause.at);
    await tx.execute(
      `insert into brands (account_id, name, logo, accent, support, footer, version) values (?, ?, ?, ?, ?, ?, 1)
       on conflict (account_id) do update set name = excluded.name, logo = excluded.logo, accent = excluded.accent,
         support = excluded.support, footer = excluded.footer, version = brands.version + 1`,
      [VENDOR, changed.name, changed.logo, changed.accent, changed.support, changed.footer],
    );
    await appendAccountEvent(tx, VENDOR, cause, { type: 'account-changed', fields: ['brand'], by });
    return 'done';
  });
}

/** A logo that is or was the vendor's; null where none has that hash. */
export async function readLogo(em: EntityManager, hash: string): Promise<Logo | null> {
  const [logo] = await em.execute<Logo[]>('select hash, type, content from logos where hash = ?', [hash]);
  return logo ?? null;
}

async function keepLogo(em: EntityManager, { hash, type, content }: Logo, at: Date): Promise<void> {
  await em.execute(
    `insert into logos (hash, type, content, kept_at) values (?, ?, decode(?, 'base64'), ?) on conflict (hash) do nothing`,
    [hash, type, content.toString('base64'), at],
  );
}

import { findRefusable, refuseDevice, seeDevice } from '../../db/queries/accounts/devices.ts';
import { addresseeOf } from '../../db/queries/accounts/sign-ins.ts';
import { mailBrand } from '../../emails/brand.tsx';
import { renderNewDeviceMail } from '../../emails/signing-in.tsx';
import type { Post } from '../../mail/post.ts';
import { hashOfSecret, randomSecret } from '../../secrets/sign-in.ts';
import type { CurrentBrand } from '../brand/current.ts';
import type { Deps } from '../deps.ts';

export type DeviceService = ReturnType<typeof createDeviceService>;

/** The browsers in which people sign in: of a new one they are told, and can say that it was not them. */
export function createDeviceService({ orm, publicUrl, clock }: Deps, post: Post, brands: CurrentBrand) {
  const em = () => orm.em.fork();

  async function tell(person: string, userAgent: string, refusal: string, at: Date): Promise<void> {
    const addressee = await addresseeOf(em(), person);
    if (!addressee) return;
    const { email: to, locale, timeZone } = addressee;
    const url = `${publicUrl}/sign-in/not-me/${refusal}`;
    const brand = mailBrand(await brands.sender(), publicUrl);
    const about = { url, at: at.getTime(), locale, timeZone: timeZone ?? undefined, brand, userAgent };
    const mail = await renderNewDeviceMail(about);
    post.send({ ...mail, to, tag: 'new-device', idempotencyKey: `new-device/${hashOfSecret(refusal)}` });
  }

  return {
    /**
     * Notes in which browser somebody signs in, by the cookie that it has or gets, and tells them where it is a new one, unless
     * they never signed in before. Answers the cookie.
     */
    async see(seen: { person: string; userAgent: string; device: string | null }): Promise<string> {
      const { person, userAgent } = seen;
      const [device, refusal, at] = [seen.device || randomSecret(), randomSecret(), new Date(clock())];
      const row = { person, hash: hashOfSecret(device), userAgent, refusalHash: hashOfSecret(refusal), at };
      if (await seeDevice(em(), row)) await tell(person, userAgent, refusal, at);
      return device;
    },

    /** Which browser a secret of such an e-mail is about, which changes nothing; null when it no longer counts. */
    readRefusal: (refusal: string) => findRefusable(em(), hashOfSecret(refusal), new Date(clock())),

    /**
     * Ends all sessions of whoever was told, but the one whose cookie is given, removes the passkeys that were made since, and
     * forgets the browser; false when the secret no longer counts.
     */
    refuse: (refusal: string, cookie: string | null) =>
      refuseDevice(em(), hashOfSecret(refusal), cookie && hashOfSecret(cookie), new Date(clock())),
  };
}

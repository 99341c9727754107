import { administratorsOf } from '../../db/queries/accounts/administrators.ts';
import type { PairingRow } from '../../db/entities/servers/pairing.ts';
import { mailBrand } from '../../emails/brand.tsx';
import { renderMachineReplacedMail } from '../../emails/machine-replaced.tsx';
import type { Post } from '../../mail/post.ts';
import type { CurrentBrand } from '../brand/current.ts';
import type { Deps } from '../deps.ts';
import type { ServerService } from '../servers/servers.ts';

type Replacing = Pick<PairingRow, 'id' | 'server' | 'replaces'>;

export type TellReplaced = ReturnType<typeof createTellReplaced>;

/** How those who administrate a customer hear that a server of theirs moves to another machine. */
export function createTellReplaced({ orm, publicUrl }: Deps, servers: ServerService, post: Post, brands: CurrentBrand) {
  /** Where a machine is replaced: at its approval, and again once it was; under one key, by which it is one e-mail. */
  return async function tellReplaced({ id, server, replaces }: Replacing): Promise<void> {
    if (!replaces) return;
    const { view } = await servers.readServer(server!);
    const brand = mailBrand(await brands.sender(), publicUrl);
    const url = `${publicUrl}/customers/${view.customer}/servers/${view.id}`;
    for (const { person, email: to, locale } of await administratorsOf(orm.em.fork(), view.customer)) {
      const mail = await renderMachineReplacedMail({ server: view.name, url, locale, brand });
      post.send({ ...mail, to, tag: 'machine-replaced', idempotencyKey: `machine-replaced/${id}/${person}` });
    }
  };
}

import type { Unit } from '../../domain/catalogue.ts';
import type { Texts } from '../../languages/texts.ts';
import { heldBy } from '../parts/held.tsx';
import type { License, Server } from '../services.ts';
import type { Choice } from './capacity-form.ts';

/** What is assigned: one application to servers, or one server is given applications. */
export type Subject =
  | { kind: 'application'; key: string; name: string; unit: Unit | null; free: number }
  | { kind: 'server'; id: string; name: string };

/** The places of servers in their streams, by their ids. */
export type Places = ReadonlyMap<string, number>;

type About = { licenses: readonly License[]; servers: readonly Server[]; places: Places; texts: Texts };

/** Every server can be given an application; null where nothing of it is unlocked. */
export function choicesOfApplication(key: string, { licenses, servers, places, texts }: About) {
  const license = licenses.find(({ application }) => application === key);
  if (!license) return null;
  const subject: Subject = { kind: 'application', key, name: license.name, unit: license.unit, free: license.free };
  const choices = servers.map((server): Choice => ({
    ...{ server: server.id, application: key, name: server.name, about: texts.words.serverRoles[server.role] },
    ...{ held: heldBy(server, key), free: license.free, seq: places.get(server.id) ?? 0 },
  }));
  return { subject, choices };
}

/** A server can be given every application of which something is unlocked, and keeps what it has; null for no such server. */
export function choicesOfServer(id: string, { licenses, servers, places, texts }: About) {
  const server = servers.find((one) => one.id === id);
  if (!server) return null;
  const subject: Subject = { kind: 'server', id, name: server.name };
  const choices = licenses
    .filter(({ owned, locked, application }) => owned > locked || heldBy(server, application) > 0)
    .map(({ application, name, free, licenses: kinds }): Choice => ({
      ...{
        server: id,
        application,
        name,
        about: kinds.map((kind) => texts.words.licenses[kind]).join(`${texts.words.comma} `),
      },
      ...{ held: heldBy(server, application), free, seq: places.get(id) ?? 0 },
    }));
  return { subject, choices };
}

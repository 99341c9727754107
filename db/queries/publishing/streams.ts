import type { EntityName, EntityProperty, InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ActivationTokenEntity } from '../../entities/servers/activation-token.ts';
import { AssignmentEntity } from '../../entities/servers/assignment.ts';
import { DeliveryEntity } from '../../entities/telling/delivery.ts';
import { HeardServerEntity } from '../../entities/servers/heard-server.ts';
import { LineEntity } from '../../entities/orders/line.ts';
import { OrderEntity } from '../../entities/orders/order.ts';
import { ServerEntity } from '../../entities/servers/server.ts';
import { ShareEntity } from '../../entities/orders/share.ts';

/** Every table that a stream writes beside the journal: its entity and what of it names the stream; `grows` where older rows stay. */
export const STREAMS = {
  order: {
    parent: { entity: OrderEntity, of: 'number' },
    children: {
      deliveries: { entity: DeliveryEntity, of: 'orderNumber' },
      lines: { entity: LineEntity, of: 'orderNumber' },
      assignments: { entity: AssignmentEntity, of: 'orderNumber' },
      heardServers: { entity: HeardServerEntity, of: 'orderNumber' },
    },
  },
  server: {
    parent: { entity: ServerEntity, of: 'id' },
    children: {
      shares: { entity: ShareEntity, of: 'server' },
      tokens: { entity: ActivationTokenEntity, of: 'server', grows: true },
    },
  },
} as const;

export type StreamKind = keyof typeof STREAMS;

type Children<Kind extends StreamKind> = (typeof STREAMS)[Kind]['children'];

/** The rows of a stream at some place of it, which is the parent's `seq`. */
export type StreamRows<Kind extends StreamKind> = {
  parent: InferEntity<(typeof STREAMS)[Kind]['parent']['entity']>;
  children: {
    [Child in keyof Children<Kind>]: Children<Kind>[Child] extends { entity: infer Entity }
      ? InferEntity<Entity>[]
      : never;
  };
};

/** One of the tables as the database names it: `of` is the column that names the stream, `key` what tells its rows apart. */
export type Table = { name: string; of: string; key: string[]; columns: Record<string, string>; grows: boolean };

/** The tables of a kind of streams; the children by their names in {@link STREAMS}. */
export function tablesOf(em: EntityManager, kind: StreamKind): { parent: Table; children: [string, Table][] } {
  const { parent, children } = STREAMS[kind];
  return {
    parent: tableOf(em, parent),
    children: Object.entries<Place>(children).map(([name, child]) => [name, tableOf(em, child)]),
  };
}

type Place = { entity: EntityName; of: string; grows?: boolean };

function tableOf(em: EntityManager, { entity, of, grows = false }: Place): Table {
  const { tableName, primaryKeys, properties } = em.getMetadata().get(entity);
  const columns = Object.fromEntries(
    Object.entries<EntityProperty>(properties).map(([name, { fieldNames }]) => [name, fieldNames[0]!]),
  );
  const key = primaryKeys.filter((name) => name !== of).map((name) => columns[name]!);
  return { name: tableName, of: columns[of]!, key, columns, grows };
}

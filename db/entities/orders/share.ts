import { defineEntity, p } from '@mikro-orm/core';

/** What a server's last finished change took of a line. Written by the stream `server/<id>` alone. */
export const ShareEntity = defineEntity({
  name: 'Share',
  tableName: 'shares',
  properties: {
    server: p.text().primary(),
    orderNumber: p.text().primary(),
    line: p.text().primary(),
    application: p.text(),
    capacity: p.integer(),
  },
});

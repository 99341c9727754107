import { defineEntity, p } from '@mikro-orm/core';

/** A browser in which somebody has signed in, known by a cookie that lasts. Written by the API alone. */
export const DeviceEntity = defineEntity({
  name: 'Device',
  tableName: 'devices',
  properties: {
    personId: p.uuid().primary(),
    /** SHA-256 of the cookie, in hexadecimal. */
    hash: p.text().primary(),
    /** What the browser said it is, when it was first seen. */
    userAgent: p.text(),
    /** SHA-256 of the secret by which its person says that it was somebody else. */
    refusalHash: p.text().unique(),
    firstAt: p.datetime(),
    lastAt: p.datetime().index(),
  },
});

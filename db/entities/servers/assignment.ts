import { defineEntity, p } from '@mikro-orm/core';

/** Capacity of a line given to a server, by the order's word. Written by the stream `order/<number>` alone. */
export const AssignmentEntity = defineEntity({
  name: 'Assignment',
  tableName: 'assignments',
  properties: {
    orderNumber: p.text().primary(),
    line: p.text().primary(),
    server: p.text().primary().index(),
    capacity: p.integer(),
  },
});

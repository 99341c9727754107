import type { OrderService } from '../../services/orders/orders.ts';

/** An order, as the API answers it. */
export type Order = Awaited<ReturnType<OrderService['readOrder']>>;
export type OrderLine = Order['lines'][number];
export type Delivery = Order['deliveries'][number];

export { mail } from './mail.ts';
export { order } from './order.ts';
export { server } from './server.ts';

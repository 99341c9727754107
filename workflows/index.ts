export { batch } from './batch.ts';
export { mail } from './mail.ts';
export { notices } from './notices.ts';
export { order } from './order.ts';
export { server } from './server.ts';
export { sweeping } from './sweeping.ts';
export { webhook } from './webhook.ts';

export { stopParts as default } from './global-setup.ts';

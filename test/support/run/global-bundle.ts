export { bundleForRun as default } from '../workflow/bundle.ts';

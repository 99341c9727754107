import { BUILT_BUNDLE } from '../temporal/release.ts';
import { bundleInto } from './bundle.ts';

/** The last step of `npm run build`: a worker begins to work the sooner, as it has nothing to bundle. */
await bundleInto(BUILT_BUNDLE);

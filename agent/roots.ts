import type { PublicKey } from './folder/state.ts';

/**
 * The vendor's root keys. A release holds both, and trusts what they certify alone, whatever an administrator says. Here
 * there are none: in development a root is given (`--root`, `APPSUITE_ROOT`), or the first one that is seen is trusted.
 */
export const ROOTS: readonly PublicKey[] = [];

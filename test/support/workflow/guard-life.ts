import { deprecatePatch, patched, sleep } from '@temporalio/workflow';

/**
 * One workflow in the four releases of a change that waits a second time: each is what stands under its name in that
 * release. docs/operations.md, "Changing workflow code", tells when one may follow the other.
 */
export async function before(): Promise<void> {
  await sleep('1s');
}

export async function guarded(): Promise<void> {
  await sleep('1s');
  if (patched('waits-twice')) await sleep('2s');
}

export async function deprecated(): Promise<void> {
  await sleep('1s');
  deprecatePatch('waits-twice');
  await sleep('2s');
}

export async function gone(): Promise<void> {
  await sleep('1s');
  await sleep('2s');
}

/** Does nothing: the least that starting a workflow can cost. */
export async function empty(): Promise<void> {}

/**
 * In SQL, since when a claim has to be made to count though no server is known by it: whoever made it is about to tell the
 * server. What came to nothing until then is free.
 */
export const CLAIMS_COUNT_SINCE = `clock_timestamp() - interval '1 minute'`;

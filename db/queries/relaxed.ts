/**
 * Begins a statement whose transaction does not wait for the disk (`synchronous_commit = off`, for itself alone): a crash of
 * PostgreSQL can lose its last moments, never damage it. The statement has to read from `relaxed`. For what may be lost.
 */
export const WITHOUT_WAITING_FOR_DISK = `with relaxed as (select set_config('synchronous_commit', 'off', true))`;

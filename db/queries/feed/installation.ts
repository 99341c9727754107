/**
 * In SQL, which database this is: the cluster, the database in it, and the timeline, another one after each recovery. A
 * backup that was restored is another installation, and what its readers were told since is not in it.
 */
export const INSTALLATION = `concat_ws('/', (select system_identifier from pg_control_system()),
  (select oid from pg_database where datname = current_database()), left(pg_walfile_name(pg_current_wal_lsn()), 8))`;

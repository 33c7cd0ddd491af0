-- Tells the coordinator of a Citus which machines there are; run there once by a superuser, after machine.sql on all:
--   COORDINATOR=db0 WORKERS="db1 db2" psql -d jiangxin -f deploy/citus/coordinator.sql
-- All listen on the same port. A machine that comes later: SELECT citus_add_node('db3', 5432); SELECT citus_rebalance_start();
\set ON_ERROR_STOP on
\getenv coordinator COORDINATOR
\getenv workers WORKERS

SELECT citus_set_coordinator_host(:'coordinator', current_setting('port')::integer);
SELECT citus_add_node(name, current_setting('port')::integer) FROM unnest(string_to_array(:'workers', ' ')) AS name;
-- The coordinator keeps the list of colleges and the job queue, and no shards.
SELECT citus_set_node_property(:'coordinator', current_setting('port')::integer, 'shouldhaveshards', false);

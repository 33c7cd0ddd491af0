-- The roles and the database of Jiangxin on one machine of a Citus, run on every machine by a superuser, the coordinator too:
--   JIANGXIN_OWNER_PASSWORD=… JIANGXIN_APP_PASSWORD=… psql -f deploy/citus/machine.sql
-- Use letters and digits in the passwords: they become part of an address. Afterwards, on the coordinator: coordinator.sql
\set ON_ERROR_STOP on
\getenv owner_password JIANGXIN_OWNER_PASSWORD
\getenv app_password JIANGXIN_APP_PASSWORD

-- Each machine is told by itself.
SET citus.enable_create_role_propagation = off;
CREATE ROLE jiangxin_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE jiangxin_app LOGIN PASSWORD :'app_password';
CREATE DATABASE jiangxin OWNER jiangxin_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE jiangxin FROM PUBLIC;
GRANT CONNECT ON DATABASE jiangxin TO jiangxin_app;
-- Whose rows a transaction may see is told to the other machines; the program does not start without it.
ALTER DATABASE jiangxin SET citus.propagate_set_commands = 'local';
-- Of a city; a country needs more, see docs/national-scale.md. It cannot be changed cheaply once tables are spread.
ALTER DATABASE jiangxin SET citus.shard_count = 32;

\connect jiangxin
CREATE EXTENSION citus;
-- As in deploy/database.sql: without the mark every search reads every row.
ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF;
ALTER FUNCTION arraycontains(anyarray, anyarray) LEAKPROOF;
ALTER FUNCTION arrayoverlap(anyarray, anyarray) LEAKPROOF;
-- How this machine signs in to the others. Leave it out where they let the roles in by certificate.
INSERT INTO pg_dist_authinfo (nodeid, rolename, authinfo) VALUES
  (0, 'jiangxin_owner', 'password=' || :'owner_password'), (0, 'jiangxin_app', 'password=' || :'app_password');

-- The two roles and the database of Jiangxin on a PostgreSQL server of your own (15 or later), run once by a superuser:
--   JIANGXIN_OWNER_PASSWORD=… JIANGXIN_APP_PASSWORD=… psql -f deploy/database.sql
-- Use letters and digits in the passwords: they become part of an address.
\set ON_ERROR_STOP on
\getenv owner_password JIANGXIN_OWNER_PASSWORD
\getenv app_password JIANGXIN_APP_PASSWORD

-- Owns the tables: DATABASE_URL.
CREATE ROLE jiangxin_owner LOGIN PASSWORD :'owner_password';
-- Reads and writes rows, and may not change the structure: DATABASE_APP_URL. The name is fixed.
CREATE ROLE jiangxin_app LOGIN PASSWORD :'app_password';

CREATE DATABASE jiangxin OWNER jiangxin_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE jiangxin FROM PUBLIC;
GRANT CONNECT ON DATABASE jiangxin TO jiangxin_app;

-- Behind the wall around each college (row-level security) an index is used only by functions that are marked to tell
-- nothing of rows they refuse. These tell nothing; without the mark every search reads every row: the first is for words,
-- the others for learning records by whoever and whatever they name.
\connect jiangxin
ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF;
ALTER FUNCTION arraycontains(anyarray, anyarray) LEAKPROOF;
ALTER FUNCTION arrayoverlap(anyarray, anyarray) LEAKPROOF;

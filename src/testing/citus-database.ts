import pg from 'pg'

/**
 * A database of its own on every machine of a Citus, empty, with the roles of the program.
 * @param url address of the coordinator as a superuser, where the other machines are known; all let these roles in
 * without a password
 */
export async function makeCitusDatabase(url: string, name: string): Promise<void> {
  const nodes = await nodesOf(url)
  for (const node of nodes) {
    await on(node, [
      // Each machine is told by itself.
      'SET citus.enable_create_role_propagation = off',
      ...['jiangxin_owner CREATEROLE', 'jiangxin_app'].map(
        (role) =>
          `DO $$ BEGIN CREATE ROLE ${role} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
      ),
      `CREATE DATABASE ${name} OWNER jiangxin_owner TEMPLATE template0`,
      `ALTER DATABASE ${name} SET citus.propagate_set_commands = 'local'`,
      // Few shards: a table of a test has few rows.
      `ALTER DATABASE ${name} SET citus.shard_count = 2`,
    ])
    await on(databaseAt(node, name), [
      'CREATE EXTENSION citus',
      'ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF',
      'ALTER FUNCTION arraycontains(anyarray, anyarray) LEAKPROOF',
      'ALTER FUNCTION arrayoverlap(anyarray, anyarray) LEAKPROOF',
    ])
  }
  const [coordinator, ...workers] = nodes.map((node) => new URL(node))
  const place = ({ hostname, port }: URL) => `('${hostname}', ${port || 5432})`
  await on(databaseAt(url, name), [
    `SELECT citus_set_coordinator_host${place(coordinator!)}`,
    ...workers.map((worker) => `SELECT citus_add_node${place(worker)}`),
  ])
}

/** Takes such a database away from every machine. */
export async function dropCitusDatabase(url: string, name: string): Promise<void> {
  for (const node of await nodesOf(url)) await on(node, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`])
}

/** The addresses of all machines, the coordinator's first. */
async function nodesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ host: string; port: number }>(
      'SELECT nodename AS host, nodeport AS port FROM pg_dist_node WHERE groupid <> 0 ORDER BY nodeid',
    )
    return [url, ...rows.map(({ host, port }) => Object.assign(new URL(url), { hostname: host, port }).toString())]
  } finally {
    await client.end()
  }
}

const databaseAt = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString()

async function on(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

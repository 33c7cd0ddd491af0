import type pg from 'pg'

/**
 * Takes a test's database away with whoever is connected to it. A vacuum of the server's own may just be at work there,
 * and may not be ended by us: then the database goes with the run's whole cluster.
 */
export async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch((error: { code?: string }) => {
    if (error.code !== '42501') throw error
  })
}

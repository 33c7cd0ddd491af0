import { sql } from 'kysely'
import { today } from '../../../engine/access/today.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { table } from '../../../engine/records/stored.ts'

/** Of these people those all of whose appointments have ended, with their names. Who never had one is not judged. */
export async function whoLeft(engine: Engine, tx: Tx, people: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const found = await tx.run<{ id: string; name: string }>(sql`
    SELECT p.id, p.name FROM ${table(getRegister(engine, 'people'))} AS p
      JOIN ${table(getRegister(engine, 'appointments'))} AS a ON a.college_id = p.college_id AND a.person = p.id AND a.deleted_at IS NULL
    WHERE p.college_id = ${tx.collegeId} AND p.id = ANY(${[...new Set(people)]}::uuid[])
    GROUP BY p.id, p.name HAVING NOT bool_or(a."to" IS NULL OR a."to" >= ${today()})`)
  return new Map(found.map(({ id, name }) => [id, name]))
}

import { existsSync, rmSync } from 'node:fs'
import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { listColleges } from '../colleges.ts'
import type { Engine } from '../engine.ts'
import { column, table } from '../records/stored.ts'
import { lockContent, pathOf } from './store.ts'

/** Does anything in the college still hold a file? What is out of use holds it too: it may come back. */
async function isHeld(engine: Engine, tx: Tx, sha256: string): Promise<boolean> {
  const inList = JSON.stringify([{ sha256 }])
  const alone = JSON.stringify({ sha256 })
  const college = sql`college_id = ${tx.collegeId}`
  const holders = [
    sql`SELECT 1 FROM evidence WHERE ${college} AND sha256 = ${sha256} AND removed_at IS NULL`,
    sql`SELECT 1 FROM report_sections WHERE ${college} AND content::text LIKE ${`%"file": "${sha256}"%`}`,
    sql`SELECT 1 FROM publications WHERE ${college} AND files @> ${inList}::jsonb`,
    sql`SELECT 1 FROM imports WHERE ${college} AND sha256 = ${sha256}`,
    ...[...engine.catalogue.registers.values()].flatMap((register) =>
      Object.entries(register.fields).flatMap(([name, field]) =>
        field.kind === 'files'
          ? [sql`SELECT 1 FROM ${table(register)} WHERE ${college} AND ${column(name)} @> ${inList}::jsonb`]
          : [],
      ),
    ),
    ...(engine.fileHolders ?? []).map(
      ({ table, column, holds }) =>
        sql`SELECT 1 FROM ${sql.table(table)} WHERE ${college} AND ${sql.ref(column)} @> ${holds === 'list' ? inList : alone}::jsonb`,
    ),
  ]
  for (const holder of holders) if ((await tx.run(sql`${holder} LIMIT 1`)).length > 0) return true
  return false
}

/** Forgets files that nothing in the college holds any more: nobody may open them, whoever sent them. */
export async function forgetFiles(engine: Engine, tx: Tx, sha256s: readonly string[]): Promise<void> {
  for (const sha256 of sha256s) {
    if (await isHeld(engine, tx, sha256)) continue
    await tx.run(sql`DELETE FROM uploads WHERE college_id = ${tx.collegeId} AND sha256 = ${sha256}`)
    await tx.run(
      sql`UPDATE files SET name = '', scan = 'erased', created_by = NULL WHERE college_id = ${tx.collegeId} AND sha256 = ${sha256}`,
    )
  }
}

/**
 * Takes files from one account: it has not sent them. Those that nobody else sent, and nothing holds, are forgotten.
 * @returns what may be removed by `removeForgotten` once this is committed
 */
export async function forgetUploads(
  engine: Engine,
  tx: Tx,
  accountId: string,
  sha256s: readonly string[],
): Promise<string[]> {
  await tx.run(
    sql`DELETE FROM uploads WHERE college_id = ${tx.collegeId} AND account_id = ${accountId} AND sha256 = ANY(${[...sha256s]}::text[])`,
  )
  const others = await tx.run<{ sha256: string }>(
    sql`SELECT DISTINCT sha256 FROM uploads WHERE college_id = ${tx.collegeId} AND sha256 = ANY(${[...sha256s]}::text[])`,
  )
  const lonely = sha256s.filter((one) => !others.some(({ sha256 }) => sha256 === one))
  await forgetFiles(engine, tx, lonely)
  return lonely
}

/** Files that were forgotten, and whose content still lies here: whoever forgot them could not wait for the commit. */
export async function forgottenFiles(engine: Engine, collegeId: string): Promise<string[]> {
  const rows = await engine.database.inCollege(collegeId, (tx) =>
    tx.run<{ sha256: string }>(
      sql`SELECT sha256 FROM files WHERE college_id = ${collegeId} AND scan = 'erased' ORDER BY sha256`,
    ),
  )
  return rows.flatMap(({ sha256 }) => (existsSync(pathOf(engine.filesDir, sha256)) ? [sha256] : []))
}

/** Removes the content of files that no college on this server keeps any more. After `forgetFiles` is committed. */
export async function removeForgotten(engine: Engine, collegeId: string, sha256s: readonly string[]): Promise<number> {
  const colleges = await listColleges(engine)
  let removed = 0
  for (const sha256 of sha256s)
    await engine.database.inCollege(collegeId, async (tx) => {
      // Whoever is just sending the same content waits, then finds that it has to be sent again.
      await lockContent(tx, sha256, 'alone')
      for (const college of colleges) {
        const look = (of: Tx) =>
          of.run(
            sql`SELECT 1 FROM files WHERE college_id = ${of.collegeId} AND sha256 = ${sha256} AND scan <> 'erased'`,
          )
        const kept = college.id === collegeId ? await look(tx) : await engine.database.inCollege(college.id, look)
        if (kept.length > 0) return
      }
      rmSync(pathOf(engine.filesDir, sha256), { force: true })
      removed++
    })
  return removed
}

import { defineJob, type JobContext } from '../jobs/define-job.ts'
import { checkTables } from './check-tables.ts'
import { keepCheck } from './faults.ts'

interface Wanted extends Readonly<Record<string, unknown>> {
  /** Names of tables; every table of every standard when absent. */
  readonly tables?: readonly string[]
}

/** Checks tables of standards one after another and keeps what it finds. Runs every night, and when somebody asks. */
export const checkStandardsJob = defineJob({
  name: 'check-standards',
  label: { zh: '数据标准检查', en: 'Check against data standards' },
  retries: 2,
  slow: true,
  timetable: '40 2 * * *',
  async run({ engine, college, data, signal, progress }: JobContext<Wanted>) {
    const tables = [...engine.catalogue.standardTables.values()].filter(
      (table) => data.tables === undefined || data.tables.includes(table.name),
    )
    let rows = 0
    let faults = 0
    for (const [i, table] of tables.entries()) {
      signal.throwIfAborted()
      // A transaction for each table: what is found is seen at once, and nothing is locked for long.
      await engine.database.inCollege(college, async (tx) => {
        for await (const check of checkTables(engine, tx, [table])) {
          await keepCheck(tx, check, new Date().toISOString())
          rows += check.rows
          faults += check.faultCount
        }
      })
      await progress(i + 1, tables.length)
    }
    return { tables: tables.length, rows, faults }
  },
})

import { sql } from 'kysely'
import { asSystem } from '../../engine/access/actor.ts'
import { today } from '../../engine/access/today.ts'
import { type AnyJob, defineJob, type JobContext } from '../../engine/jobs/define-job.ts'
import { forgottenFiles, removeForgotten } from '../../engine/files/erase-files.ts'
import { act } from '../../engine/records/act.ts'
import { isAnyDue, sendDue } from './inside/interface/webhooks.ts'
import { tableOf } from './inside/fact-sql.ts'
import { reconcile } from './inside/reconcile.ts'

/** Outcomes that run out are expired in transactions of so many. */
const BATCH = 200

/** Every night: outcomes run out on their day, files of closed accounts go, and ledger and registers are held against each other. */
const nightly = defineJob({
  name: 'credit-reconcile',
  label: { zh: '学分账簿核对', en: 'Reconciling the ledger of credits' },
  retries: 3,
  slow: true,
  timetable: '50 2 * * *',
  async run({ engine, college, signal, log, progress }: JobContext) {
    let expired = 0
    for (let done = BATCH; done === BATCH && !signal.aborted; expired += done, await progress(expired))
      done = await engine.database.inCollege(college, async (tx) => {
        const rows = await tx.run<{ id: string }>(sql`
          SELECT id FROM ${tableOf(engine, 'learning-outcomes')} WHERE college_id = ${college} AND state = 'accredited'
            AND expires_on < ${today()}::date AND deleted_at IS NULL ORDER BY id LIMIT ${BATCH}`)
        for (const { id } of rows)
          await act(engine, tx, asSystem(college, '成果到期'), { register: 'learning-outcomes', id, action: 'expire' })
        return rows.length
      })
    await removeForgotten(engine, college, await forgottenFiles(engine, college))
    const { entries, differences } = await engine.database.inCollege(college, (tx) => reconcile(engine, tx))
    if (differences.length > 0)
      log.error({ differences: differences.length }, 'the ledger of credits differs from its registers')
    return { expired, entries, differences: differences.length, first: differences.slice(0, 20) }
  },
  tell: ({ expired, entries, differences, first }) => ({
    zh: `${entries} 笔分录${differences === 0 ? '与登记表一致' : `，有 ${differences} 处不一致：${first[0]?.zh ?? ''}`}；到期失效 ${expired} 项成果`,
    en: `${entries} entries ${differences === 0 ? 'agree with the registers' : `differ in ${differences} places: ${first[0]?.en ?? ''}`}; ${expired} outcomes ran out`,
  }),
})

/** Notices to institutions, every five minutes; one that fails waits longer each time. */
const notices = defineJob({
  name: 'credit-notices',
  label: { zh: '向机构推送学分通知', en: 'Telling institutions' },
  retries: 2,
  timetable: '*/5 * * * *',
  isDue: isAnyDue,
  run: ({ engine, college, signal }: JobContext) => sendDue(engine, college, signal),
  tell: ({ sent, failed }) => ({
    zh: `送达 ${sent} 条，未送达 ${failed} 条`,
    en: `${sent} arrived, ${failed} did not`,
  }),
})

export const jobs: readonly AnyJob[] = [nightly, notices]

import { sql } from 'kysely'
import { asSystem } from '../../engine/access/actor.ts'
import { today } from '../../engine/access/today.ts'
import { getRegister } from '../../engine/engine.ts'
import { defineJob, type JobContext } from '../../engine/jobs/define-job.ts'
import { table } from '../../engine/records/stored.ts'
import { monthBefore, sendCircular } from './inside/spending/circular.ts'
import { reconcile } from './inside/spending/reconcile.ts'

/** Every night the ledger is held against the registers of money. */
export const reconcileJob = defineJob({
  name: 'reconcile-plan-money',
  label: { zh: '资金账簿对账', en: 'Reconciling the ledger of plans' },
  retries: 3,
  timetable: '10 2 * * *',
  run: ({ engine, college }: JobContext) => engine.database.inCollege(college, (tx) => reconcile(engine, tx)),
  tell: ({ lines, unequal, records }) => ({
    zh: `核对 ${lines} 行，${unequal} 行不符，涉及 ${records} 条记录`,
    en: `${lines} lines compared, ${unequal} differ, ${records} records behind them`,
  }),
})

/** On the third of each month the circular of the month before, of every plan that is running. */
export const circularJob = defineJob({
  name: 'plan-circular',
  label: { zh: '资金一月一通报', en: 'Monthly circular on money' },
  retries: 3,
  timetable: '0 8 3 * *',
  run: ({ engine, college }: JobContext) =>
    engine.database.inCollege(college, async (tx) => {
      const month = monthBefore(today().slice(0, 7))
      const running = await tx.run<{ id: string }>(sql`
        SELECT id FROM ${table(getRegister(engine, 'plans'))}
        WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND "from" <= ${`${month}-01`}::date AND "to" >= ${`${month}-01`}::date`)
      const system = asSystem(tx.collegeId, '一月一通报')
      let sent = 0
      for (const { id } of running) sent += (await sendCircular(engine, tx, system, id, month)).sent
      return { plans: running.length, sent }
    }),
  tell: ({ plans, sent }) => ({ zh: `${plans} 个计划，通知 ${sent} 人`, en: `${plans} plans, ${sent} people told` }),
})

import { sql } from 'kysely'
import { today } from '../../engine/access/today.ts'
import { defineJob, type JobContext } from '../../engine/jobs/define-job.ts'
import type { Tx } from '../../engine/module-server.ts'
import { dropSums, hasOldSums, refreshSome } from './inside/kept-sums.ts'
import { fillOnlineDays, lessonsToFill } from './inside/fill.ts'
import { RETENTION } from './inside/purposes.ts'
import { takeLessons } from './inside/take-lessons.ts'

/** How many lessons are taken in one transaction. */
const BATCH = 20
/** Acts of a phone without a network arrive late: days of online learning are filled again for so long. */
const ONLINE_DAYS = 7
const DAY = 86_400_000

const analyseLessons = defineJob({
  name: 'analyse-lessons',
  label: { zh: '课后分析：归集考勤与互动、生成教学建议', en: 'After lessons: registers are filled, advice is given' },
  retries: 3,
  timetable: '*/5 * * * *',
  isDue: async (tx) => (await lessonsToFill(tx, 1)).length > 0,
  async run({ engine, college, signal, progress }: JobContext) {
    const total = { lessons: 0, records: 0, advice: 0 }
    for (let left = BATCH; left === BATCH && !signal.aborted; await progress(total.lessons))
      left = await engine.database.inCollege(college, async (tx) => {
        const sessions = await lessonsToFill(tx, BATCH)
        if (sessions.length === 0) return 0
        const { records, advice } = await takeLessons(engine, tx, sessions, new Date().toISOString())
        total.lessons += sessions.length
        total.records += records
        total.advice += advice
        return sessions.length
      })
    return total
  },
  tell: ({ lessons, records, advice }) => ({
    zh: `处理 ${lessons} 次课，写入台账 ${records} 条，生成建议 ${advice} 条`,
    en: `${lessons} lessons, ${records} records, ${advice} pieces of advice`,
  }),
})

const fillOnlineLearning = defineJob({
  name: 'fill-online-learning',
  label: { zh: '归集网络学习记录', en: 'Days of online learning are filled' },
  retries: 3,
  timetable: '30 2 * * *',
  run: ({ engine, college }: JobContext) =>
    engine.database.inCollege(college, async (tx) => ({
      ...(await fillOnlineDays(engine, tx, today(Date.now() - ONLINE_DAYS * DAY), today())),
    })),
  tell: ({ created, updated }) => ({
    zh: `新增 ${created} 天，更新 ${updated} 天`,
    en: `${created} days made, ${updated} changed`,
  }),
})

/** Keeps sums of classes that changed. */
export const keepTeachingSums = defineJob({
  name: 'keep-teaching-sums',
  label: { zh: '更新教学分析', en: 'Figures of teaching are brought up to date' },
  retries: 3,
  timetable: '*/5 * * * *',
  isDue: (tx, now) => hasOldSums(tx, now.toISOString()),
  async run({ engine, college, signal, progress }: JobContext) {
    let classes = 0
    for (let left = 1; left > 0 && !signal.aborted;) {
      const state = await engine.database.inCollege(college, (tx) => refreshSome(tx, new Date().toISOString()))
      left = state.left
      classes += state.done
      await progress(state.total - left, state.total)
    }
    return { classes }
  },
  tell: ({ classes }) => ({ zh: `更新 ${classes} 个教学班`, en: `${classes} classes brought up to date` }),
})

const forgetTeaching = defineJob({
  name: 'forget-teaching',
  label: { zh: '课堂记录到期去名', en: 'What was recorded in class outlives its retention' },
  retries: 3,
  slow: true,
  timetable: '10 4 * * *',
  run: ({ engine, college }: JobContext) => engine.database.inCollege(college, (tx) => forgetTaught(tx, Date.now())),
  tell: ({ acts, traces }) => ({
    zh: `去名 ${acts} 条课堂记录，清除 ${traces} 条签到痕迹`,
    en: `${acts} acts lost their names, ${traces} traces of sign-ins erased`,
  }),
})

/** Lets go of what outlived its retention, a day later than the database would allow. */
export async function forgetTaught(tx: Tx, now: number): Promise<{ acts: number; traces: number }> {
  const years = new Date(now - DAY)
  years.setUTCFullYear(years.getUTCFullYear() - RETENTION.actYears)
  const traces = new Date(now - (RETENTION.traceDays + 1) * DAY).toISOString()
  await dropSums(tx, years.toISOString())
  const [row] = await tx.run<{ acts: number; traces: number }>(
    sql`SELECT acts, traces FROM forget_teaching(${years.toISOString()}::timestamptz, ${traces}::timestamptz)`,
  )
  return row!
}

export const jobs = [analyseLessons, keepTeachingSums, fillOnlineLearning, forgetTeaching]

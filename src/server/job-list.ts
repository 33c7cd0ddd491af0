import { feedJob } from '../engine/feeds/feed-job.ts'
import { forgetFiles, removeForgotten } from '../engine/files/erase-files.ts'
import { remindOffices } from '../engine/indicators/remind-offices.ts'
import { type AnyJob, defineJob, type JobContext } from '../engine/jobs/define-job.ts'
import { checkStandardsJob } from '../engine/standards/check-job.ts'
import { eraseExpired } from '../engine/records/erase-expired.ts'
import { tidyUp } from '../engine/tidy-up.ts'
import { jobs as ability } from '../modules/ability/server.ts'
import { jobs as classroom } from '../modules/classroom/server.ts'
import { jobs as coursework } from '../modules/coursework/server.ts'
import { jobs as creditBank } from '../modules/credit-bank/server.ts'
import { jobs as learningRecords } from '../modules/learning-records/server.ts'
import { jobs as nationalPlatform } from '../modules/national-platform/server.ts'
import { jobs as plan } from '../modules/plan/server.ts'
import { jobs as teachingAnalysis } from '../modules/teaching-analysis/server.ts'
import { mailJob } from './mail.ts'
import type { Settings } from './settings.ts'

const remind = defineJob({
  name: 'remind-offices',
  label: { zh: '指标报送提醒', en: 'Reminders of figures' },
  retries: 3,
  timetable: '0 8,13 * * *',
  run: async ({ engine, college }: JobContext) => {
    await engine.database.inCollege(college, (tx) => remindOffices(engine, tx))
    return {}
  },
})

const tidy = defineJob({
  name: 'tidy-up',
  label: { zh: '清理过期数据', en: 'Tidying up' },
  retries: 3,
  timetable: '20 3 * * *',
  run: ({ engine, college }: JobContext) => engine.database.inCollege(college, (tx) => tidyUp(engine, tx)),
  tell: ({ sessions, challenges, runs, uploads, previews }) => ({
    zh: `清除过期登录 ${sessions + challenges} 个、任务记录 ${runs} 条、中断的上传 ${uploads} 个、未确认的导入 ${previews} 次`,
    en: `Removed ${sessions + challenges} expired sign-ins, ${runs} old runs, ${uploads} broken uploads, ${previews} imports that nobody accepted`,
  }),
})

const erase = defineJob({
  name: 'erase-expired',
  label: { zh: '清除到期记录', en: 'Erasing what outlived its retention' },
  retries: 3,
  slow: true,
  timetable: '40 3 * * *',
  async run({ engine, college, signal, progress }: JobContext) {
    let records = 0
    const files = new Set<string>()
    for (const register of engine.catalogue.registers.values())
      for (let erased = 1; erased > 0 && !signal.aborted; records += erased, await progress(records)) {
        erased = await engine.database.inCollege(college, async (tx) => {
          const done = await eraseExpired(tx, register)
          await forgetFiles(engine, tx, done.files)
          for (const file of done.files) files.add(file)
          return done.count
        })
      }
    return { records, files: await removeForgotten(engine, college, [...files]) }
  },
  tell: ({ records, files }) => ({
    zh: `清除停用满保存期限的记录 ${records} 条、文件 ${files} 个`,
    en: `Erased ${records} records that were out of use for longer than they are kept, and ${files} files`,
  }),
})

/** Everything that this program does in the background: a new job is one line here. */
export const jobList = (settings: Settings): AnyJob[] => [
  remind,
  tidy,
  erase,
  checkStandardsJob,
  feedJob(settings.feedsDir),
  ...nationalPlatform,
  ...plan,
  ...creditBank,
  ...ability,
  ...learningRecords,
  ...classroom,
  ...coursework,
  ...teachingAnalysis,
  mailJob(settings),
]

import { defineJob, type JobContext } from '../../engine/jobs/define-job.ts'
import { remindPlans } from './inside/remind.ts'

export const remindPlansJob = defineJob({
  name: 'remind-plans',
  label: { zh: '建设任务督办提醒', en: 'Reminders of plans' },
  retries: 3,
  timetable: '30 7 * * *',
  run: ({ engine, college }: JobContext) => engine.database.inCollege(college, (tx) => remindPlans(engine, tx)),
  tell: ({ told }) => ({ zh: `发出督办提醒 ${told} 条`, en: `${told} reminders sent` }),
})

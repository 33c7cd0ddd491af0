import { sql } from 'kysely'
import { today } from '../../engine/access/today.ts'
import { defineJob, type JobContext } from '../../engine/jobs/define-job.ts'
import { fileRatings } from './inside/ratings/file-ratings.ts'

const fileCourseRatings = defineJob({
  name: 'file-course-ratings',
  label: { zh: '归档学生评教结果', en: 'What students think of courses is filed' },
  retries: 3,
  timetable: '50 2 * * *',
  isDue: async (tx) =>
    (await tx.run(sql`SELECT 1 FROM coursework_ratings WHERE college_id = ${tx.collegeId} LIMIT 1`)).length > 0,
  run: ({ engine, college }: JobContext) =>
    engine.database.inCollege(college, async (tx) => ({ courses: await fileRatings(engine, tx, today()) })),
  tell: ({ courses }) => ({ zh: `归档 ${courses} 门课程的评教结果`, en: `${courses} courses filed` }),
})

export const jobs = [fileCourseRatings]

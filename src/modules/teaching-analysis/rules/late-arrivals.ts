import { presentIn } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const LESSONS = 3

/** Over three lessons a seventh or more of those who came were late. */
export const lateArrivals: AdviceRule = {
  name: 'late-arrivals',
  label: { zh: '迟到成了规律', en: 'Coming late has become a pattern' },
  reason: {
    zh: '同一时段反复有多人迟到，多半有共同的原因（前一节在远处、早餐、实训换装）。',
    en: 'Where many are late again and again there is often one reason: the lesson before is far away, breakfast, changing clothes.',
  },
  source: {
    zh: '三次课、15%、至少 5 人：平台约定',
    en: 'Three lessons, 15 %, five students or more: laid down by the platform',
  },
  evidence: {
    zh: '近 {lessons} 次课到课 {came} 人次，其中迟到 {late} 人次，涉及 {students} 名学生',
    en: 'In the last {lessons} lessons {late} of {came} arrivals were late, of {students} students',
  },
  proposal: {
    zh: '问清原因；把签到提前到候课时间，开头 5 分钟安排不可错过的小测。',
    en: 'Ask why; open the sign-in before the bell, and begin with a short quiz that nobody wants to miss.',
  },
  example: {
    zh: '近 3 次课到课 126 人次，其中迟到 24 人次，涉及 11 名学生',
    en: 'In the last 3 lessons 24 of 126 arrivals were late, of 11 students',
  },
  least: 30,
  signIns: { lessons: LESSONS, states: ['late'] },
  find({ lessons }) {
    const last = lessons.slice(-LESSONS)
    if (last.length < LESSONS) return []
    const came = last.reduce((sum, lesson) => sum + presentIn(lesson).length, 0)
    const late = last.flatMap(({ students }) => students.filter(({ state }) => state === 'late').map(({ id }) => id))
    const students = [...new Set(late)]
    if (came < this.least || students.length < 5 || late.length * 100 < came * 15) return []
    return [
      {
        key: '',
        words: { lessons: LESSONS, came, late: late.length, students: students.length },
        students,
        acts: [],
      },
    ]
  },
  measure: {
    label: { zh: '到课学生中准时的比例', en: 'Share of those present who were in time' },
    of: ({ lesson }) =>
      shareOf(lesson.students.filter(({ state }) => state === 'present').length, presentIn(lesson).length),
  },
}

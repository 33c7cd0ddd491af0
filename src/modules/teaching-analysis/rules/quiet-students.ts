import { activeIn, presentIn } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const LESSONS = 3

/** Several students were in three lessons and took part in nothing. */
export const quietStudents: AdviceRule = {
  name: 'quiet-students',
  label: { zh: '人到了，没有参与', en: 'Present, but taking no part' },
  reason: {
    zh: '连续几次课没有任何作答、投票或操作的学生，需要先知道他们卡在哪里。',
    en: 'Of those who answer, vote and practise nothing for several lessons one has to learn first what keeps them.',
  },
  source: {
    zh: '连续 3 次课、至少 5 人：平台约定',
    en: 'Three lessons running, five students or more: laid down by the platform',
  },
  evidence: {
    zh: '{quiet} 名学生近 {lessons} 次课都到了，但没有任何参与（共 {n} 人三次都到课）',
    en: '{quiet} of the {n} students who came to the last {lessons} lessons took part in nothing',
  },
  proposal: {
    zh: '下次分组时把他们分到不同小组并给出具体任务，课后单独问一问。',
    en: 'Put them into different groups with a task each next time, and ask them alone after class.',
  },
  example: {
    zh: '6 名学生近 3 次课都到了，但没有任何参与（共 40 人三次都到课）',
    en: '6 of the 40 students who came to the last 3 lessons took part in nothing',
  },
  least: 10,
  signIns: { lessons: LESSONS, states: ['present', 'late'] },
  find({ lessons }) {
    const last = lessons.slice(-LESSONS)
    if (last.length < LESSONS) return []
    const came = presentIn(last[0]!).filter((id) => last.every((lesson) => presentIn(lesson).includes(id)))
    const active = last.map(activeIn)
    const quiet = came.filter((id) => active.every((of) => !of.has(id)))
    if (came.length < this.least || quiet.length < 5) return []
    return [{ key: '', words: { quiet: quiet.length, lessons: LESSONS, n: came.length }, students: quiet, acts: [] }]
  },
  measure: {
    label: { zh: '到课学生中有参与的比例', en: 'Share of those present who took part' },
    of: ({ lesson }) => {
      const present = presentIn(lesson)
      const active = activeIn(lesson)
      return shareOf(present.filter((id) => active.has(id)).length, present.length)
    },
  },
}

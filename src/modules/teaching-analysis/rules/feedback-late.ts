import type { HomeworkFacts } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const DAYS = 7

/** What had been handed in for a week when the lesson was closed, and whether the answer came within it. */
function dueOf(homework: readonly HomeworkFacts[]) {
  return homework.flatMap(({ handedIn, seenAt }) =>
    handedIn.flatMap((one) => {
      const until = Date.parse(one.at) + DAYS * 86_400_000
      if (until > Date.parse(seenAt)) return []
      return [{ ...one, isInTime: one.feedbackAt !== null && Date.parse(one.feedbackAt) <= until }]
    }),
  )
}

/** Work has waited for more than a week without an answer. */
export const feedbackLate: AdviceRule = {
  name: 'feedback-late',
  label: { zh: '作业反馈慢', en: 'Feedback comes late' },
  reason: {
    zh: '一周后学生已经学到后面，反馈不再能改变这次学习。',
    en: 'After a week students are further on, and the answer no longer changes what they learned.',
  },
  source: {
    zh: 'Hattie & Timperley (2007)；七天由平台约定',
    en: 'Hattie & Timperley (2007); seven days laid down by the platform',
  },
  evidence: {
    zh: '“{title}”{waiting} 份作业交了 {days} 天以上还没有反馈（满 {days} 天的共 {n} 份）',
    en: '"{title}": {waiting} of {n} pieces of work handed in {days} days ago or more have no feedback',
  },
  proposal: {
    zh: '先给等级和一句话，或用互评加抽查；下次作业少布置一半。',
    en: 'Give a grade and one sentence first, or let peers review and look at a sample; set half as much next time.',
  },
  example: {
    zh: '“荷电状态计算”18 份作业交了 7 天以上还没有反馈（满 7 天的共 40 份）',
    en: '"荷电状态计算": 18 of 40 pieces of work handed in 7 days ago or more have no feedback',
  },
  least: 5,
  find({ homework }) {
    return homework.flatMap((one) => {
      const due = dueOf([one])
      const waiting = due.filter(({ feedbackAt }) => feedbackAt === null)
      if (waiting.length < this.least) return []
      return [
        {
          key: one.id,
          words: { title: one.title, waiting: waiting.length, n: due.length, days: DAYS },
          students: waiting.map(({ student }) => student),
          acts: due.map(({ act }) => act),
        },
      ]
    })
  },
  measure: {
    label: { zh: '七天内得到反馈的作业的比例', en: 'Share of work answered within seven days' },
    of: ({ homework }) => {
      const due = dueOf(homework)
      return shareOf(due.filter(({ isInTime }) => isInTime).length, due.length)
    },
  },
}

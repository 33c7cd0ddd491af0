import type { HomeworkFacts } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const HOUR = 3_600_000

const hurriedOf = ({ handedIn, dueAt }: HomeworkFacts) =>
  handedIn.filter(({ at }) => Date.parse(at) > Date.parse(dueAt) - HOUR)

/** Much of the work came in the hour before its time was up, or after it. */
export const homeworkAtTheLastHour: AdviceRule = {
  name: 'homework-at-the-last-hour',
  label: { zh: '作业集中在截止前后提交', en: 'Work comes at the last hour' },
  reason: {
    zh: '集中赶交的作业抄袭和敷衍多；也可能是截止时间或作业量不合适。',
    en: 'Work done in haste is copied more and thought about less; or the time or the amount does not fit.',
  },
  source: { zh: '截止前 1 小时、四成：平台约定', en: 'The last hour, two fifths: laid down by the platform' },
  evidence: {
    zh: '“{title}”收到 {n} 份，{hurried} 份在截止前 1 小时内或截止后提交',
    en: '"{title}": {hurried} of {n} pieces of work came in the last hour or later',
  },
  proposal: {
    zh: '分两次交（先交思路），或把截止时间改到下次上课前一天的 20:00。',
    en: 'Ask for it in two parts, the idea first, or set the time to eight in the evening before the next lesson.',
  },
  example: {
    zh: '“荷电状态计算”收到 40 份，22 份在截止前 1 小时内或截止后提交',
    en: '"荷电状态计算": 22 of 40 pieces of work came in the last hour or later',
  },
  least: 10,
  find({ homework }) {
    return homework.flatMap((one) => {
      const hurried = hurriedOf(one)
      const { handedIn, id, title } = one
      if (handedIn.length < this.least || hurried.length * 5 < handedIn.length * 2) return []
      return [
        {
          key: id,
          words: { title, n: handedIn.length, hurried: hurried.length },
          students: hurried.map(({ student }) => student),
          acts: handedIn.map(({ act }) => act),
        },
      ]
    })
  },
  measure: {
    label: { zh: '截止 1 小时之前提交的作业的比例', en: 'Share of work handed in more than an hour before its time' },
    of: ({ homework }) => {
      const n = homework.reduce((sum, { handedIn }) => sum + handedIn.length, 0)
      return shareOf(n - homework.reduce((sum, one) => sum + hurriedOf(one).length, 0), n)
    },
  },
}

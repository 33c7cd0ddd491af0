import { currentLesson, presentIn } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const LESSONS = 3
const FEW = 3
/** Acts by which somebody speaks before all. */
const SPOKEN: ReadonlySet<string> = new Set(['raised-hand', 'was-picked', 'posted'])

/** Over three lessons most of what was said before all came from the same three students. */
export const sameFewSpeak: AdviceRule = {
  name: 'same-few-speak',
  label: { zh: '总是同几个学生发言', en: 'The same few students speak' },
  reason: {
    zh: '只听到少数学生，就不知道其他学生是否听懂；发言机会也不公平。',
    en: 'Who hears only a few does not know whether the others understood, and turns are not shared fairly.',
  },
  source: {
    zh: '平台约定：三次课、至少 10 次发言、前 3 人占六成',
    en: 'Laid down by the platform: three lessons, ten turns or more, three fifths of them by three students',
  },
  evidence: {
    zh: '近 {lessons} 次课 {spoken} 次发言中 {theirs} 次来自同 {few} 名学生，到课 {present} 人中 {silent} 人一次也没有',
    en: 'In the last {lessons} lessons {theirs} of {spoken} turns were of the same {few} students; {silent} of {present} present had none',
  },
  proposal: {
    zh: '用随机点名代替举手，或先两人讨论再请没发过言的学生说。',
    en: 'Pick at random instead of taking hands, or let pairs talk first and then ask those who have not spoken.',
  },
  example: {
    zh: '近 3 次课 20 次发言中 14 次来自同 3 名学生，到课 40 人中 31 人一次也没有',
    en: 'In the last 3 lessons 14 of 20 turns were of the same 3 students; 31 of 40 present had none',
  },
  least: 10,
  find(facts) {
    const lessons = facts.lessons.slice(-LESSONS)
    const spoken = lessons.flatMap(({ parts }) => parts.filter(({ kind }) => SPOKEN.has(kind)))
    if (lessons.length < LESSONS || spoken.length < this.least) return []
    const byStudent = [...Map.groupBy(spoken, ({ student }) => student)].toSorted(([, a], [, b]) => b.length - a.length)
    const few = byStudent.slice(0, FEW)
    const theirs = few.reduce((sum, [, acts]) => sum + acts.length, 0)
    // Three fifths: with turns shared evenly among ten, three students would have three tenths.
    if (theirs * 5 < spoken.length * 3) return []
    const present = presentIn(currentLesson(facts))
    const speakers = new Set(byStudent.map(([student]) => student))
    return [
      {
        key: '',
        words: {
          lessons: LESSONS,
          spoken: spoken.length,
          theirs,
          few: few.length,
          present: present.length,
          silent: present.filter((id) => !speakers.has(id)).length,
        },
        students: few.map(([student]) => student),
        acts: spoken.map(({ act }) => act),
      },
    ]
  },
  measure: {
    label: { zh: '到课学生中发过言的比例', en: 'Share of those present who spoke' },
    of: ({ lesson }) => {
      const present = presentIn(lesson)
      const spoke = new Set(lesson.parts.filter(({ kind }) => SPOKEN.has(kind)).map(({ student }) => student))
      return shareOf(present.filter((id) => spoke.has(id)).length, present.length)
    },
  },
}

import { currentLesson, isQuestion, type LessonFacts, presentIn } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const SECONDS = 60

const answeredIn = (lesson: LessonFacts, activity: string) =>
  new Set(lesson.parts.filter((part) => part.activity === activity).map(({ student }) => student))

/** A question was closed soon, while most of those present had not answered. */
export const closedTooSoon: AdviceRule = {
  name: 'closed-too-soon',
  label: { zh: '等待时间内很少人作答', en: 'Few answered in the time given' },
  reason: {
    zh: '提问后多等一会儿，作答的人更多，回答更完整；手机作答还要读题和输入。',
    en: 'With a longer wait more students answer, and better; on a phone they have to read and type as well.',
  },
  source: {
    zh: 'Rowe (1986), Wait time: slowing down may be a way of speeding up；60 秒由平台约定',
    en: 'Rowe (1986), Wait time: slowing down may be a way of speeding up; 60 seconds laid down by the platform',
  },
  evidence: {
    zh: '“{title}”开放 {seconds} 秒就结束了，到课 {present} 人中 {answered} 人作答',
    en: '"{title}" was closed after {seconds} seconds: {answered} of {present} present had answered',
  },
  proposal: {
    zh: '看到作答人数过半再结束，或先给 30 秒独立思考。',
    en: 'Close it when more than half have answered, or give 30 seconds to think first.',
  },
  example: {
    zh: '“荷电状态的含义”开放 25 秒就结束了，到课 38 人中 11 人作答',
    en: '"荷电状态的含义" was closed after 25 seconds: 11 of 38 present had answered',
  },
  least: 10,
  find(facts) {
    const lesson = currentLesson(facts)
    const present = presentIn(lesson)
    if (present.length < this.least) return []
    return lesson.activities.flatMap((activity) => {
      if (!isQuestion(activity) || activity.seconds === null || activity.seconds >= SECONDS) return []
      const answered = answeredIn(lesson, activity.id)
      const silent = present.filter((id) => !answered.has(id))
      if (silent.length * 2 <= present.length) return []
      return [
        {
          key: activity.id,
          words: {
            title: activity.title,
            seconds: activity.seconds,
            present: present.length,
            answered: present.length - silent.length,
          },
          students: silent,
          acts: lesson.parts.filter((part) => part.activity === activity.id).map(({ act }) => act),
        },
      ]
    })
  },
  measure: {
    label: { zh: '到课学生对每道题作答的比例', en: 'Share of answers given of those possible' },
    of: ({ lesson }) => {
      const present = new Set(presentIn(lesson))
      const questions = lesson.activities.filter((activity) => isQuestion(activity) && activity.seconds !== null)
      const given = questions.reduce(
        (sum, { id }) => sum + [...answeredIn(lesson, id)].filter((student) => present.has(student)).length,
        0,
      )
      return shareOf(given, questions.length * present.size)
    },
  },
}

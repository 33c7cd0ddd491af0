import { currentLesson, isQuestion } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

/** Many were wrong, and the result was never shown. */
export const resultNotShown: AdviceRule = {
  name: 'result-not-shown',
  label: { zh: '答错的多却没有讲评', en: 'Many wrong, and no result shown' },
  reason: {
    zh: '作答之后马上知道对错和原因，才会改正；没有讲评的测验只是点名。',
    en: 'Whoever learns at once what was wrong and why can mend it; a quiz without that is a roll call.',
  },
  source: {
    zh: 'Hattie & Timperley (2007), The power of feedback；三成由平台约定',
    en: 'Hattie & Timperley (2007), The power of feedback; three tenths laid down by the platform',
  },
  evidence: {
    zh: '“{title}”{n} 次作答中 {wrong} 次错误，没有公布结果',
    en: '"{title}": {wrong} of {n} answers wrong, and the result was not shown',
  },
  proposal: {
    zh: '结束后立即投出各选项人数，请做对的学生说理由。',
    en: 'Show how many chose what as soon as it is closed, and let somebody who was right say why.',
  },
  example: {
    zh: '“均衡方式”44 次作答中 19 次错误，没有公布结果',
    en: '"均衡方式": 19 of 44 answers wrong, and the result was not shown',
  },
  least: 10,
  find(facts) {
    const lesson = currentLesson(facts)
    return lesson.activities.flatMap((activity) => {
      const answers = lesson.answers.filter((one) => one.activity === activity.id && one.isCorrect !== null)
      const wrong = answers.filter(({ isCorrect }) => !isCorrect)
      if (activity.isShown || activity.seconds === null) return []
      if (answers.length < this.least || wrong.length * 10 < answers.length * 3) return []
      return [
        {
          key: activity.id,
          words: { title: activity.title, n: answers.length, wrong: wrong.length },
          students: [...new Set(wrong.map(({ student }) => student))],
          acts: answers.map(({ act }) => act),
        },
      ]
    })
  },
  measure: {
    label: { zh: '公布了结果的题的比例', en: 'Share of questions whose result was shown' },
    of: ({ lesson }) => {
      const questions = lesson.activities.filter((activity) => isQuestion(activity) && activity.seconds !== null)
      return shareOf(questions.filter(({ isShown }) => isShown).length, questions.length)
    },
  },
}

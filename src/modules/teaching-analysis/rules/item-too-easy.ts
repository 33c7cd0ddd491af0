import { currentLesson, judgedByItem, rightOf } from '../inside/class-facts.ts'
import { wilson } from '../inside/statistics.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

/** Nearly everybody got an item right: it told nobody anything. */
export const itemTooEasy: AdviceRule = {
  name: 'item-too-easy',
  label: { zh: '题目过易', en: 'Item too easy' },
  reason: {
    zh: '几乎人人答对的题不能区分谁会谁不会，占用课堂时间。',
    en: 'An item that nearly everybody gets right tells nobody apart and takes time.',
  },
  source: {
    zh: '难度 0.95 以上：经典测量理论（Ebel & Frisbie, 1991）',
    en: 'Difficulty of 0.95 or more: classical test theory (Ebel & Frisbie, 1991)',
  },
  evidence: {
    zh: '第 {place} 题 {n} 人作答，{right} 人答对',
    en: 'Item {place}: {right} of {n} got it right',
  },
  proposal: {
    zh: '改作预习自测，课上换一道需要分析的题。',
    en: 'Make it part of the preview, and ask something in class that has to be thought about.',
  },
  example: { zh: '第 1 题 45 人作答，45 人答对', en: 'Item 1: 45 of 45 got it right' },
  least: 20,
  find(facts) {
    return [...judgedByItem(currentLesson(facts))].flatMap(([item, answers]) => {
      const { hits, of } = rightOf(answers)
      // Sure to be above nine tenths, and seen to be above nineteen twentieths.
      if (of < this.least || hits * 20 < of * 19 || wilson(hits, of).low.lt('0.9')) return []
      return [
        {
          key: item,
          words: { place: answers[0]!.place, n: of, right: hits },
          students: [],
          acts: answers.map(({ act }) => act),
        },
      ]
    })
  },
  measure: {
    label: { zh: '难度适中（30%–90% 答对）的题的比例', en: 'Share of items that 30–90 % get right' },
    of: ({ lesson }) => {
      const items = [...judgedByItem(lesson).values()].map(rightOf)
      return shareOf(items.filter(({ hits, of }) => hits * 10 >= of * 3 && hits * 10 <= of * 9).length, items.length)
    },
  },
}

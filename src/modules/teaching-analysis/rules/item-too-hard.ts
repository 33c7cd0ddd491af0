import { currentLesson, judgedByItem, rightOf } from '../inside/class-facts.ts'
import { wilson } from '../inside/statistics.ts'
import type { AdviceRule } from './advice-rule.ts'

/** Few got an item right. */
export const itemTooHard: AdviceRule = {
  name: 'item-too-hard',
  label: { zh: '题目过难', en: 'Item too hard' },
  reason: {
    zh: '多数学生答错，说明还没有学会，或题目超出所教内容。',
    en: 'Where most are wrong it has not been learned yet, or it asks for what was not taught.',
  },
  source: {
    zh: '难度 0.3 以下：经典测量理论（Ebel & Frisbie, 1991）',
    en: 'Difficulty of 0.3 or less: classical test theory (Ebel & Frisbie, 1991)',
  },
  evidence: {
    zh: '第 {place} 题 {n} 人作答，只有 {right} 人答对',
    en: 'Item {place}: only {right} of {n} got it right',
  },
  proposal: {
    zh: '重讲后用同一知识点的另一题再测一次；检查题目是否超出所教。',
    en: 'Explain again and ask another item on the same point; see whether the item goes beyond what was taught.',
  },
  example: { zh: '第 2 题 44 人作答，只有 6 人答对', en: 'Item 2: only 6 of 44 got it right' },
  least: 20,
  find(facts) {
    return [...judgedByItem(currentLesson(facts))].flatMap(([item, answers]) => {
      const { hits, of } = rightOf(answers)
      if (of < this.least || hits * 10 > of * 3 || wilson(hits, of).high.gte('0.5')) return []
      return [
        {
          key: item,
          words: { place: answers[0]!.place, n: of, right: hits },
          students: answers.filter(({ isCorrect }) => !isCorrect).map(({ student }) => student),
          acts: answers.map(({ act }) => act),
        },
      ]
    })
  },
  measure: {
    label: { zh: '全部作答中答对的比例', en: 'Share of answers that are right' },
    of: ({ lesson }) => {
      const found = rightOf(lesson.answers.filter(({ isCorrect }) => isCorrect !== null))
      return found.of === 0 ? null : found
    },
  },
}

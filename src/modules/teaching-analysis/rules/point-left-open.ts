import { type AnswerFacts, currentLesson, type LessonFacts, rightOf } from '../inside/class-facts.ts'
import { wilson } from '../inside/statistics.ts'
import type { AdviceRule } from './advice-rule.ts'

const MASTERED = '0.6'

const judgedAt = (lesson: LessonFacts, point: string): AnswerFacts[] =>
  lesson.answers.filter((answer) => answer.isCorrect !== null && answer.points.some(({ id }) => id === point))

/** A knowledge point was surely answered right by less than three fifths when the lesson ended. */
export const pointLeftOpen: AdviceRule = {
  name: 'point-left-open',
  label: { zh: '知识点没有掌握就下课了', en: 'A knowledge point was left open' },
  reason: {
    zh: '后面的内容以它为基础时，没有掌握的学生会继续落后。',
    en: 'Where what follows builds on it, those who have not mastered it fall further behind.',
  },
  source: {
    zh: '及格线 60%；整个 95% 区间低于及格线才提示',
    en: 'Pass mark of 60 %; said only where the whole 95 % interval is below',
  },
  evidence: {
    zh: '知识点“{point}”{n} 次作答中 {right} 次正确，区间上限仍低于 60%',
    en: 'Knowledge point "{point}": {right} of {n} answers right; even the upper end of the interval is below 60 %',
  },
  proposal: {
    zh: '下次课开始用 5 分钟复习这个知识点，再测一题。',
    en: 'Begin the next lesson with five minutes on this point, and one question on it.',
  },
  example: {
    zh: '知识点“单体均衡”44 次作答中 17 次正确，区间上限仍低于 60%',
    en: 'Knowledge point "单体均衡": 17 of 44 answers right; even the upper end of the interval is below 60 %',
  },
  least: 20,
  find(facts) {
    const lesson = currentLesson(facts)
    const points = new Map(lesson.answers.flatMap((answer) => answer.points.map(({ id, name }) => [id, name] as const)))
    return [...points].flatMap(([point, name]) => {
      const answers = judgedAt(lesson, point)
      const { hits, of } = rightOf(answers)
      if (of < this.least || wilson(hits, of).high.gte(MASTERED)) return []
      return [
        {
          key: point,
          words: { point: name, n: of, right: hits },
          students: [...new Set(answers.filter(({ isCorrect }) => !isCorrect).map(({ student }) => student))],
          acts: answers.map(({ act }) => act),
        },
      ]
    })
  },
  measure: {
    label: { zh: '这个知识点答对的比例', en: 'Share right at this point' },
    of: ({ lesson }, key) => {
      const found = rightOf(judgedAt(lesson, key))
      return found.of === 0 ? null : found
    },
  },
}

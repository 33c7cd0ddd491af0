import { type AnswerFacts, currentLesson, judgedByItem, type LessonFacts, rightOf } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const LEAST_ITEMS = 4
/** Of a hundred students so many make the upper, and as many the lower group (Kelley 1939). */
const PART = 27

interface Parts {
  readonly upper: number
  readonly lower: number
  readonly of: number
}

/** How many of the best and of the weakest by the other items got it right; null when there are too few to say. */
function partsOf(lesson: LessonFacts, item: string, answers: readonly AnswerFacts[], least: number): Parts | null {
  if (answers.length < least || judgedByItem(lesson).size < LEAST_ITEMS) return null
  const others = Map.groupBy(
    lesson.answers.filter((answer) => answer.item !== item && answer.isCorrect !== null),
    ({ student }) => student,
  )
  const ranked = answers
    .flatMap((answer) => {
      const rest = others.get(answer.student)
      return rest ? [{ answer, ...rightOf(rest) }] : []
    })
    .toSorted((a, b) => b.hits * a.of - a.hits * b.of || (a.answer.student < b.answer.student ? -1 : 1))
  const of = Math.floor((ranked.length * PART) / 100)
  if (of < LEAST_ITEMS + 1) return null
  const right = (part: typeof ranked) => part.filter(({ answer }) => answer.isCorrect).length
  return { upper: right(ranked.slice(0, of)), lower: right(ranked.slice(-of)), of }
}

/** The weak got an item right more often than the strong: it does not measure what the others measure. */
export const itemAmbiguous: AdviceRule = {
  name: 'item-ambiguous',
  label: { zh: '题目区分度低，可能有歧义', en: 'Item does not tell apart; it may be ambiguous' },
  reason: {
    zh: '会的学生反而答错，常见于题干有歧义、答案有误或两个选项都说得通。',
    en: 'Where the strong are wrong the question is often ambiguous, the key mistaken, or two choices both defensible.',
  },
  source: {
    zh: '高低分组 27%：Kelley (1939)；区分度 −0.1 及以下；Ebel & Frisbie (1991) 建议剔除区分度为负的题',
    en: 'Groups of 27 %: Kelley (1939); discrimination of −0.1 or less; Ebel & Frisbie (1991) would drop items that discriminate negatively',
  },
  evidence: {
    zh: '第 {place} 题：其他题得分最高的 {of} 人中 {upper} 人答对，最低的 {of} 人中 {lower} 人答对',
    en: 'Item {place}: {upper} of the {of} best by the other items got it right, {lower} of the {of} weakest',
  },
  proposal: {
    zh: '核对答案和题干，必要时改写或停用这道题，并向学生说明。',
    en: 'Check the key and the wording; rewrite the item or take it out of use, and tell the students.',
  },
  example: {
    zh: '第 4 题：其他题得分最高的 10 人中 3 人答对，最低的 10 人中 6 人答对',
    en: 'Item 4: 3 of the 10 best by the other items got it right, 6 of the 10 weakest',
  },
  least: 20,
  find(facts) {
    const lesson = currentLesson(facts)
    return [...judgedByItem(lesson)].flatMap(([item, answers]) => {
      const { hits, of } = rightOf(answers)
      // Of those that nearly all get right or wrong, the items too easy and too hard speak.
      if (hits * 5 < of || hits * 5 > of * 4) return []
      const parts = partsOf(lesson, item, answers, this.least)
      // A tenth of the group or more: one by chance is none.
      if (!parts || (parts.lower - parts.upper) * 10 < parts.of) return []
      return [
        {
          key: item,
          words: { place: answers[0]!.place, ...parts },
          students: [],
          acts: answers.map(({ act }) => act),
        },
      ]
    })
  },
  measure: {
    label: { zh: '区分度大于 0 的题的比例', en: 'Share of items that tell apart' },
    of: ({ lesson }) => {
      const known = [...judgedByItem(lesson)].flatMap(([item, answers]) => partsOf(lesson, item, answers, 20) ?? [])
      return shareOf(known.filter(({ upper, lower }) => upper > lower).length, known.length)
    },
  },
}

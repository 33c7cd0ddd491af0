import type { Label } from '../../language/label.ts'

/** What students are asked about a course at its end; each answered by one of `LEVELS`. */
export const RATING_ITEMS = {
  preparation: { zh: '老师备课充分，课上安排合理', en: 'Lessons are well prepared and well arranged' },
  clarity: { zh: '讲解和示范清楚，我听得懂、看得会', en: 'Explanations and demonstrations are clear' },
  practice: { zh: '练习和实训的机会足够，对今后工作有用', en: 'There is enough practice, and it is of use for work' },
  feedback: { zh: '作业和提问能及时得到反馈', en: 'Work and questions are answered in time' },
  fairness: { zh: '评分公平，对同学一视同仁', en: 'Grading is fair, and everybody is treated alike' },
} as const satisfies Readonly<Record<string, Label>>
export type RatingItem = keyof typeof RATING_ITEMS
export const RATING_ITEM_NAMES = Object.keys(RATING_ITEMS) as readonly RatingItem[]

/** Answers, with what each is worth of 100. */
export const LEVELS = [
  { points: 100, label: { zh: '非常同意', en: 'Fully agree' } },
  { points: 80, label: { zh: '同意', en: 'Agree' } },
  { points: 60, label: { zh: '一般', en: 'So-so' } },
  { points: 40, label: { zh: '不太同意', en: 'Hardly agree' } },
  { points: 20, label: { zh: '不同意', en: 'Disagree' } },
] as const satisfies readonly { readonly points: number; readonly label: Label }[]

/** Fewer than this are never told of, to nobody. */
export const LEAST_RATERS = 5

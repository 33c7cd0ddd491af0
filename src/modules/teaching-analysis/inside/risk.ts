import { today } from '../../../engine/access/today.ts'
import type { Label } from '../../../language/label.ts'
import type { RiskReason, WireRisk } from '../wire.ts'
import { activeIn, type ClassFacts, type LessonFacts, presentIn } from './class-facts.ts'
import { changeOfShare } from './statistics.ts'

/** From when on somebody should look after a student; declared, and shown on the page of purposes. */
export const RISKS: Readonly<Record<RiskReason, { readonly label: Label; readonly threshold: Label }>> = {
  absence: {
    label: { zh: '缺课多', en: 'Often absent' },
    threshold: {
      zh: '至少 5 次课中旷课 3 次及以上，且不少于五分之一（请假不算）',
      en: 'Absent three times or more of at least five lessons, and in a fifth or more (leave apart)',
    },
  },
  'missing-work': {
    label: { zh: '缺交作业', en: 'Work missing' },
    threshold: {
      zh: '到期作业缺交 2 次及以上，且不少于三分之一',
      en: 'Two or more pieces of work missing of those due, and a third or more',
    },
  },
  falling: {
    label: { zh: '掌握下降', en: 'Falling mastery' },
    threshold: {
      zh: '最近 4 次有作答的课的正确率比此前低 25 个百分点及以上，差别超出偶然，前后各至少 6 次作答',
      en: 'Right answers in the last four lessons with answers 25 points or more below those before, beyond chance; six answers or more on either side',
    },
  },
  'no-part': {
    label: { zh: '到课不参与', en: 'Present, taking no part' },
    threshold: {
      zh: '最近 3 次课都到了，但没有任何作答、投票、发言或操作',
      en: 'Came to the last three lessons and neither answered, voted, spoke nor practised',
    },
  },
}

const LESSONS = 5
const ABSENT = 3
const MISSING = 2
const RECENT = 4
const ANSWERS = 6
const FALL = 0.25
const SILENT = 3

type Reason = WireRisk['reasons'][number]

/** Why somebody should look after students of a class, by student; a student with no reason is not among them. */
export function risksOf(facts: ClassFacts): Map<string, Reason[]> {
  const last = facts.lessons.at(-1)
  const found = new Map<string, Reason[]>()
  for (const { id } of last?.students ?? []) {
    const reasons = [absence, missingWork, falling, noPart].flatMap((rule) => rule(facts, id) ?? [])
    if (reasons.length > 0) found.set(id, reasons)
  }
  return found
}

const dayOf = ({ openedAt }: LessonFacts) => today(Date.parse(openedAt))
const plain = (text: string): Label => ({ zh: text, en: text })

function absence({ lessons }: ClassFacts, student: string): Reason | null {
  const states = lessons.flatMap((lesson) => {
    const state = lesson.students.find(({ id }) => id === student)?.state
    return state ? [{ lesson, state }] : []
  })
  const absent = states.filter(({ state }) => state === 'absent')
  if (states.length < LESSONS || absent.length < ABSENT || absent.length * 5 < states.length) return null
  return {
    reason: 'absence',
    text: {
      zh: `${states.length} 次课中旷课 ${absent.length} 次`,
      en: `Absent from ${absent.length} of ${states.length} lessons`,
    },
    rows: absent.map(({ lesson }) => plain(dayOf(lesson))),
  }
}

function missingWork({ homework }: ClassFacts, student: string): Reason | null {
  const missing = homework.filter(({ handedIn }) => !handedIn.some((one) => one.student === student))
  if (missing.length < MISSING || missing.length * 3 < homework.length) return null
  return {
    reason: 'missing-work',
    text: {
      zh: `${homework.length} 次到期作业中缺交 ${missing.length} 次`,
      en: `${missing.length} of ${homework.length} pieces of work that were due are missing`,
    },
    rows: missing.map(({ title, dueAt }) => plain(`${title}（${today(Date.parse(dueAt))}）`)),
  }
}

function falling({ lessons }: ClassFacts, student: string): Reason | null {
  const answered = lessons.flatMap((lesson) => {
    const own = lesson.answers.filter((one) => one.student === student && one.isCorrect !== null)
    return own.length === 0 ? [] : [{ lesson, right: own.filter((one) => one.isCorrect).length, of: own.length }]
  })
  const add = (part: typeof answered) => ({
    right: part.reduce((sum, { right }) => sum + right, 0),
    of: part.reduce((sum, { of }) => sum + of, 0),
  })
  const [before, recent] = [add(answered.slice(0, -RECENT)), add(answered.slice(-RECENT))]
  if (before.of < ANSWERS || recent.of < ANSWERS) return null
  const { change, high } = changeOfShare({ hits: before.right, of: before.of }, { hits: recent.right, of: recent.of })
  if (change.gt(-FALL) || high.gte(0)) return null
  return {
    reason: 'falling',
    text: {
      zh: `最近 ${RECENT} 次课答对 ${recent.right}/${recent.of}，此前 ${before.right}/${before.of}`,
      en: `${recent.right}/${recent.of} right in the last ${RECENT} lessons, ${before.right}/${before.of} before`,
    },
    rows: answered.map(({ lesson, right, of }) => plain(`${dayOf(lesson)}：${right}/${of}`)),
  }
}

function noPart({ lessons }: ClassFacts, student: string): Reason | null {
  const last = lessons.slice(-SILENT)
  const isSilent = (lesson: LessonFacts) => presentIn(lesson).includes(student) && !activeIn(lesson).has(student)
  if (last.length < SILENT || !last.every(isSilent)) return null
  return {
    reason: 'no-part',
    text: {
      zh: `最近 ${SILENT} 次课到课但没有参与`,
      en: `Came to the last ${SILENT} lessons and took part in nothing`,
    },
    rows: last.map((lesson) => plain(dayOf(lesson))),
  }
}

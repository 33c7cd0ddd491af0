import { describe, expect, it } from 'vitest'
import { fill } from '../../../web/kit/use-texts.ts'
import type { ActivityFacts, AnswerFacts, ClassFacts, HomeworkFacts, LessonFacts } from '../inside/class-facts.ts'
import { ADVICE_RULES } from './advice-rules.ts'

/** The lesson of which each rule's example tells, and one like it of which there is nothing to say. */

const student = (i: number) => `s${i}`
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

function lesson(present: number, more: Partial<LessonFacts> = {}): LessonFacts {
  return {
    sessionId: 'lesson',
    openedAt: '2023-10-30T00:30:00.000Z',
    closedAt: '2023-10-30T02:00:00.000Z',
    students: range(0, present).map((i) => ({ id: student(i), state: 'present' })),
    activities: [],
    answers: [],
    steps: [],
    parts: [],
    previewed: null,
    ...more,
  }
}

const facts = (...lessons: LessonFacts[]): ClassFacts => ({ lessons, homework: [] })

const activity = (id: string, title: string, more: Partial<ActivityFacts> = {}): ActivityFacts => ({
  id,
  kind: 'quiz',
  title,
  seconds: 90,
  isShown: true,
  groups: [],
  ...more,
})

/** Answers of the first students to an item; those of `right` are right. */
const answers = (place: number, n: number, right: (i: number) => boolean, point = '单体均衡'): AnswerFacts[] =>
  range(0, n).map((i) => ({
    act: `a${place}.${i}`,
    student: student(i),
    activity: 'quiz',
    item: `item${place}`,
    place,
    points: [{ id: 'p', name: point }],
    isCorrect: right(i),
  }))

const part = (i: number, kind = 'answered', of: string | null = null) => ({
  act: `${kind}${i}${of ?? ''}`,
  student: student(i),
  kind,
  activity: of,
})

const homework = (n: number, more: (i: number) => { at?: string; feedbackAt?: string | null }): HomeworkFacts => ({
  id: 'homework',
  title: '荷电状态计算',
  dueAt: '2023-10-20T12:00:00.000Z',
  seenAt: '2023-10-30T02:00:00.000Z',
  handedIn: range(0, n).map((i) => ({
    act: `h${i}`,
    student: student(i),
    at: '2023-10-19T09:00:00.000Z',
    feedbackAt: '2023-10-22T09:00:00.000Z',
    ...more(i),
  })),
})

const spoke = (turns: readonly number[]) =>
  turns.flatMap((n, i) => range(0, n).map((turn) => part(i, 'posted', `${turn}`)))
const groupsOf = (sizes: readonly number[]) =>
  sizes.map((size, g) => range(0, size).map((i) => student(sizes.slice(0, g).reduce((a, b) => a + b, 0) + i)))

/** By rule: the lesson of the example, and another without anything to say. */
const LESSONS: Readonly<Record<string, { readonly told: ClassFacts; readonly silent: ClassFacts }>> = {
  'preview-unopened': {
    // The first twelve are wrong; the first seven of these and four of the others had not opened it.
    told: facts(
      lesson(46, {
        answers: answers(3, 46, (i) => i >= 12),
        previewed: new Set([...range(7, 42)].map(student)),
      }),
    ),
    // As many of those who were right had not opened it, in proportion.
    silent: facts(
      lesson(46, {
        answers: answers(3, 46, (i) => i >= 12),
        previewed: new Set([...range(7, 26)].map(student)),
      }),
    ),
  },
  'closed-too-soon': {
    told: facts(
      lesson(38, {
        activities: [activity('q', '荷电状态的含义', { seconds: 25 })],
        parts: range(0, 11).map((i) => part(i, 'answered', 'q')),
      }),
    ),
    silent: facts(
      lesson(38, {
        activities: [activity('q', '荷电状态的含义', { seconds: 25 })],
        parts: range(0, 30).map((i) => part(i, 'answered', 'q')),
      }),
    ),
  },
  'same-few-speak': {
    told: facts(
      lesson(40, { parts: spoke([2, 2, 1]) }),
      lesson(40, { parts: spoke([2, 1, 1, 1]) }),
      lesson(40, { parts: spoke([2, 2, 1, 0, 1, 1, 1, 1, 1]) }),
    ),
    silent: facts(
      lesson(40, { parts: spoke(range(0, 5).map(() => 1)) }),
      lesson(40, { parts: spoke(range(0, 8).map(() => 1)) }),
      lesson(40, { parts: spoke(range(0, 9).map(() => 1)) }),
    ),
  },
  'item-too-easy': {
    told: facts(lesson(45, { answers: answers(1, 45, () => true) })),
    // All of nineteen are too few to say so.
    silent: facts(lesson(45, { answers: answers(1, 19, () => true) })),
  },
  'item-too-hard': {
    told: facts(lesson(44, { answers: answers(2, 44, (i) => i < 6) })),
    silent: facts(lesson(44, { answers: answers(2, 44, (i) => i < 16) })),
  },
  'item-ambiguous': {
    // By items 1 to 3 the first are the best; of item 4 three of the first ten and six of the last ten.
    told: facts(
      lesson(40, {
        answers: [
          ...[1, 2, 3].flatMap((place) => answers(place, 40, (i) => i < 10 + place)),
          ...answers(4, 40, (i) => i < 3 || (i > 15 && i < 26) || i >= 34),
        ],
      }),
    ),
    silent: facts(lesson(40, { answers: [1, 2, 3, 4].flatMap((place) => answers(place, 40, (i) => i < 10 + place)) })),
  },
  'point-left-open': {
    told: facts(lesson(44, { answers: answers(1, 44, (i) => i < 17) })),
    silent: facts(lesson(44, { answers: answers(1, 44, (i) => i < 24) })),
  },
  'result-not-shown': {
    told: facts(
      lesson(44, {
        activities: [activity('quiz', '均衡方式', { isShown: false })],
        answers: answers(1, 44, (i) => i >= 19),
      }),
    ),
    silent: facts(lesson(44, { activities: [activity('quiz', '均衡方式')], answers: answers(1, 44, (i) => i >= 19) })),
  },
  'quiet-students': {
    told: facts(...range(0, 3).map(() => lesson(40, { parts: range(6, 40).map((i) => part(i)) }))),
    silent: facts(...range(0, 3).map((k) => lesson(40, { parts: range(k === 1 ? 0 : 6, 40).map((i) => part(i)) }))),
  },
  'late-arrivals': {
    // Eight of eleven each time.
    told: facts(
      ...[0, 1, 3].map((from) =>
        lesson(42, {
          students: range(0, 42).map((i) => ({
            id: student(i),
            state: i >= from && i < from + 8 ? ('late' as const) : ('present' as const),
          })),
        }),
      ),
    ),
    silent: facts(
      ...range(0, 3).map(() =>
        lesson(42, { students: range(0, 42).map((i) => ({ id: student(i), state: i < 4 ? 'late' : 'present' })) }),
      ),
    ),
  },
  'step-failed': {
    told: facts(
      lesson(23, {
        steps: range(0, 23).map((i) => ({ act: `p${i}`, student: student(i), step: '断电并验电', isPassed: i >= 9 })),
      }),
    ),
    silent: facts(
      lesson(9, {
        steps: range(0, 9).map((i) => ({ act: `p${i}`, student: student(i), step: '断电并验电', isPassed: false })),
      }),
    ),
  },
  'groups-unequal': {
    told: facts(
      lesson(40, {
        activities: [activity('g', '均衡方案讨论', { kind: 'groups', groups: groupsOf(range(0, 8).map(() => 5)) })],
        // Groups 1–3 whole, 4–6 all but one, two of five of the seventh, one of five of the eighth.
        parts: [...range(0, 15), 15, 16, 17, 18, 20, 21, 22, 23, 25, 26, 27, 28, 30, 31, 35].map((i) => part(i)),
      }),
    ),
    silent: facts(
      lesson(40, {
        activities: [activity('g', '均衡方案讨论', { kind: 'groups', groups: groupsOf(range(0, 8).map(() => 5)) })],
        parts: range(0, 40)
          .filter((i) => i % 5 > 0)
          .map((i) => part(i)),
      }),
    ),
  },
  'feedback-late': {
    told: { lessons: [lesson(40)], homework: [homework(40, (i) => (i < 18 ? { feedbackAt: null } : {}))] },
    // Handed in five days ago: there is time yet.
    silent: {
      lessons: [lesson(40)],
      homework: [homework(40, () => ({ at: '2023-10-25T09:00:00.000Z', feedbackAt: null }))],
    },
  },
  'homework-at-the-last-hour': {
    told: {
      lessons: [lesson(40)],
      homework: [homework(40, (i) => (i < 22 ? { at: '2023-10-20T11:30:00.000Z' } : {}))],
    },
    silent: {
      lessons: [lesson(40)],
      homework: [homework(40, (i) => (i < 5 ? { at: '2023-10-20T11:30:00.000Z' } : {}))],
    },
  },
}

describe.each(ADVICE_RULES)('$name', (rule) => {
  const { told, silent } = LESSONS[rule.name]!

  it('says what its example says', () => {
    const found = rule.find(told)
    for (const lang of ['zh', 'en'] as const)
      expect(found.map(({ words }) => fill(rule.evidence[lang], words))).toContain(rule.example[lang])
  })

  it('says nothing of a lesson like any other, of an empty one, or before there was one', () => {
    expect(rule.find(silent)).toEqual([])
    expect(rule.find(facts(lesson(0)))).toEqual([])
    expect(rule.find(facts(lesson(3, { answers: answers(1, 3, () => false) })))).toEqual([])
  })

  it('can be measured, by a share', () => {
    const [finding] = rule.find(told)
    const share = rule.measure.of({ lesson: told.lessons.at(-1)!, homework: told.homework }, finding!.key)
    expect(share).not.toBeNull()
    expect(share!.hits).toBeGreaterThanOrEqual(0)
    expect(share!.hits).toBeLessThanOrEqual(share!.of)
    expect(rule.measure.of({ lesson: lesson(0), homework: [] }, '')).toBeNull()
  })
})

it('has one lesson for each rule, and no two of one name', () => {
  expect(Object.keys(LESSONS).toSorted()).toEqual(ADVICE_RULES.map(({ name }) => name).toSorted())
})

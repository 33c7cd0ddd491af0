import { type ClassroomLesson, CLASSROOM_COURSE } from './classroom.ts'
import type { MadeItem, MadeTopic } from './classroom-topics.ts'
import type { DemoContext, Random } from './context.ts'

/** What the generators of the demo's lessons share: rows by table, a lesson as it is held, acts and activities. */

/** By table: rows with columns as they are called there. */
export type ClassroomRows = Readonly<Record<ClassroomTable, readonly Readonly<Record<string, unknown>>[]>>
export const TABLES = [
  'classroom_sessions',
  'classroom_activities',
  'classroom_signins',
  'coursework_materials',
  'coursework_openings',
  'coursework_tasks',
  'coursework_hand_ins',
  'coursework_grades',
  'classroom_acts',
] as const
export type ClassroomTable = (typeof TABLES)[number]

/** Students by their place in the class, of the demo's teacher's classes. */
export const OFTEN_ABSENT = 40
export const HANDS_IN_LITTLE = 41
export const FALLING = 42
export const QUIET: readonly number[] = [33, 34, 35, 36, 37, 38]
export const SPEAKERS: readonly number[] = [1, 4, 9]

export interface Desk {
  readonly demo: DemoContext
  readonly random: Random
  readonly rows: Record<ClassroomTable, Record<string, unknown>[]>
}

export interface Seat {
  readonly id: string
  readonly place: number
  /** From 0 to 100. */
  readonly able: number
  readonly diligent: number
}

export interface Held {
  readonly lesson: ClassroomLesson
  /** Of the twelve, from 0. */
  readonly nth: number
  readonly topic: MadeTopic
  readonly ids: { readonly session: string; readonly lesson: string; readonly course: string; readonly teacher: string }
  readonly present: readonly Seat[]
  readonly previewed: ReadonlySet<string>
  /** A moment, in minutes (and parts) after the bell. */
  at(minutes: number): string
}

export const chance = (random: Random, percent: number) => random.between(1, 100) <= percent

export const pointsOf = (demo: DemoContext, items: readonly MadeItem[]) => [
  ...new Set(items.map(({ point }) => demo.id('knowledge-points', `${CLASSROOM_COURSE}/${point}`))),
]

/** Keeps an act; what every act has is added. */
export function act(
  desk: Desk,
  { lesson, ids }: Pick<Held, 'lesson' | 'ids' | 'at'>,
  of: Record<string, unknown>,
): void {
  const { demo, rows } = desk
  const all = rows.classroom_acts
  all.push({
    id: demo.id('classroom-acts', String(all.length)),
    received_at: of['happened_at'],
    actor: 'student',
    session_id: ids.session,
    lesson_id: ids.lesson,
    course_id: ids.course,
    teaching_class: lesson.of.teachingClass,
    knowledge_points: [],
    body: {},
    ...(of['actor'] === 'teacher' ? { teacher_id: ids.teacher } : {}),
    ...of,
  })
}

interface Asked {
  readonly kind: string
  readonly title: string
  readonly definition: unknown
  /** Minutes after the bell. */
  readonly from: number
  readonly to: number
  readonly isShown?: boolean
}

/** An activity from its opening to its end, as the teacher's remote makes it. */
export function activity(desk: Desk, held: Held, { kind, title, definition, from, to, isShown = true }: Asked): string {
  const { demo, rows } = desk
  const ordinal = rows.classroom_activities.filter((one) => one['session_id'] === held.ids.session).length + 1
  const id = demo.id('classroom-activities', `${held.lesson.number}/${ordinal}`)
  const [opened, closed] = [held.at(from), held.at(to)]
  rows.classroom_activities.push({
    id,
    session_id: held.ids.session,
    ordinal,
    kind,
    title,
    definition,
    state: isShown ? 'shown' : 'closed',
    opened_at: opened,
    closed_at: closed,
  })
  const step = (name: string, happened_at: string) =>
    act(desk, held, { kind: name, actor: 'teacher', activity_id: id, happened_at, body: { kind, title } })
  step('opened-activity', opened)
  step('closed-activity', closed)
  if (isShown) step('showed-result', held.at(to + 0.2))
  return id
}

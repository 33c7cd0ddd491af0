import { DEMO_STUDENTS } from './college.ts'
import type { DemoContext } from './context.ts'
import { placesOf, type Place } from './intake.ts'
import { leaderOf, taughtCourses, type TaughtCourse } from './programmes.ts'
import { daysAfter } from './shares.ts'

/**
 * The timetable of sixteen classes in the autumn of 2023, free of clashes: nobody teaches, no class sits and no room is
 * used twice at one time. Keys of `classrooms`: their numbers, see `CLASSROOMS`.
 */

export const TERM = '2023-2024-1'
/** The first Monday of the term. */
const FIRST_MONDAY = '2023-09-04'
const WEEKS = 16
const CLASSES = 16

export interface Classroom {
  readonly number: string
  readonly name: string
  readonly kind: string
  readonly seats: number
  readonly building: string | null
  readonly floor: number
}

const numbered = (count: number, make: (n: number) => Classroom) => Array.from({ length: count }, (_, i) => make(i + 1))
const two = (n: number) => String(n).padStart(2, '0')

export const CLASSROOMS: readonly Classroom[] = [
  ...numbered(36, (n): Classroom => {
    const floor = Math.ceil(n / 9)
    const number = `JX1-${floor}${two(((n - 1) % 9) + 1)}`
    return {
      number,
      name: `第一教学楼${number.slice(4)}`,
      kind: n % 9 === 0 ? 'classroom' : 'multimedia-room',
      seats: n % 9 === 1 ? 120 : 60,
      building: '第一教学楼',
      floor,
    }
  }),
  ...numbered(8, (n) => ({
    number: `JF-${two(n)}`,
    name: `计算机房${n}`,
    kind: 'computer-room',
    seats: 56,
    building: null,
    floor: 2,
  })),
  ...numbered(4, (n) => ({
    number: `YY-${two(n)}`,
    name: `语音室${n}`,
    kind: 'language-laboratory',
    seats: 50,
    building: null,
    floor: 3,
  })),
  ...numbered(6, (n) => ({
    number: `YT-${two(n)}`,
    name: `一体化教室${n}`,
    kind: 'integrated-room',
    seats: 48,
    building: null,
    floor: 1,
  })),
  ...numbered(4, (n) => ({
    number: `TY-${two(n)}`,
    name: `体育馆${n}号场地`,
    kind: 'gymnasium',
    seats: 0,
    building: null,
    floor: 1,
  })),
]

/** Sections that follow one another, and when they begin and end. */
const SLOTS = [
  ['1-2', '08:30:00', '10:05:00'],
  ['3-4', '10:25:00', '12:00:00'],
  ['5-6', '14:00:00', '15:35:00'],
  ['7-8', '15:55:00', '17:30:00'],
] as const
/** The days off for Mid-Autumn and National Day. */
const HOLIDAYS = ['2023-09-29', '2023-10-06'] as const

export interface TimetableClass {
  readonly key: string
  readonly name: string
  readonly grade: 2022 | 2023
  readonly major: string
  readonly students: readonly Place[]
}

export interface TimetableLesson {
  readonly number: string
  readonly teachingClass: string
  readonly of: TimetableClass
  readonly taught: TaughtCourse
  /** Staff number. */
  readonly teacher: string
  readonly room: string
  readonly day: string
  readonly week: number
  readonly sections: string
  readonly startsAt: string
  readonly endsAt: string
  readonly cancelled: boolean
}

/** The classes of the students with accounts, then others spread over the majors. */
export function timetableClasses(): TimetableClass[] {
  const all = ([2022, 2023] as const).flatMap((grade) =>
    [...Map.groupBy(placesOf[grade], (place) => place.className)].map(([name, students]) => ({
      name,
      grade,
      major: students[0]!.major,
      students: students.filter((place) => !place.withdrawn),
    })),
  )
  const first = all.filter(({ students }) => students.some((place) => DEMO_STUDENTS.includes(place.number)))
  // Some classes of the roll have a handful of students: they are taught with others.
  const others = all.filter(
    (one, i) => i % 13 === 5 && one.students.length >= 25 && !first.some((taken) => taken.major === one.major),
  )
  return [...first, ...others].slice(0, CLASSES).map((one, i) => ({ ...one, key: `C${two(i + 1)}` }))
}

const roomKindOf = ({ facts }: TaughtCourse): string =>
  facts.unit === 'physical-education'
    ? 'gymnasium'
    : facts.name === '信息技术基础'
      ? 'computer-room'
      : facts.name.startsWith('大学英语')
        ? 'language-laboratory'
        : 'multimedia-room'

/** Courses of majors meet twice a week in the second year, all others once. */
const meetings = (taught: TaughtCourse) => (taught.grade === 2022 && taught.facts.major !== null ? 2 : 1)

export function timetable(demo: DemoContext): TimetableLesson[] {
  const busy = new Set<string>()
  const courses = Map.groupBy(taughtCourses(), ({ grade, major }) => `${grade}/${major}`)
  const weekly = timetableClasses().flatMap((of, c) =>
    courses.get(`${of.grade}/${of.major}`)!.flatMap((taught, k) => {
      const teacher = leaderOf(demo, taught)
      const rooms = CLASSROOMS.filter(({ kind }) => kind === roomKindOf(taught))
      return Array.from({ length: meetings(taught) }, (_, m) => {
        for (let step = 0; step < 20; step++) {
          const at = (c * 3 + k * 7 + m * 11 + step) % 20
          const room = rooms.find(({ number }) => !busy.has(`${at}/${number}`))
          if (!room || busy.has(`${at}/${of.key}`) || busy.has(`${at}/${teacher}`)) continue
          for (const user of [of.key, teacher, room.number]) busy.add(`${at}/${user}`)
          return { of, taught, teacher, room: room.number, at }
        }
        throw new Error(`No time is free for ${taught.key} of ${of.name}`)
      })
    }),
  )
  return Array.from({ length: WEEKS }, (_, w) =>
    weekly.map(({ of, taught, teacher, room, at }): TimetableLesson => {
      const day = daysAfter(FIRST_MONDAY, w * 7 + Math.floor(at / SLOTS.length))
      const [sections, startsAt, endsAt] = SLOTS[at % SLOTS.length]!
      const teachingClass = `${TERM}-${taught.course}-${of.key}`
      return {
        number: `${teachingClass}-${day.replaceAll('-', '')}-${sections.slice(0, 1)}`,
        teachingClass,
        of,
        taught,
        teacher,
        room,
        day,
        week: w + 1,
        sections,
        startsAt,
        endsAt,
        cancelled: day >= HOLIDAYS[0] && day <= HOLIDAYS[1],
      }
    }),
  ).flat()
}

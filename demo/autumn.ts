import { DEMO_STUDENTS } from './college.ts'
import type { DemoContext, Random } from './context.ts'
import type { Faculty } from './faculties.ts'
import { placesOf, type Place } from './intake.ts'
import { facultyOfMajor } from './majors.ts'
import { teachersOf } from './partnership.ts'
import { dayBetween } from './shares.ts'

/** The autumn term of 2023, of which the records of student life and the library are made up. */
export const TERM = '2023-2024-1'
export const FIRST_DAY = '2023-09-01'
export const LAST_DAY = '2024-01-20'

/** Students on the roll in the term. */
const enrolled: readonly Place[] = [2021, 2022, 2023].flatMap((grade) =>
  placesOf[grade as 2021 | 2022 | 2023].filter((place) => !place.withdrawn),
)
const withAccount = enrolled.filter((place) => DEMO_STUDENTS.includes(place.number))

/** Some students of the term, spread over grades and majors, those with accounts among them; others for each `start`. */
export function someStudents(count: number, start = 0, grades: readonly number[] = [2021, 2022, 2023]): Place[] {
  const known = withAccount.filter((place) => grades.includes(place.grade))
  const others = enrolled.filter((place) => grades.includes(place.grade) && !DEMO_STUDENTS.includes(place.number))
  const step = others.length / (count - known.length)
  return [
    ...known,
    ...Array.from({ length: count - known.length }, (_, i) => others[(Math.floor(i * step) + start) % others.length]!),
  ]
}

export const facultyOf = (place: Place): Faculty => facultyOfMajor.get(place.major)!

/** Whose record it is, without the faculty: the student, and the person when there is one. */
export const studentOf = (demo: DemoContext, place: Place) => ({
  student: demo.id('students', place.number),
  person: DEMO_STUDENTS.includes(place.number) ? demo.id('people', place.number) : null,
})

/** Whose record it is, with the faculty. */
export const whose = (demo: DemoContext, place: Place) => ({
  ...studentOf(demo, place),
  unit: demo.id('units', facultyOf(place)),
})

/** Some teacher of the student's faculty. */
export const teacherOf = (demo: DemoContext, place: Place, random: Random) =>
  demo.id('staff', random.pick(teachersOf(facultyOf(place))))

/** A moment on a day, from hour `first` to before hour `last`. */
export function momentOn(random: Random, day: string, first: number, last: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day}T${two(random.between(first, last - 1))}:${two(random.between(0, 59))}:00`
}

export const dayOfTerm = (random: Random) => dayBetween(random, FIRST_DAY, LAST_DAY)

/** A day of the term from Monday to Friday. */
export function schoolDay(random: Random): string {
  let day = dayOfTerm(random)
  while ([0, 6].includes(new Date(day).getUTCDay())) day = dayOfTerm(random)
  return day
}

/** A number with leading zeros. */
export const serial = (n: number, width = 4) => String(n).padStart(width, '0')

import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { courseKey, plannedCourses, type Planned } from './courses.ts'
import { placesOf } from './intake.ts'
import { codeOfMajor, facultyOfMajor } from './majors.ts'
import { teachersOf } from './partnership.ts'

/**
 * Training programmes of the majors whose students are here in the autumn of 2023, and the courses of that term in them.
 *
 * Keys for other parts (demo.id):
 *   training-programmes   '<grade>/<major>', e.g. '2023/软件技术'
 *   programme-courses     '<grade>/<major>/<course>', e.g. '2023/软件技术/K0001': ask `taughtCourses`
 */

export interface TaughtCourse {
  readonly key: string
  readonly grade: 2021 | 2022 | 2023
  readonly major: string
  /** Key of the course. */
  readonly course: string
  /** Key of the unit that teaches it. */
  readonly unit: string
  readonly facts: Planned
}

const GRADES = [2021, 2022, 2023] as const
/** The term in which each grade is, by its place among a major's courses; the first of all is the internship. */
const PLACES: Readonly<Record<2021 | 2022 | 2023, readonly number[]>> = {
  2023: [1, 2, 3, 4],
  2022: [9, 10, 11, 12],
  2021: [0, 17, 18, 19],
}
const GENERAL: Readonly<Record<2021 | 2022 | 2023, readonly string[]>> = {
  2023: ['思想道德与法治', '体育与健康一', '大学英语一', '信息技术基础', '军事理论'],
  2022: ['体育与健康三', '形势与政策'],
  2021: [],
}

/** Every course of the autumn of 2023 by major and grade, in a fixed order. */
export function taughtCourses(): TaughtCourse[] {
  const planned = plannedCourses().map((facts, i) => ({ facts, course: courseKey(i + 1) }))
  const general = planned.filter(({ facts }) => facts.major === null)
  const byMajor = Map.groupBy(planned, ({ facts }) => facts.major)
  return GRADES.flatMap((grade) =>
    [...new Set(placesOf[grade].map((place) => place.major))].flatMap((major) => {
      const own = byMajor.get(major) ?? []
      const taken = [
        ...PLACES[grade].map((place) => own[place]!),
        ...GENERAL[grade].map((name) => general.find(({ facts }) => facts.name === name)!),
      ]
      return taken.map(({ facts, course }) => ({
        key: `${grade}/${major}/${course}`,
        grade,
        major,
        course,
        unit: facts.unit,
        facts,
      }))
    }),
  )
}

/** Staff number of the teacher who leads a course of a programme: one for a course and a grade. */
export function leaderOf(demo: DemoContext, taught: TaughtCourse): string {
  return demo.random(`programme-courses/${taught.grade}/${taught.course}`).pick(teachersOf(taught.unit))
}

export const programmesDemo: DemoPart = (demo) => [
  { register: 'training-programmes', rows: programmeRows(demo) },
  { register: 'programme-courses', rows: courseRows(demo) },
]

function programmeRows(demo: DemoContext): DemoRow[] {
  return GRADES.flatMap((grade) =>
    [...new Set(placesOf[grade].map((place) => place.major))].map((major) => {
      const random = demo.random(`training-programmes/${grade}/${major}`)
      // Eighteen hours make a credit.
      const credits = random.between(138, 148)
      const limited = random.between(8, 12)
      const free = random.between(6, 10)
      return {
        $key: `${grade}/${major}`,
        name: `${grade}级${major}专业人才培养方案`,
        major: demo.id('majors', major),
        grade,
        unit: demo.id('units', facultyOfMajor.get(major)!),
        madeIn: `${grade}-06`,
        credits: `${credits}.0`,
        hours: credits * 18,
        requiredCredits: `${credits - limited - free}.0`,
        requiredHours: (credits - limited - free) * 18,
        limitedCredits: `${limited}.0`,
        limitedHours: limited * 18,
        aims: `培养德智体美劳全面发展，掌握${major}专业所需的理论知识和技术技能，面向相关行业企业的技术与管理岗位，能够解决生产一线实际问题的高素质技术技能人才。`,
        certificates: null,
      }
    }),
  )
}

function courseRows(demo: DemoContext): DemoRow[] {
  const term = demo.id('terms', '2023-2024-1')
  return taughtCourses().map((taught): DemoRow => {
    const { key, grade, major, course, unit, facts } = taught
    return {
      $key: key,
      number: `${grade}-${codeOfMajor.get(major)}-${course}`,
      programme: demo.id('training-programmes', `${grade}/${major}`),
      course: demo.id('courses', course),
      term,
      unit: demo.id('units', unit),
      leader: demo.id('staff', leaderOf(demo, taught)),
      examination: facts.kind === 'practice' || facts.kind === 'extension' ? 'assessment' : 'examination',
      core: facts.kind === 'core',
      teaching:
        { general: 'lecture', practice: 'guided-practice' }[facts.kind as string] ?? 'lecture-and-demonstration',
    }
  })
}

import { DEMO_STUDENTS } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { placesOf, type Place } from './intake.ts'
import { codeOfMajor, facultyOfMajor } from './majors.ts'
import { teachersOf } from './partnership.ts'
import { daysAfter } from './shares.ts'
import { idsOf } from './students.ts'
import { TERM, timetable } from './timetable.ts'

/**
 * One course taught in the smart classroom to six classes of the third year in the autumn of 2023: two of them by the
 * teacher of the demo account, the demo account's student in the first. What happened in them: classroom-history.ts.
 *
 * Keys for other parts (demo.id): lessons = number, `<teaching class>-<yyyymmdd>-<first section>` ·
 * programme-courses '2021/<major>/K0242' · course-selections '<student>/K0242'
 */

/** 动力电池管理: the items and knowledge points of the demo are of this course too. */
export const CLASSROOM_COURSE = 'K0242'
/** The teacher of the demo account. */
const OWN_TEACHER = 'T0200'
const FIRST_MONDAY = '2023-09-04'
const WEEKS = 13
const HOLIDAY_WEEK = 5

export interface ClassroomClass {
  readonly teachingClass: string
  readonly className: string
  readonly major: string
  readonly students: readonly Place[]
  /** Staff number. */
  readonly teacher: string
  readonly isOwn: boolean
}

export interface ClassroomLesson {
  readonly number: string
  readonly of: ClassroomClass
  readonly week: number
  readonly day: string
  readonly startsAt: string
  readonly endsAt: string
  readonly sections: string
  readonly room: string
  readonly cancelled: boolean
}

/** Class names with the weekday (0 is Monday) and sections in which they meet; those of the demo's teacher first. */
const MEETINGS: readonly (readonly [className: string, weekday: number, slot: 0 | 1 | 2])[] = [
  ['汽车制造与试验技术2102班', 0, 0],
  ['汽车制造与试验技术2104班', 1, 1],
  ['汽车制造与试验技术2101班', 0, 1],
  ['汽车制造与试验技术2105班', 2, 0],
  ['汽车制造与试验技术2106班', 3, 1],
  ['新能源汽车技术2101班', 2, 2],
]
const SLOTS = [
  ['1-2', '08:30:00', '10:05:00'],
  ['3-4', '10:25:00', '12:00:00'],
  ['5-6', '14:00:00', '15:35:00'],
] as const

/** The teaching classes, in the order of the list above. */
export function classroomClasses(demo: DemoContext): ClassroomClass[] {
  const busy = new Set(timetable(demo).map(({ teacher }) => teacher))
  const others = teachersOf('automotive').filter((number) => number !== OWN_TEACHER && !busy.has(number))
  return MEETINGS.map(([className], i) => {
    const students = placesOf[2021].filter((place) => place.className === className && !place.withdrawn)
    const isOwn = i < 2
    return {
      teachingClass: `${TERM}-${CLASSROOM_COURSE}-Z${String(i + 1).padStart(2, '0')}`,
      className,
      major: students[0]!.major,
      students,
      teacher: isOwn ? OWN_TEACHER : others[i * 3]!,
      isOwn,
    }
  })
}

/** Thirteen weeks of one meeting; the week of National Day is off. */
export function classroomLessons(demo: DemoContext): ClassroomLesson[] {
  return classroomClasses(demo).flatMap((of, i) => {
    const [, weekday, slot] = MEETINGS[i]!
    const [sections, startsAt, endsAt] = SLOTS[slot]
    return Array.from({ length: WEEKS }, (_, w): ClassroomLesson => {
      const day = daysAfter(FIRST_MONDAY, w * 7 + weekday)
      return {
        number: `${of.teachingClass}-${day.replaceAll('-', '')}-${sections.slice(0, 1)}`,
        of,
        week: w + 1,
        day,
        startsAt,
        endsAt,
        sections,
        room: `YT-0${(i % 6) + 1}`,
        cancelled: w + 1 === HOLIDAY_WEEK,
      }
    })
  })
}

export const classroomDemo: DemoPart = (demo) => {
  const of = idsOf(demo)
  const classes = classroomClasses(demo)
  const majors = [...new Map(classes.map((one) => [one.major, one])).values()]
  const planned = (major: string) => `2021/${major}/${CLASSROOM_COURSE}`
  return [
    {
      register: 'programme-courses',
      rows: majors.map(({ major, teacher }): DemoRow => ({
        $key: planned(major),
        number: `2021-${codeOfMajor.get(major)}-${CLASSROOM_COURSE}`,
        programme: of('training-programmes', `2021/${major}`),
        course: of('courses', CLASSROOM_COURSE),
        term: of('terms', TERM),
        unit: of('units', 'automotive'),
        leader: of('staff', teacher),
        examination: 'assessment',
        core: false,
        teaching: 'lecture-and-demonstration',
      })),
    },
    {
      register: 'lessons',
      rows: classroomLessons(demo).map((lesson): DemoRow => ({
        $key: lesson.number,
        number: lesson.number,
        teachingClass: lesson.of.teachingClass,
        term: of('terms', TERM),
        plannedCourse: of('programme-courses', planned(lesson.of.major)),
        course: of('courses', CLASSROOM_COURSE),
        unit: of('units', 'automotive'),
        major: of('majors', lesson.of.major),
        grade: 2021,
        className: lesson.of.className,
        size: lesson.of.students.length,
        teacher: of('staff', lesson.of.teacher),
        heldOn: lesson.day,
        week: lesson.week,
        sections: lesson.sections,
        startsAt: lesson.startsAt,
        endsAt: lesson.endsAt,
        room: of('classrooms', lesson.room),
        cancelled: lesson.cancelled,
      })),
    },
    {
      register: 'course-selections',
      rows: classes
        .filter(({ isOwn }) => isOwn)
        .flatMap(({ students, teachingClass, major }) =>
          students.map(({ number }): DemoRow => ({
            $key: `${number}/${CLASSROOM_COURSE}`,
            student: of('students', number),
            unit: of('units', facultyOfMajor.get(major)!),
            person: DEMO_STUDENTS.includes(number) ? of('people', number) : null,
            term: of('terms', TERM),
            plannedCourse: of('programme-courses', planned(major)),
            course: of('courses', CLASSROOM_COURSE),
            teachingClass,
            nature: 'major-extension',
            selectedAt: '2023-08-29T15:20:00',
          })),
        ),
    },
  ]
}

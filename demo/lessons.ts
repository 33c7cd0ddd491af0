import { DEMO_STUDENTS, staffMember, staffNumbersOf } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { placesOf } from './intake.ts'
import { facultyOfMajor } from './majors.ts'
import { taughtCourses } from './programmes.ts'
import { dayBetween, daysAfter } from './shares.ts'
import { idsOf } from './students.ts'
import { CLASSROOMS, TERM, timetable, timetableClasses, type TimetableLesson } from './timetable.ts'

/**
 * Classrooms, and what went on in them in the autumn of 2023: see timetable.ts.
 *
 * Keys for other parts (demo.id): classrooms = number · classroom-cameras 'CAM001'… · lessons = number ·
 * course-selections '<student>/<course>' · course-evaluations '<key of the planned course>/<teacher>'
 */

type Ids = ReturnType<typeof idsOf>

export const lessonsDemo: DemoPart = (demo) => {
  const of = idsOf(demo)
  const lessons = timetable(demo)
  const held = lessons.filter(({ cancelled }) => !cancelled)
  return [
    { register: 'classrooms', rows: classroomRows(demo) },
    { register: 'classroom-cameras', rows: cameraRows(demo) },
    { register: 'lessons', rows: lessons.map((lesson) => lessonRow(of, lesson)) },
    { register: 'course-selections', rows: selectionRows(demo, of) },
    { register: 'class-interactions', rows: interactionRows(demo, of, held) },
    { register: 'class-inspections', rows: inspectionRows(demo, of, held) },
    { register: 'course-evaluations', rows: evaluationRows(demo, of, held) },
    { register: 'online-learning-days', rows: onlineRows(demo, of) },
    { register: 'resource-visits', rows: visitRows(demo, of) },
  ]
}

function classroomRows(demo: DemoContext): DemoRow[] {
  return CLASSROOMS.map(({ number, name, kind, seats, building, floor }) => ({
    $key: number,
    number,
    name,
    seats,
    kind,
    building: building === null ? null : demo.id('buildings', `${building}/classroom`),
    floor,
    description: kind === 'multimedia-room' ? '投影、扩音与录播，用于理论课教学' : null,
  }))
}

/** Two cameras in every room that records lessons. */
function cameraRows(demo: DemoContext): DemoRow[] {
  return CLASSROOMS.filter(({ kind }) => kind === 'multimedia-room')
    .slice(0, 12)
    .flatMap(({ number, name }, i) =>
      (['前', '后'] as const).map((side, s) => {
        const device = `CAM${String(i * 2 + s + 1).padStart(3, '0')}`
        return {
          $key: device,
          classroom: demo.id('classrooms', number),
          device,
          point: `${name}${side}置`,
          address: `https://video.example.edu.cn/live/${device.toLowerCase()}/index.m3u8`,
        }
      }),
    )
}

function lessonRow(of: Ids, lesson: TimetableLesson): DemoRow {
  const { taught } = lesson
  return {
    $key: lesson.number,
    number: lesson.number,
    teachingClass: lesson.teachingClass,
    term: of('terms', TERM),
    plannedCourse: of('programme-courses', taught.key),
    course: of('courses', taught.course),
    unit: of('units', taught.unit),
    major: of('majors', lesson.of.major),
    grade: lesson.of.grade,
    className: lesson.of.name,
    size: lesson.of.students.length,
    teacher: of('staff', lesson.teacher),
    heldOn: lesson.day,
    week: lesson.week,
    sections: lesson.sections,
    startsAt: lesson.startsAt,
    endsAt: lesson.endsAt,
    room: of('classrooms', lesson.room),
    cancelled: lesson.cancelled,
  }
}

const NATURES: Readonly<Record<string, string>> = {
  general: 'general-foundation',
  foundation: 'major-foundation',
  core: 'major-core',
  extension: 'major-extension',
  practice: 'other',
}

/** All students of four classes, with every course of theirs. */
function selectionRows(demo: DemoContext, of: Ids): DemoRow[] {
  const courses = Map.groupBy(taughtCourses(), ({ grade, major }) => `${grade}/${major}`)
  const random = demo.random('course-selections')
  return timetableClasses()
    .filter((_, i) => i % 4 === 0)
    .flatMap((one) =>
      one.students.flatMap(({ number, major }) =>
        courses.get(`${one.grade}/${major}`)!.map((taught): DemoRow => ({
          $key: `${number}/${taught.course}`,
          student: of('students', number),
          unit: of('units', facultyOfMajor.get(major)!),
          person: DEMO_STUDENTS.includes(number) ? of('people', number) : null,
          term: of('terms', TERM),
          plannedCourse: of('programme-courses', taught.key),
          course: of('courses', taught.course),
          teachingClass: `${TERM}-${taught.course}-${one.key}`,
          nature: NATURES[taught.facts.kind],
          selectedAt: `2023-08-${random.between(28, 31)}T${random.between(10, 21)}:${random.between(10, 59)}:00`,
        })),
      ),
    )
}

function interactionRows(demo: DemoContext, of: Ids, held: readonly TimetableLesson[]): DemoRow[] {
  const random = demo.random('class-interactions')
  return held
    .filter((_, i) => i % 4 === 1)
    .map((lesson) => {
      const started = random.between(1, 12)
      const share = random.between(4200, 9900)
      const size = lesson.of.students.length
      return {
        $key: lesson.number,
        heldAt: `${lesson.day}T${lesson.startsAt}`,
        lesson: of('lessons', lesson.number),
        unit: of('units', lesson.taught.unit),
        started,
        joined: Math.floor((started * size * share) / 10_000),
        participation: hundredths(share),
        attendance: hundredths(Math.floor(((size - random.between(0, 4)) * 10_000) / size)),
      }
    })
}

const hundredths = (n: number) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`
const tenths = (n: number) => `${Math.floor(n / 10)}.${n % 10}`

function inspectionRows(demo: DemoContext, of: Ids, held: readonly TimetableLesson[]): DemoRow[] {
  const inspectors = staffNumbersOf('quality').map((number) => staffMember(demo, number).name)
  return held
    .filter((_, i) => i % 13 === 7)
    .map((lesson, i) => {
      const random = demo.random(`class-inspections/${lesson.number}`)
      const isIrregular = i % 40 === 17
      const expected = lesson.of.students.length
      return {
        $key: lesson.number,
        lesson: of('lessons', lesson.number),
        unit: of('units', lesson.taught.unit),
        inspector: inspectors[i % inspectors.length],
        inspectedAt: `${lesson.startsAt.slice(0, 3)}${random.between(35, 58)}:00`,
        expected,
        present: expected - random.between(0, 5),
        teacherAttendance: isIrregular ? 'irregular' : 'regular',
        interaction: random.pick(['occasional', 'frequent', 'frequent', 'none']),
        conditions: i % 50 === 3 ? 'irregular' : 'regular',
        remarks: isIrregular ? '教师迟到五分钟，已提醒' : i % 50 === 3 ? '投影设备故障，已报修' : null,
      }
    })
}

/** The planned courses of the timetable, each by its teacher. */
function evaluationRows(demo: DemoContext, of: Ids, held: readonly TimetableLesson[]): DemoRow[] {
  const rows = new Map<string, TimetableLesson>()
  for (const lesson of held) rows.set(`${lesson.taught.key}/${lesson.teacher}`, lesson)
  return [...rows].map(([key, { taught, teacher, of: taken }]) => {
    const random = demo.random(`course-evaluations/${key}`)
    return {
      $key: key,
      term: of('terms', TERM),
      plannedCourse: of('programme-courses', taught.key),
      course: of('courses', taught.course),
      unit: of('units', taught.unit),
      teacher: of('staff', teacher),
      score: tenths(random.between(845, 985)),
      students: taken.students.length - random.between(0, 6),
      completedOn: dayBetween(random, '2024-01-02', '2024-01-12'),
    }
  })
}

/** Four courses, each on a platform, on every day of the term. */
function onlineRows(demo: DemoContext, of: Ids): DemoRow[] {
  const random = demo.random('online-learning-days')
  const courses = taughtCourses().filter(({ grade, facts }) => grade === 2022 && facts.kind === 'core')
  return [0, 1, 2, 3].flatMap((n) => {
    const taught = courses[n * 9]!
    const own = n % 2 === 0
    return Array.from({ length: 120 }, (_, d): DemoRow => {
      const day = daysAfter('2023-09-04', d)
      const visits = random.between(30, 220)
      return {
        $key: `${taught.course}/${day}`,
        day,
        course: of('courses', taught.course),
        source: own ? 'college-platform' : 'third-party-platform',
        platform: own ? '网络教学平台（演示）' : '第三方课程平台（演示）',
        teacher: of('staff', staffNumbersOf(taught.unit)[n]!),
        hours: Math.floor((visits * random.between(4, 12)) / 10),
        visits,
        assignments: random.between(0, Math.floor(visits / 3)),
        discussions: random.between(0, 25),
        enteredOn: daysAfter(day, 1),
      }
    })
  })
}

function visitRows(demo: DemoContext, of: Ids): DemoRow[] {
  const random = demo.random('resource-visits')
  const visitors = [...placesOf[2022], ...placesOf[2023]].filter(({ withdrawn }) => !withdrawn)
  return Array.from({ length: 600 }, (_, i): DemoRow => {
    const day = daysAfter('2023-09-04', Math.floor((i * 130) / 600))
    const hour = random.between(10, 21)
    const number = i % 10 === 9 ? random.pick(staffNumbersOf('ai')) : random.pick(visitors).number
    return {
      $key: String(i),
      startedAt: `${day}T${hour}:${random.between(10, 29)}:${random.between(10, 59)}`,
      endedAt: `${day}T${hour}:${random.between(30, 59)}:${random.between(10, 59)}`,
      resource: of('digital-resources', `SZ${String(random.between(1, 320)).padStart(4, '0')}`),
      visitor: number,
      student: i % 10 === 9 ? null : of('students', number),
      staff: i % 10 === 9 ? of('staff', number) : null,
    }
  })
}

import { classroomClasses, type ClassroomLesson, classroomLessons, CLASSROOM_COURSE } from './classroom.ts'
import {
  act,
  chance,
  type ClassroomRows,
  type Desk,
  FALLING,
  type Held,
  OFTEN_ABSENT,
  pointsOf,
  QUIET,
  type Seat,
  TABLES,
} from './classroom-desk.ts'
import { teachFully, teachSimply } from './classroom-lesson.ts'
import { TOPICS } from './classroom-topics.ts'
import type { DemoContext, Random } from './context.ts'

/**
 * What happened in the smart classroom in the autumn of 2023: rows of the module's tables, equal on every machine.
 * The demo's teacher has twelve lessons with everything in them: previews seldom opened until they were spoken of, a
 * poll closed too soon, an ambiguous item, groups of which two looked on, late arrivals before winter, a step of the
 * practice that many failed, work that waited for its answer. The other teachers ask two items a lesson.
 */

export function classroomHistory(demo: DemoContext): ClassroomRows {
  const rows = Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Desk['rows']
  const lessons = Map.groupBy(
    classroomLessons(demo).filter(({ cancelled }) => !cancelled),
    ({ of }) => of.teachingClass,
  )
  for (const [c, of] of classroomClasses(demo).entries()) {
    const desk: Desk = { demo, random: demo.random(`classroom/${of.teachingClass}`), rows }
    const seats = of.students.map(({ number }, place): Seat => ({
      id: demo.id('students', number),
      place,
      able: desk.random.between(25, 95),
      diligent: desk.random.between(20, 98),
    }))
    for (const [nth, lesson] of lessons.get(of.teachingClass)!.entries()) holdLesson(desk, seats, lesson, nth, c)
  }
  return rows
}

function holdLesson(desk: Desk, seats: readonly Seat[], lesson: ClassroomLesson, nth: number, c: number): void {
  const { demo, random, rows } = desk
  const bell = Date.parse(`${lesson.day}T${lesson.startsAt}+08:00`)
  const at = (minutes: number) => new Date(bell + Math.round(minutes * 60) * 1000).toISOString()
  const ids = {
    session: demo.id('classroom-sessions', lesson.number),
    lesson: demo.id('lessons', lesson.number),
    course: demo.id('courses', CLASSROOM_COURSE),
    teacher: demo.id('staff', lesson.of.teacher),
  }
  rows.classroom_sessions.push({
    id: ids.session,
    lesson_id: ids.lesson,
    course_id: ids.course,
    teaching_class: lesson.of.teachingClass,
    teacher_id: ids.teacher,
    unit_id: demo.id('units', 'automotive'),
    room_id: demo.id('classrooms', lesson.room),
    held_on: lesson.day,
    state: 'closed',
    opened_at: at(-5),
    opened_by: demo.id('accounts', 'teacher'),
    closes_at: at(100),
    late_after: at(0),
    closed_at: at(95),
    secret: '\\x00',
    stage: 'code',
    revision: 1,
  })
  const states = seats.map((seat) => stateOf(random, seat, lesson, nth))
  const present = seats.filter((_, i) => states[i] === 'present' || states[i] === 'late')
  for (const [i, seat] of seats.entries())
    rows.classroom_signins.push({
      session_id: ids.session,
      student_id: seat.id,
      state: states[i],
      how: states[i] === 'absent' ? 'closing' : states[i] === 'leave' ? 'manual' : 'code',
      at:
        states[i] === 'late' ? at(random.between(2, 14)) : states[i] === 'absent' ? at(95) : at(-random.between(1, 4)),
      ...(states[i] === 'leave' ? { correction_reason: '已批准请假' } : {}),
    })
  const topic = TOPICS[nth]!
  const previewed = lesson.of.isOwn && nth > 0 ? setPreview(desk, seats, lesson, nth, ids, at) : new Set<string>()
  const held: Held = { lesson, nth, topic, ids, present, previewed, at }
  act(desk, held, { kind: 'opened-lesson', actor: 'teacher', happened_at: at(-5) })
  for (const [i, seat] of seats.entries())
    if (states[i] === 'present' || states[i] === 'late')
      act(desk, held, {
        kind: 'signed-in',
        student_id: seat.id,
        happened_at: at(states[i] === 'late' ? 5 : -2),
        body: { how: 'code', state: states[i] },
      })
  if (lesson.of.isOwn) teachFully(desk, held)
  else teachSimply(desk, held, c)
  act(desk, held, { kind: 'closed-lesson', actor: 'teacher', happened_at: at(95) })
}

function stateOf(random: Random, seat: Seat, { of }: ClassroomLesson, nth: number) {
  if (of.isOwn && seat.place === OFTEN_ABSENT) return nth % 2 === 1 || nth > 8 ? 'absent' : 'present'
  // The quiet and the falling come, or there would be nothing to see.
  if (of.isOwn && (QUIET.includes(seat.place) || seat.place === FALLING)) return 'present'
  if (chance(random, 2)) return 'leave'
  if (chance(random, seat.diligent > 60 ? 1 : 5)) return 'absent'
  const isWinter = of.isOwn && of.teachingClass.endsWith('Z02') && nth >= 7
  return chance(random, isWinter ? 24 : seat.diligent > 60 ? 1 : 6) ? 'late' : 'present'
}

/** A video for before class; until the teacher spoke of it after the fourth lesson, few opened it. */
function setPreview(
  desk: Desk,
  seats: readonly Seat[],
  lesson: ClassroomLesson,
  nth: number,
  ids: Held['ids'],
  at: Held['at'],
) {
  const { demo, random, rows } = desk
  const material = demo.id('coursework-materials', lesson.number)
  rows.coursework_materials.push({
    id: material,
    lesson_id: ids.lesson,
    teaching_class: lesson.of.teachingClass,
    course_id: ids.course,
    teacher_id: ids.teacher,
    title: `预习：${TOPICS[nth]!.title}`,
    address: 'https://video.example.edu.cn/battery/preview',
    knowledge_points: pointsOf(demo, TOPICS[nth]!.items),
    is_preview: true,
    made_at: at(-5 * 1440),
  })
  const opened = seats.filter(({ diligent }) => chance(random, nth < 4 ? diligent - 5 : Math.min(diligent + 25, 97)))
  for (const { id } of opened) {
    const when = at(-random.between(40, 2800))
    rows.coursework_openings.push({ material_id: material, student_id: id, opened_at: when })
    act(
      desk,
      { lesson, ids, at },
      {
        kind: 'opened-material',
        student_id: id,
        activity_id: material,
        session_id: null,
        happened_at: when,
        seconds: String(random.between(120, 560)),
      },
    )
  }
  return new Set(opened.map(({ id }) => id))
}

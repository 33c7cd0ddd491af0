import { expect, it } from 'vitest'
import { classroomLessons } from './classroom.ts'
import { createDemoContext } from './context.ts'
import { timetable } from './timetable.ts'

const demo = createDemoContext()
const lessons = [
  ...timetable(demo),
  ...classroomLessons(demo).map((lesson) => ({
    ...lesson,
    teacher: lesson.of.teacher,
    of: { key: lesson.of.className },
  })),
]

it('uses nobody and nothing twice at one time', () => {
  for (const who of ['teacher', 'room'] as const) {
    const times = lessons.map((lesson) => `${lesson[who]} ${lesson.day} ${lesson.sections}`)
    expect(new Set(times).size, who).toBe(times.length)
  }
  const classes = lessons.map((lesson) => `${lesson.of.key} ${lesson.day} ${lesson.sections}`)
  expect(new Set(classes).size).toBe(classes.length)
})

it('teaches on working days of the term, and not on its holidays', () => {
  for (const { day, cancelled } of lessons) {
    expect([0, 6], day).not.toContain(new Date(day).getUTCDay())
    expect(cancelled, day).toBe(day >= '2023-09-29' && day <= '2023-10-06')
  }
})

import { dayOfTerm, schoolDay, serial, someStudents, studentOf, teacherOf, TERM, whose } from './autumn.ts'
import { placesOf } from './intake.ts'
import type { DemoContext, DemoPart, DemoRow, Random } from './context.ts'
import { daysAfter } from './shares.ts'

/**
 * Portraits, results, absence, leave and departure of students in the autumn term of 2023, for some of them.
 *
 * Keys: '<student number>' and, where a student has several, '/<n>'.
 */

/** A mark with one decimal, from `low` to `high` whole points. */
const mark = (random: Random, low: number, high: number) => {
  const tenths = random.between(low * 10, high * 10)
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}

const MEASURES = [
  ['moral education', '思想品德', 'moral performance', '思想品德表现'],
  ['academic progress', '学业发展', 'average mark', '课程平均成绩'],
  ['physical fitness', '身心健康', 'fitness result', '体质测试等级'],
  ['labour', '劳动素养', 'labour hours', '劳动实践时长'],
  ['innovation', '创新能力', 'competitions', '竞赛与创新项目'],
] as const
const GRADES = ['优秀', '良好', '中等', '合格'] as const

function portraits(demo: DemoContext): { portraits: DemoRow[]; measures: DemoRow[] } {
  const random = demo.random('student-portraits')
  const measures: DemoRow[] = []
  const rows = someStudents(300).map((place, i): DemoRow => {
    const results = MEASURES.map((measure) => [measure, random.pick(GRADES)] as const)
    if (i < 150)
      for (const [n, [[dimensionEnglish, dimension, measureEnglish, measure], result]] of results.entries())
        measures.push({
          $key: `${place.number}/${n + 1}`,
          ...whose(demo, place),
          dimensionEnglish,
          dimension,
          measureEnglish,
          measure,
          result,
        })
    return {
      $key: place.number,
      ...whose(demo, place),
      generatedOn: '2024-01-15',
      visits: random.between(0, 60),
      lastVisitedOn: dayOfTerm(random),
      result: JSON.stringify(
        Object.fromEntries(results.map(([[, dimension, , measure], result]) => [dimension, { [measure]: result }])),
      ),
    }
  })
  return { portraits: rows, measures }
}

function results(demo: DemoContext): DemoRow[] {
  const random = demo.random('term-results')
  return someStudents(1200, 1).map((place): DemoRow => {
    const terms = (2024 - place.grade) * 2 - 1
    const credits = (each: number) => `${Math.min(terms, 5) * each}.${random.pick(['0', '5'])}`
    return {
      $key: place.number,
      ...whose(demo, place),
      term: demo.id('terms', TERM),
      generalCredits: credits(7),
      foundationCredits: credits(5),
      coreCredits: credits(6),
      extensionCredits: credits(2),
      generalScore: mark(random, 62, 94),
      foundationScore: mark(random, 60, 95),
      coreScore: mark(random, 60, 95),
      extensionScore: mark(random, 65, 96),
      internshipScore: place.grade === 2021 ? mark(random, 70, 96) : null,
      enteredOn: `2024-01-${serial(random.between(8, 19), 2)}`,
    }
  })
}

const REASONS = { sick: '身体不适就医', personal: '家中有事', official: '参加校外竞赛', other: '办理证件' } as const

function leave(demo: DemoContext): DemoRow[] {
  const random = demo.random('leave-requests')
  return someStudents(400, 2).map((place, i): DemoRow => {
    const kind = random.pick(['sick', 'sick', 'personal', 'personal', 'official', 'other'] as const)
    const from = schoolDay(random)
    const days = random.between(1, 4)
    const until = daysAfter(from, days - 1)
    // The last few still wait for somebody, and some have not come back yet.
    const isDecided = i < 390
    const isBack = isDecided && i % 12 !== 11
    return {
      $key: place.number,
      ...whose(demo, place),
      term: demo.id('terms', TERM),
      kind,
      from,
      until,
      days,
      submitted: i % 9 === 0 ? 'offline' : 'online',
      reason: REASONS[kind],
      leavesCampus: random.between(1, 3) > 1,
      decidedOn: isDecided ? daysAfter(from, -random.between(0, 1)) : null,
      decidedBy: isDecided ? teacherOf(demo, place, random) : null,
      reportedBack: isBack,
      reportedBackOn: isBack ? until : null,
    }
  })
}

function absent(demo: DemoContext): DemoRow[] {
  const random = demo.random('absences')
  return someStudents(400, 3).map((place): DemoRow => {
    const day = schoolDay(random)
    const kind = random.pick(['sick-leave', 'personal-leave', 'late-or-early', 'truancy'])
    return {
      $key: place.number,
      ...whose(demo, place),
      term: demo.id('terms', TERM),
      day,
      lesson: kind.endsWith('leave') ? 0 : random.between(1, 5) * 2 - 1,
      kind,
      noticedBy: random.pick(['roll-call', 'sign-in', 'sign-in', 'interaction', 'spot-check']),
      reason: kind === 'sick-leave' ? '就医' : kind === 'late-or-early' ? '迟到' : null,
      confirmedOn: daysAfter(day, random.between(0, 2)),
      confirmedBy: teacherOf(demo, place, random),
    }
  })
}

/** Three hundred of those who graduated in June, of whom the last came back for it in the autumn. */
function clearances(demo: DemoContext): DemoRow[] {
  const random = demo.random('departure-clearances')
  const graduates = placesOf[2020]
  return Array.from({ length: 300 }, (_, i): DemoRow => {
    const place = graduates[Math.floor((i * graduates.length) / 300)]!
    const day = i < 260 ? `2023-06-${serial(random.between(12, 20), 2)}` : `2023-09-${serial(random.between(4, 20), 2)}`
    return {
      $key: place.number,
      ...whose(demo, place),
      feesSettledOn: day,
      creditsConfirmedOn: daysAfter(day, random.between(0, 3)),
      booksReturnedOn: daysAfter(day, random.between(0, 5)),
      leftDormitoryOn: daysAfter(day, random.between(4, 9)),
      diplomaOn: daysAfter(day, 10),
    }
  })
}

function dormitory(demo: DemoContext): DemoRow[] {
  const random = demo.random('dormitory-checks')
  const wardens = Array.from({ length: 12 }, (_, i) => demo.id('staff', `T${serial(925 + i)}`))
  const rooms = someStudents(60, 4)
  // Every Thursday of the term, the same sixty students: they stand for all.
  return Array.from({ length: 20 }, (_, week) => daysAfter('2023-09-07', week * 7)).flatMap((day) =>
    rooms.map((place, i): DemoRow => {
      const lot = random.between(1, 100)
      const presence = lot <= 94 ? 'present' : lot <= 97 ? 'on-leave' : lot <= 99 ? 'not-returned' : 'other'
      return {
        $key: `${place.number}/${day}`,
        ...studentOf(demo, place),
        room: `${(i % 3) + 1}区${(i % 7) + 1}栋${(i % 6) + 1}${serial((i % 20) + 1, 2)}`,
        checkedAt: `${day}T22:${serial(10 + (i % 40), 2)}:00`,
        checkedBy: wardens[i % wardens.length]!,
        presence,
        note: presence === 'not-returned' ? '已电话联系，正在返校途中' : null,
      }
    }),
  )
}

export const studentRecordsDemo: DemoPart = (demo) => {
  const made = portraits(demo)
  return [
    { register: 'student-portraits', rows: made.portraits },
    { register: 'student-portrait-measures', rows: made.measures },
    { register: 'term-results', rows: results(demo) },
    { register: 'leave-requests', rows: leave(demo) },
    { register: 'absences', rows: absent(demo) },
    { register: 'departure-clearances', rows: clearances(demo) },
    { register: 'dormitory-checks', rows: dormitory(demo) },
  ]
}

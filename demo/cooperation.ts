import { dayOfTerm, momentOn, schoolDay, serial } from './autumn.ts'
import { FACULTIES } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { MAJORS, partnersOf, teachersOf } from './partnership.ts'
import { dayBetween } from './shares.ts'
import { CLASSROOMS } from './timetable.ts'

/**
 * Skill assessment, certificates of skill levels, courses made with enterprises, resources used abroad, and the runs of
 * classroom devices.
 *
 * Keys: skill-assessment-bodies 'SB01'… · certificate-schemes the certificate's name · joint-courses 'JC01'… ·
 * resource-adoptions 'RD01'… · device-runs '<asset>/<n>'
 */

/** The body that issues certificates of skill levels, and the one of the 1+X certificates (demo/courses.ts). */
export const ISSUERS = {
  skill: { name: '示例职业技能评价机构（演示）', code: 'DEMO-ISSUER-02' },
  x: { name: '示例培训评价组织（演示）', code: 'DEMO-ISSUER-01' },
} as const

const TRADES = ['电工', '车工', '钳工', '汽车维修工', '物联网安装调试员', '互联网营销师'] as const
const LEVELS = ['intermediate-worker', 'senior-worker', 'technician'] as const

const bodies = (demo: DemoContext): DemoRow[] => {
  const random = demo.random('skill-assessment-bodies')
  return TRADES.flatMap((trade, t) =>
    LEVELS.map((level, l) => ({
      $key: `SB${serial(t * LEVELS.length + l + 1, 2)}`,
      name: '示例高技能人才评价中心（演示）',
      certificate: trade,
      level,
      founderLevel: 'provincial',
      founderKind: 'provincial-department',
      year: 2023,
      assessed: random.between(20, 420),
    })),
  )
}

const schemes = (): DemoRow[] =>
  TRADES.map((name, i) => ({
    $key: name,
    number: `JN${serial(i + 1, 3)}`,
    name,
    kind: 'skill-level',
    levels: ['intermediate', 'advanced'],
    topLevel: 'level-3',
    issuer: ISSUERS.skill.name,
    issuerCode: ISSUERS.skill.code,
    assessedHere: true,
    from: '2020-09-01',
    until: null,
  }))

function jointCourses(demo: DemoContext): DemoRow[] {
  const random = demo.random('joint-courses')
  return Array.from({ length: 50 }, (_, i) => {
    const faculty = FACULTIES[i % FACULTIES.length]!
    // Those with whom there is an agreement.
    const partners = partnersOf(faculty).slice(0, 10)
    return {
      $key: `JC${serial(i + 1, 2)}`,
      course: demo.id('courses', `K${serial(i + 1)}`),
      partner: demo.id('partners', partners[i % partners.length]!.key),
      unit: demo.id('units', faculty),
      startsOn: dayBetween(random, '2023-03-01', '2023-09-30'),
      endsOn: dayOfTerm(random).replace(/^2023-09-.*/, '2023-10-31'),
      leader: demo.id('people', random.pick(teachersOf(faculty))),
      partnerLeader: demo.personName(random),
      about: '校企双方按岗位任务重构内容，共同编写讲义和任务单。',
    }
  })
}

const ABROAD = [
  'laos',
  'thailand',
  'cambodia',
  'kazakhstan',
  'tanzania',
  'pakistan',
  'hungary',
  'south-africa',
] as const

function adoptions(demo: DemoContext): DemoRow[] {
  const random = demo.random('resource-adoptions')
  return Array.from({ length: 24 }, (_, i) => {
    const kind = (['course-standard', 'major-standard', 'textbook'] as const)[i % 3]!
    const faculty = FACULTIES[i % FACULTIES.length]!
    return {
      $key: `RD${serial(i + 1, 2)}`,
      kind,
      course: kind === 'course-standard' ? demo.id('courses', `K${serial(i * 7 + 1)}`) : null,
      major: kind === 'major-standard' ? demo.id('majors', MAJORS[faculty][0]!) : null,
      textbook: kind === 'textbook' ? demo.id('textbooks', `JC${serial(i + 1, 3)}`) : null,
      country: ABROAD[i % ABROAD.length],
      adopter: `示例国外职业院校${(i % 6) + 1}（演示）`,
      adoptedIn: `2023-${serial(random.between(9, 12), 2)}`,
      use: i % 4 === 0 ? 'training' : 'degree-education',
      students: random.between(12, 140),
    }
  })
}

/** Projectors, every fourteenth asset of demo/facilities.ts. */
const DEVICES = Array.from({ length: 20 }, (_, i) => `E${serial((i + 1) * 14 - 1, 5)}`)

function runs(demo: DemoContext): DemoRow[] {
  const random = demo.random('device-runs')
  return DEVICES.flatMap((device, i) => {
    const days = new Set<string>()
    while (days.size < 40) days.add(schoolDay(random))
    return [...days].map((day) => {
      const startedAt = momentOn(random, day, 8, 12)
      const endedAt = momentOn(random, day, 13, 18)
      return {
        $key: `${device}/${day}`,
        device: demo.id('equipment', device),
        classroom: demo.id('classrooms', CLASSROOMS[i]!.number),
        startedAt,
        endedAt,
        recordedAt: endedAt,
      }
    })
  })
}

export const cooperationDemo: DemoPart = (demo) => [
  { register: 'skill-assessment-bodies', rows: bodies(demo) },
  { register: 'certificate-schemes', rows: schemes() },
  { register: 'joint-courses', rows: jointCourses(demo) },
  { register: 'resource-adoptions', rows: adoptions(demo) },
  { register: 'device-runs', rows: runs(demo) },
]

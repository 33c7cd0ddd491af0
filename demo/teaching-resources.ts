import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { courseKey, plannedCourses } from './courses.ts'
import { FACULTIES } from './faculties.ts'
import { teachersOf } from './partnership.ts'
import { dayBetween, yuan } from './shares.ts'

/**
 * What was made for teaching: projects that build courses, digital resources.
 *
 * Keys for other parts (demo.id): course-projects 'KJ001'…'KJ048' · digital-resources 'SZ0001'…'SZ0320', of which every
 * fifth is a virtual simulation and every seventh is on the national platform.
 */

const PROJECTS = 48
const RESOURCES = 320

const resourceKey = (n: number) => `SZ${String(n).padStart(4, '0')}`
const isSimulation = (n: number) => n % 5 === 0

/** Courses of majors that are taught in classrooms, in the order of their codes. */
const taught = plannedCourses()
  .map((facts, i) => ({ ...facts, key: courseKey(i + 1) }))
  .filter(({ major, kind }) => major !== null && kind !== 'practice')
const courseOf = (n: number) => taught[(n * 37) % taught.length]!

export const teachingResourcesDemo: DemoPart = (demo) => [
  { register: 'course-projects', rows: projectRows(demo) },
  { register: 'digital-resources', rows: resourceRows(demo) },
]

function projectRows(demo: DemoContext): DemoRow[] {
  return Array.from({ length: PROJECTS }, (_, i): DemoRow => {
    const n = i + 1
    const course = courseOf(n)
    const random = demo.random(`course-projects/${n}`)
    const year = random.between(2020, 2023)
    return {
      $key: `KJ${String(n).padStart(3, '0')}`,
      number: `KJ${year}${String(n).padStart(3, '0')}`,
      course: demo.id('courses', course.key),
      kind: random.pick(['quality-course', 'shared-resource-course', 'online-quality-course', 'ideology-model-course']),
      unit: demo.id('units', course.unit),
      leader: demo.id('staff', random.pick(teachersOf(course.unit))),
      appliedOn: `${year}-${random.pick(['03', '04', '05'])}-${random.between(10, 28)}`,
      year,
      acceptedOn: year <= 2021 ? dayBetween(random, `${year + 1}-06-01`, `${year + 1}-12-20`) : null,
      fundingSource: random.pick(['government-grant', 'own-funds', 'own-funds']),
      funds: yuan(random.between(2, 12) * 10_000),
    }
  })
}

const KINDS = [
  ['micro-lesson', '微课'],
  ['video', '教学视频'],
  ['presentation', '演示文稿'],
  ['animation', '动画'],
  ['interactive', '交互课件'],
  ['text', '任务工单'],
] as const

/** The base on campus where a faculty's simulations run: its centre where it has one. */
function baseOf(faculty: string): string {
  const centres: Readonly<Record<string, string>> = { mechanical: 'J10', automotive: 'J11', chemistry: 'J12' }
  return centres[faculty] ?? `J0${(FACULTIES as readonly string[]).indexOf(faculty) + 1}`
}

function resourceRows(demo: DemoContext): DemoRow[] {
  return Array.from({ length: RESOURCES }, (_, i): DemoRow => {
    const n = i + 1
    const course = courseOf(n)
    const random = demo.random(`digital-resources/${n}`)
    const [kind, word] = isSimulation(n) ? (['virtual-simulation', '虚拟仿真实训'] as const) : KINDS[n % KINDS.length]!
    const made = `${dayBetween(random, '2021-03-01', '2023-06-30')}T${random.between(10, 17)}:${random.between(10, 59)}:00`
    const onPlatform = n % 7 === 0
    return {
      $key: resourceKey(n),
      number: resourceKey(n),
      name: `${course.name}${word}（${n}）`,
      kind,
      unit: demo.id('units', course.unit),
      major: demo.id('majors', course.major!),
      course: demo.id('courses', course.key),
      leader: demo.id('staff', random.pick(teachersOf(course.unit))),
      level: onPlatform ? random.pick(['national', 'provincial']) : random.pick(['provincial', 'college', 'college']),
      madeAt: made,
      renewedAt: random.between(0, 1) === 1 ? `${dayBetween(random, '2023-07-01', '2023-12-20')}T09:30:00` : made,
      simulationKind: isSimulation(n) ? random.pick(['purely-virtual', 'modular', 'digital-twin']) : null,
      base: isSimulation(n) ? demo.id('teaching-sites', baseOf(course.unit)) : null,
      platformKind: onPlatform ? (isSimulation(n) ? 'virtual-simulation' : 'major-resource-library') : null,
      platformSince: onPlatform ? dayBetween(random, '2023-09-01', '2024-01-15') : null,
      platformAddress: onPlatform ? `https://vocational.example.edu.cn/resources/${resourceKey(n)}` : null,
    }
  })
}

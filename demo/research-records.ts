import { momentOn, schoolDay, serial } from './autumn.ts'
import { FACULTIES } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { SUBJECTS } from './courses.ts'
import { teachersOf } from './partnership.ts'
import { dayBetween, yuan } from './shares.ts'

/**
 * What happened on research projects in the autumn term of 2023, and what was published in five years.
 *
 * Keys: research-activities 'RA001'… · research-expenses 'RE001'… · papers 'PP001'… · monographs 'MG01'… ·
 * academic-lectures 'AL01'…
 */

/** Projects of 2022 and 2023: the first seventy of each year belong to the faculties in turn. */
const projects = [2022, 2023].flatMap((year) =>
  Array.from({ length: 70 }, (_, i) => ({
    key: `R${year}-${serial(i + 1, 3)}`,
    unit: i % 11 === 10 ? 'marxism' : i % 13 === 12 ? 'general' : FACULTIES[i % FACULTIES.length]!,
  })),
)
const TOPICS = ['开题论证会', '阶段研讨会', '方案评审', '实验测试', '数据采集', '中期检查'] as const
const PURPOSES = ['购买实验材料', '测试加工费', '调研差旅费', '版面费', '专家咨询费', '图书资料费'] as const

function activities(demo: DemoContext): DemoRow[] {
  const random = demo.random('research-activities')
  return Array.from({ length: 150 }, (_, i) => {
    const { key, unit } = projects[i % projects.length]!
    return {
      $key: `RA${serial(i + 1, 3)}`,
      project: demo.id('research-projects', key),
      topic: TOPICS[i % TOPICS.length],
      day: schoolDay(random),
      unit: demo.id('units', unit),
      content: '课题组成员参加，形成记录。',
    }
  })
}

function expenses(demo: DemoContext): DemoRow[] {
  const random = demo.random('research-expenses')
  return Array.from({ length: 250 }, (_, i) => {
    const { key, unit } = projects[i % projects.length]!
    return {
      $key: `RE${serial(i + 1, 3)}`,
      voucher: `JZ2023-K${serial(i + 1)}`,
      project: demo.id('research-projects', key),
      unit: demo.id('units', unit),
      amount: yuan(random.between(3, 90) * 100),
      paidAt: momentOn(random, schoolDay(random), 9, 17),
      purpose: PURPOSES[i % PURPOSES.length],
    }
  })
}

function papers(demo: DemoContext): DemoRow[] {
  const random = demo.random('papers')
  return Array.from({ length: 200 }, (_, i) => {
    const faculty = FACULTIES[i % FACULTIES.length]!
    const publishedOn =
      i < 60 ? dayBetween(random, '2023-09-01', '2023-12-28') : dayBetween(random, '2019-01-05', '2023-08-28')
    return {
      $key: `PP${serial(i + 1, 3)}`,
      number: `LW${publishedOn.slice(0, 4)}-${serial(i + 1)}`,
      name: `${random.pick(SUBJECTS[faculty])}课程改革的实践与思考（${i + 1}）`,
      journal: `示例学报${(i % 12) + 1}（演示）`,
      publishedOn,
      firstAuthor: demo.id('people', random.pick(teachersOf(faculty))),
      unit: demo.id('units', faculty),
    }
  })
}

function monographs(demo: DemoContext): DemoRow[] {
  const random = demo.random('monographs')
  return Array.from({ length: 20 }, (_, i) => {
    const faculty = FACULTIES[i % FACULTIES.length]!
    const publishedOn = i < 4 ? `2023-1${i % 3}-15` : dayBetween(random, '2019-01-05', '2023-08-28')
    return {
      $key: `MG${serial(i + 1, 2)}`,
      number: `ZZ${publishedOn.slice(0, 4)}-${serial(i + 1, 3)}`,
      name: `${random.pick(SUBJECTS[faculty])}领域职业能力研究（演示${i + 1}）`,
      publisher: '示例大学出版社（演示）',
      publishedOn,
      firstAuthor: demo.id('people', random.pick(teachersOf(faculty))),
      unit: demo.id('units', faculty),
    }
  })
}

function lectures(demo: DemoContext): DemoRow[] {
  const random = demo.random('academic-lectures')
  return Array.from({ length: 40 }, (_, i) => {
    const faculty = FACULTIES[i % FACULTIES.length]!
    return {
      $key: `AL${serial(i + 1, 2)}`,
      number: `JZ2023-${serial(i + 1, 3)}`,
      topic: `${random.pick(SUBJECTS[faculty])}的发展与应用`,
      day: schoolDay(random),
      speaker: demo.personName(random),
      unit: demo.id('units', faculty),
      students: random.between(40, 260),
      teachers: random.between(5, 40),
    }
  })
}

export const researchRecordsDemo: DemoPart = (demo) => [
  { register: 'research-activities', rows: activities(demo) },
  { register: 'research-expenses', rows: expenses(demo) },
  { register: 'papers', rows: papers(demo) },
  { register: 'monographs', rows: monographs(demo) },
  { register: 'academic-lectures', rows: lectures(demo) },
]

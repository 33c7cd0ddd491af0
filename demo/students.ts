import { apportion, spreadOver } from './apportion.ts'
import { LAST_DAY } from './autumn.ts'
import { DEMO_STUDENTS } from './college.ts'
import type { DemoContext, DemoPart, DemoRow, DemoRows, Random } from './context.ts'
import type { Faculty } from './faculties.ts'
import { ISSUERS } from './cooperation.ts'
import { intakes, MEN, placesOf, studentPerson, type Intake, type Place } from './intake.ts'
import { facultyOfMajor } from './majors.ts'

/**
 * The school roll, admissions, fitness tests and skill certificates.
 *
 * Published for 2023: 17,045 students on 31 August, 6061 admitted and 5624 arrived, 16,056 tested of whom
 * 81.40 % passed, 7921 who obtained a skill certificate. The freshmen of a year register in the last days of
 * August, so that they are on the roll on the 31st; those who entered in 2020 graduated on 2023-06-30.
 *
 * Keys: students = student number, year of entry and five digits ('202100001') · admissions '<period>/<row>' ·
 * fitness-tests '<period>/<student>' · certificates = certificate number.
 */

/** Ids of units, majors and students, each computed once. */
export function idsOf(demo: DemoContext) {
  const known = new Map<string, string>()
  return (register: string, key: string) => {
    const name = `${register}/${key}`
    let id = known.get(name)
    if (id === undefined) known.set(name, (id = demo.id(register, key)))
    return id
  }
}

const HOME_PROVINCE = '500000'
const OTHER_PROVINCES = [
  '510000',
  '520000',
  '530000',
  '410000',
  '420000',
  '430000',
  '340000',
  '360000',
  '620000',
  '140000',
] as const

const dayOf = (random: Random, year: number, firstMonth: number, lastMonth: number) =>
  `${year}-${String(random.between(firstMonth, lastMonth)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`

function studentRow(
  demo: DemoContext,
  id: (register: string, key: string) => string,
  place: Place,
  accounts: ReadonlySet<string>,
): DemoRow {
  const { number, grade, major, kind, className, withdrawn } = place
  const random = demo.random(`students/${number}`)
  const graduated = grade === 2020
  const lot = random.between(1, 1000)
  const rollState = graduated
    ? 'graduated'
    : withdrawn
      ? lot <= 900
        ? 'withdrawn'
        : 'transferred'
      : grade === 2023 || accounts.has(number)
        ? 'enrolled'
        : lot <= 18
          ? 'in-service'
          : lot <= 22
            ? 'suspended'
            : 'enrolled'
  return {
    $key: number,
    number,
    ...studentPerson(demo, place),
    kind: 'junior-college',
    unit: id('units', facultyOfMajor.get(major)!),
    major: id('majors', major),
    grade,
    className,
    entryKind: kind,
    years: kind === 'five-year' ? 5 : 3,
    enteredOn: `${grade}-08-27`,
    leftOn: graduated ? '2023-06-30' : withdrawn ? leavingDay(random, grade) : null,
    rollState,
    origin: random.between(1, 100) <= 87 ? HOME_PROVINCE : random.pick(OTHER_PROVINCES),
    birthOn: dayOf(random, grade - random.between(18, 19), 1, 12),
    politicalStatus:
      lot <= 700 ? 'youth-league' : lot <= 980 ? 'masses' : lot <= 995 ? 'probationary-member' : 'party-member',
    person: accounts.has(number) ? demo.id('people', number) : null,
  }
}

/** In the school year 2022–2023. */
const leavingDay = (random: Random, grade: number) =>
  grade === 2021 && random.between(0, 1) === 0 ? dayOf(random, 2022, 9, 12) : dayOf(random, 2023, 1, 6)

const PEOPLE_OF_ADMISSION = {
  2022: { admitted: 6250, men: 4367, local: 5625, sciencePercent: 63 },
  2023: { admitted: 6061, men: 4067, local: 5273, sciencePercent: 65 },
} as const

function admissionRows(id: (register: string, key: string) => string, year: 2022 | 2023): DemoRow[] {
  const facts = PEOPLE_OF_ADMISSION[year]
  const rows: readonly Intake[] = intakes[year]
  const men = apportion(
    facts.men,
    rows.map((row) => row.admitted * MEN[row.unit]),
  )
  const local = apportion(
    facts.local,
    rows.map((row) => row.admitted),
  )
  const general = rows.map((row) => (row.kind === 'general' ? row.admitted : 0))
  const science = apportion(Math.round((general.reduce((a, b) => a + b, 0) * facts.sciencePercent) / 100), general)
  return [
    ...rows.map((row, i) => ({
      $key: `${year}/${row.name}`,
      period: String(year),
      order: row.order,
      name: row.name,
      unit: id('units', row.unit),
      byClass: row.byClass,
      major: row.byClass ? null : id('majors', row.majors[0]!.name),
      entryKind: row.kind,
      isNew: row.isNew && year === 2023,
      plan: row.admitted,
      admitted: row.admitted,
      arrived: row.arrived,
      male: men[i]!,
      female: row.admitted - men[i]!,
      local: local[i]!,
      science: row.kind === 'general' ? science[i]! : null,
    })),
    ...(year === 2023 ? supplements(id, rows.length) : []),
  ]
}

/** Late reports that still wait for review: they must not count. */
function supplements(id: (register: string, key: string) => string, last: number): DemoRow[] {
  const waiting: readonly (readonly [string, Faculty, string, 'draft' | 'submitted'])[] = [
    ['软件技术（补录）', 'ai', '软件技术', 'submitted'],
    ['工程造价（补录）', 'construction', '工程造价', 'submitted'],
    ['空中乘务（补录）', 'electrical', '空中乘务', 'draft'],
  ]
  return waiting.map(([name, unit, major, state], i) => ({
    $key: `2023/${name}`,
    $state: state,
    period: '2023',
    order: last + i + 1,
    name,
    unit: id('units', unit),
    byClass: false,
    major: id('majors', major),
    entryKind: 'general',
    isNew: false,
    plan: 6 - i,
    admitted: 4 - i,
    arrived: 4 - i,
    male: 3 - i,
    female: 1,
    local: 3 - i,
    science: 2,
  }))
}

interface TestFacts {
  readonly period: '2022' | '2023'
  readonly grades: readonly (2020 | 2021 | 2022)[]
  readonly tested: number
  readonly passed: number
}
/** 13,070 of 16,056 is 81.40 %. In the school year before, the class of 2022 was exempted. */
const FITNESS: readonly TestFacts[] = [
  { period: '2022', grades: [2020, 2021], tested: 10920, passed: 8829 },
  { period: '2023', grades: [2020, 2021, 2022], tested: 16056, passed: 13070 },
]

function fitnessRows(demo: DemoContext, id: (register: string, key: string) => string, facts: TestFacts): DemoRow[] {
  const random = demo.random(`fitness-tests/${facts.period}`)
  const candidates = facts.grades.flatMap((grade) => placesOf[grade]).filter((place) => !place.withdrawn)
  const tested = candidates.filter((_, i) => spreadOver(i, facts.tested, candidates.length))
  return tested.map((place, i) => {
    const fails = spreadOver(i, facts.tested - facts.passed, facts.tested)
    const tenths = fails ? random.between(380, 599) : passingScore(random)
    return {
      $key: `${facts.period}/${place.number}`,
      period: facts.period,
      number: place.number,
      student: id('students', place.number),
      unit: id('units', facultyOfMajor.get(place.major)!),
      testedOn: dayOf(random, Number(facts.period) - 1, 10, 12),
      score: `${Math.floor(tenths / 10)}.${tenths % 10}`,
      result: tenths >= 900 ? 'excellent' : tenths >= 800 ? 'good' : tenths >= 600 ? 'pass' : 'fail',
    }
  })
}

function passingScore(random: Random): number {
  const lot = random.between(1, 100)
  return lot <= 5 ? random.between(900, 985) : lot <= 28 ? random.between(800, 899) : random.between(600, 799)
}

/** Certificates of a faculty: 1+X schemes and skill levels. Names are public; issuers are made up. */
const CERTIFICATES: Readonly<Record<Faculty, { readonly x: readonly string[]; readonly skill: readonly string[] }>> = {
  mechanical: { x: ['数控车铣加工', '工业机器人操作与运维'], skill: ['电工', '车工', '铣工', '钳工'] },
  automotive: { x: ['智能新能源汽车', '汽车运用与维修'], skill: ['汽车维修工'] },
  electronic: { x: ['工业互联网实施与运维', '传感网应用开发'], skill: ['电工', '物联网安装调试员'] },
  ai: { x: ['Web前端开发', '网络系统建设与运维'], skill: ['网络与信息安全管理员', '人工智能训练师'] },
  economics: { x: ['智能财税', '物流管理'], skill: ['互联网营销师', '物流服务师'] },
  design: { x: ['数字创意建模', '界面设计'], skill: ['全媒体运营师'] },
  electrical: { x: ['轨道交通电气设备装调', '空中乘务'], skill: ['电工', '工业机器人系统操作员'] },
  chemistry: { x: ['药品购销', '化工精馏安全控制'], skill: ['化学检验员'] },
  construction: { x: ['建筑信息模型（BIM）', '建筑工程识图'], skill: ['工程测量员'] },
}

interface CertificateFacts {
  readonly year: 2022 | 2023 | 2024
  readonly grades: readonly (2020 | 2021 | 2022)[]
  /** Students with at least one. */
  readonly holders: number
  /** Of them with a certificate of a 1+X scheme. */
  readonly x: number
  /** Of them with a second certificate of another kind. */
  readonly second: number
  /** Certificates that are not about skills and do not count. */
  readonly other: number
}
const CERTIFIED: readonly CertificateFacts[] = [
  { year: 2022, grades: [2020, 2021], holders: 6480, x: 2410, second: 0, other: 0 },
  { year: 2023, grades: [2020, 2021, 2022], holders: 7921, x: 2873, second: 465, other: 120 },
  // What was issued in the autumn of 2023, after the edition.
  { year: 2024, grades: [2021, 2022], holders: 300, x: 120, second: 0, other: 0 },
]

function certificateRows(
  demo: DemoContext,
  id: (register: string, key: string) => string,
  facts: CertificateFacts,
): DemoRow[] {
  const { year, holders } = facts
  const random = demo.random(`certificates/${year}`)
  const candidates = facts.grades.flatMap((grade) => placesOf[grade]).filter((place) => !place.withdrawn)
  const rows: DemoRow[] = []
  const add = (place: Place, kind: 'one-plus-x' | 'skill-level' | 'other') => {
    const faculty = facultyOfMajor.get(place.major)!
    const number = `JX${year}${String(rows.length + 1).padStart(6, '0')}`
    const days =
      kind === 'one-plus-x'
        ? [`${year - 1}-12-15`, `${year}-05-25`]
        : [`${year - 1}-11-20`, `${year}-04-18`, `${year}-06-16`]
    const issuer = kind === 'one-plus-x' ? ISSUERS.x : ISSUERS.skill
    rows.push({
      $key: number,
      number,
      name:
        kind === 'other'
          ? '普通话水平测试等级证书'
          : random.pick(kind === 'one-plus-x' ? CERTIFICATES[faculty].x : CERTIFICATES[faculty].skill),
      student: id('students', place.number),
      unit: id('units', faculty),
      kind,
      level:
        kind === 'other'
          ? 'none'
          : kind === 'one-plus-x'
            ? random.pick(['intermediate', 'intermediate', 'elementary'])
            : random.pick(['3', '4', '4']),
      issuer: issuer.name,
      issuerCode: issuer.code,
      issuedOn: random.pick(days.filter((day) => year < 2024 || day < LAST_DAY)),
      electronic: true,
      copies: rows.length % 4,
    })
  }
  const holding = candidates.filter((_, i) => spreadOver(i, holders, candidates.length))
  holding.forEach((place, i) => {
    const x = spreadOver(i, facts.x, holders)
    add(place, x ? 'one-plus-x' : 'skill-level')
    if (spreadOver(i, facts.second, holders)) add(place, x ? 'skill-level' : 'one-plus-x')
    if (spreadOver(i, facts.other, holders)) add(place, 'other')
  })
  return rows
}

export const studentsDemo: DemoPart = (demo) => {
  const id = idsOf(demo)
  const accounts = new Set(DEMO_STUDENTS)
  const students = ([2020, 2021, 2022, 2023] as const).flatMap((grade) =>
    placesOf[grade].map((place) => studentRow(demo, id, place, accounts)),
  )
  return [
    { register: 'students', rows: students },
    { register: 'admissions', rows: [...admissionRows(id, 2022), ...admissionRows(id, 2023)] },
    { register: 'fitness-tests', rows: FITNESS.flatMap((facts) => fitnessRows(demo, id, facts)) },
    { register: 'certificates', rows: CERTIFIED.flatMap((facts) => certificateRows(demo, id, facts)) },
  ] satisfies DemoRows[]
}

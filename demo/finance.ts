import { FACULTIES } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { shares } from './shares.ts'

/**
 * Money of the calendar years 2021 (edition 2022) and 2022 (edition 2023).
 *
 * Keys for other parts (demo.id): the voucher number in appropriations, own-income, spending and internship-expenses,
 * e.g. 'BK2022-01', 'SR2022-01', 'ZC2022-01', 'SX2022-01'.
 */

/** In fen, by kind; each year's sum is the published 3.37 and 3.22 hundred million yuan. */
const APPROPRIATIONS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '2022': {
    // ÷ 17,045 students is 12,451.15 yuan exactly.
    'per-student': 21_222_985_175,
    secured: 1_644_214_825,
    performance: 600_000_000,
    'central-special': 4_632_800_000,
    'local-special': 5_600_000_000,
  },
  '2021': {
    'per-student': 21_700_000_000,
    secured: 1_220_000_000,
    performance: 400_000_000,
    'central-special': 4_380_000_000,
    'local-special': 4_500_000_000,
  },
}
const OWN_INCOME: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '2022': {
    tuition: 9_480_000_000,
    accommodation: 1_860_000_000,
    research: 2_120_000_000,
    training: 1_640_000_000,
    'other-governments': 980_000_000,
    other: 620_000_000,
  },
  '2021': {
    tuition: 10_210_000_000,
    accommodation: 1_950_000_000,
    research: 2_240_000_000,
    training: 1_720_000_000,
    'other-governments': 1_080_000_000,
    other: 700_000_000,
  },
}
const SPENDING: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '2022': {
    wages: 25_900_000_000,
    'student-aid': 5_480_000_000,
    'daily-teaching': 6_320_000_000,
    equipment: 5_760_000_000,
    'staff-development': 1_180_000_000,
    research: 2_140_000_000,
    building: 5_420_000_000,
    other: 2_500_000_000,
  },
  '2021': {
    wages: 24_800_000_000,
    'student-aid': 5_210_000_000,
    'daily-teaching': 5_980_000_000,
    equipment: 5_340_000_000,
    'staff-development': 1_060_000_000,
    research: 1_990_000_000,
    building: 5_020_000_000,
    other: 2_400_000_000,
  },
}
/** 161.19 万元 in 2022, of which 27.01 for liability insurance. */
const INTERNSHIPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '2022': {
    'liability-insurance': 27_010_000,
    guidance: 58_600_000,
    travel: 46_380_000,
    partner: 21_200_000,
    other: 8_000_000,
  },
  '2021': {
    'liability-insurance': 25_400_000,
    guidance: 53_200_000,
    travel: 41_900_000,
    partner: 19_500_000,
    other: 7_300_000,
  },
}

const names: Readonly<Record<string, string>> = {
  'per-student': '生均定额拨款',
  secured: '单独保障项目拨款',
  performance: '绩效拨款',
  'central-special': '中央财政专项资金',
  'local-special': '地方财政专项资金',
  tuition: '学费',
  accommodation: '住宿费',
  training: '培训鉴定收入',
  'other-governments': '非同级财政拨款',
  wages: '工资福利支出',
  'student-aid': '学生资助支出',
  'daily-teaching': '日常教学支出',
  equipment: '设备采购支出',
  'staff-development': '师资培养支出',
  building: '基建维修支出',
  'liability-insurance': '实习责任保险',
  guidance: '实习指导费',
  travel: '实习交通差旅费',
  partner: '企业实习协作费',
}

const fen = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
const two = (n: number) => String(n).padStart(2, '0')

export const financeDemo: DemoPart = (demo) => [
  {
    register: 'appropriations',
    rows: [
      ...ledger(demo, 'BK', APPROPRIATIONS, 4, 'arrivedOn', (kind) => names[kind] ?? '财政拨款'),
      {
        $key: 'BK2022-98',
        $state: 'submitted',
        number: 'BK2022-98',
        name: '地方财政专项资金（待核）',
        kind: 'local-special',
        amount: '350000.00',
        arrivedOn: '2022-12-28',
        files: [],
      },
      {
        $key: 'BK2022-99',
        $state: 'draft',
        number: 'BK2022-99',
        name: '绩效拨款（待补文号）',
        kind: 'performance',
        amount: '120000.00',
        arrivedOn: '2022-12-30',
        files: [],
      },
    ],
  },
  {
    register: 'own-income',
    rows: ledger(
      demo,
      'SR',
      OWN_INCOME,
      4,
      'arrivedOn',
      (kind) => names[kind] ?? (kind === 'research' ? '科研事业收入' : '其他收入'),
    ),
  },
  {
    register: 'spending',
    rows: ledger(
      demo,
      'ZC',
      SPENDING,
      12,
      'spentOn',
      (kind) => names[kind] ?? (kind === 'research' ? '教改与科研支出' : '其他支出'),
    ),
  },
  { register: 'internship-expenses', rows: internshipRows(demo) },
]

/** Splits each kind's year into `parts` payments through the year. */
function ledger(
  demo: DemoContext,
  prefix: string,
  years: Readonly<Record<string, Readonly<Record<string, number>>>>,
  parts: number,
  dateField: 'arrivedOn' | 'spentOn',
  nameOf: (kind: string) => string,
): DemoRow[] {
  return Object.entries(years).flatMap(([year, kinds]) => {
    let n = 0
    return Object.entries(kinds).flatMap(([kind, total]) =>
      shares(demo.random(`${prefix}/${year}/${kind}`), total, parts, 100).map((amount, i): DemoRow => {
        const number = `${prefix}${year}-${two(++n)}`
        const month = Math.floor((i * 12) / parts) + 1
        return {
          $key: number,
          number,
          name: `${year}年${nameOf(kind)}${month}月`,
          kind,
          amount: fen(amount),
          [dateField]: `${year}-${two(month)}-20`,
        }
      }),
    )
  })
}

function internshipRows(demo: DemoContext): DemoRow[] {
  const rows = Object.entries(INTERNSHIPS).flatMap(([year, kinds]) => {
    let n = 0
    return Object.entries(kinds).flatMap(([kind, total]) =>
      shares(demo.random(`SX/${year}/${kind}`), total, FACULTIES.length, 10_000).map((amount, i): DemoRow => {
        const number = `SX${year}-${two(++n)}`
        return {
          $key: number,
          number,
          name: `${year}年${names[kind] ?? '实习其他支出'}`,
          unit: demo.id('units', FACULTIES[i]!),
          kind,
          students: kind === 'liability-insurance' ? Math.floor(amount / 4500) : null,
          amount: fen(amount),
          spentOn: `${year}-${kind === 'liability-insurance' ? '06' : '11'}-15`,
        }
      }),
    )
  })
  const waiting = (n: number, state: string): DemoRow => ({
    $key: `SX2022-${90 + n}`,
    $state: state,
    number: `SX2022-${90 + n}`,
    name: '2022年实习交通差旅费（补报）',
    unit: demo.id('units', FACULTIES[n]!),
    kind: 'travel',
    students: null,
    amount: '1800.00',
    spentOn: '2022-12-26',
  })
  return [...rows, waiting(1, 'submitted'), waiting(2, 'submitted'), waiting(3, 'draft')]
}

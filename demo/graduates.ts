import { apportion, repeated } from './apportion.ts'
import { FACULTIES } from './college.ts'
import type { DemoContext, DemoPart, DemoRow, Random } from './context.ts'
import { placesOf, studentPerson, type Place } from './intake.ts'
import { facultyOfMajor } from './majors.ts'
import { idsOf } from './students.ts'

/**
 * Graduates and their destinations, and the survey three years after graduation.
 *
 * How the published figures of 2023 hang together: 6393 graduates, 6217 settled. At work 3619 (all forms of
 * employment, freelance, own business) in the three sectors; of these 3364 work for an employer, which is the
 * base of the service table. 5597 of the 6217 settled in the province (90.03 %), whatever they do there.
 *
 * Keys: graduates '<period>/<student number>' · graduate-follow-ups '<period>/<faculty>'.
 */

type Counts = readonly (readonly [value: string, times: number])[]

interface Facts {
  readonly period: '2022' | '2023'
  readonly places: readonly Place[]
  /** Students of 2023 are on the roll; those of 2022 graduated before it was kept here. */
  readonly onRoll: boolean
  readonly graduatedOn: string
  /** Destinations but further study. */
  readonly destinations: Counts
  readonly furtherStudy: number
  /** Of them through a five-year programme. */
  readonly fiveYear: number
  /** Other employment without an employer (flexible work), and agreements whose employer is not known. */
  readonly withoutEmployer: { readonly other: number; readonly agreement: number }
  /** Kind and size of the employers, together as many as are employed. */
  readonly employers: readonly (readonly [kind: string, size: string | null, times: number])[]
  /** Of the employed without a size, those at the grass roots. */
  readonly grassroots: number
  /** Provinces of the employed. */
  readonly provinces: Counts
  /** Settled in the province without working for an employer, by destination. */
  readonly local: Counts
  /** By industry, together as many as the sectors' total. */
  readonly industries: readonly (readonly [industry: string, sector: string, times: number])[]
  readonly related: number
  /** Average monthly income of the employed, in whole yuan. */
  readonly income: number
}

const YEAR_2023: Facts = {
  period: '2023',
  places: placesOf[2020],
  onRoll: true,
  graduatedOn: '2023-06-30',
  destinations: [
    ['agreement', 2924],
    ['contract', 283],
    ['other-employment', 275],
    ['conscription', 129],
    ['freelance', 70],
    ['startup', 67],
    ['waiting', 176],
  ],
  furtherStudy: 2469,
  fiveYear: 287,
  withoutEmployer: { other: 118, agreement: 0 },
  employers: [
    ['state-owned', 'huge', 80],
    ['state-owned', 'large', 160],
    ['state-owned', 'medium', 59],
    ['foreign-invested', 'huge', 40],
    ['foreign-invested', 'large', 126],
    ['foreign-invested', 'medium', 70],
    ['foreign-invested', 'small', 38],
    ['other-enterprise', 'huge', 60],
    ['other-enterprise', 'large', 560],
    ['other-enterprise', 'medium', 691],
    ['other-enterprise', 'small', 1062],
    ['other-enterprise', 'micro', 298],
    ['public-institution', null, 92],
    ['government', null, 16],
    ['social-organisation', null, 12],
  ],
  grassroots: 39,
  provinces: [
    ['500000', 3269],
    ['510000', 3],
    ['520000', 2],
    ['530000', 1],
    ['440000', 30],
    ['330000', 25],
    ['320000', 16],
    ['310000', 12],
    ['110000', 6],
  ],
  local: [
    ['other-employment', 110],
    ['conscription', 96],
    ['freelance', 64],
    ['startup', 64],
    ['further-study', 1994],
  ],
  industries: [
    ['agriculture', 'primary', 44],
    ['manufacturing', 'secondary', 1120],
    ['construction', 'secondary', 280],
    ['utilities', 'secondary', 62],
    ['mining', 'secondary', 18],
    ['information', 'tertiary', 560],
    ['trade', 'tertiary', 340],
    ['transport', 'tertiary', 310],
    ['services', 'tertiary', 190],
    ['business', 'tertiary', 180],
    ['science', 'tertiary', 150],
    ['hospitality', 'tertiary', 95],
    ['education', 'tertiary', 90],
    ['finance', 'tertiary', 70],
    ['culture', 'tertiary', 60],
    ['real-estate', 'tertiary', 30],
    ['health', 'tertiary', 20],
  ],
  related: 5091,
  income: 5011,
}

/** Published for 2022: 6569 graduates, 2410 in further study (197 by five-year programmes), 3144 in the sectors. */
const YEAR_2022: Facts = {
  period: '2022',
  places: placesOf[2019],
  onRoll: false,
  graduatedOn: '2022-06-30',
  destinations: [
    ['agreement', 3130],
    ['contract', 310],
    ['other-employment', 220],
    ['conscription', 118],
    ['freelance', 62],
    ['startup', 78],
    ['waiting', 241],
  ],
  furtherStudy: 2410,
  fiveYear: 197,
  withoutEmployer: { other: 60, agreement: 656 },
  employers: [
    ['state-owned', 'large', 212],
    ['state-owned', 'medium', 59],
    ['foreign-invested', 'large', 136],
    ['foreign-invested', 'medium', 80],
    ['foreign-invested', 'small', 35],
    ['other-enterprise', 'large', 488],
    ['other-enterprise', 'medium', 640],
    ['other-enterprise', 'small', 904],
    ['other-enterprise', 'micro', 270],
    ['public-institution', null, 92],
    ['government', null, 16],
    ['social-organisation', null, 12],
  ],
  grassroots: 30,
  provinces: [
    ['500000', 2849],
    ['510000', 5],
    ['520000', 3],
    ['440000', 36],
    ['330000', 27],
    ['320000', 24],
  ],
  local: [
    ['agreement', 610],
    ['other-employment', 55],
    ['conscription', 88],
    ['freelance', 55],
    ['startup', 72],
    ['further-study', 1950],
  ],
  industries: [
    ['agriculture', 'primary', 52],
    ['manufacturing', 'secondary', 880],
    ['construction', 'secondary', 240],
    ['utilities', 'secondary', 60],
    ['information', 'tertiary', 512],
    ['trade', 'tertiary', 360],
    ['transport', 'tertiary', 290],
    ['services', 'tertiary', 250],
    ['business', 'tertiary', 200],
    ['science', 'tertiary', 120],
    ['education', 'tertiary', 90],
    ['finance', 'tertiary', 90],
  ],
  related: 5120,
  income: 4836,
}

const OTHER_PROVINCES = ['510000', '440000', '330000', '520000'] as const
const EMPLOYER_WORDS = [
  '精密机械',
  '汽车零部件',
  '电子科技',
  '软件服务',
  '商贸',
  '物流',
  '建设工程',
  '生物医药',
  '轨道装备',
  '文化创意',
] as const

const employerName = (random: Random, kind: string) => {
  const number = String(random.between(1, 40)).padStart(2, '0')
  const form =
    kind === 'state-owned' ? '集团' : kind.endsWith('enterprise') || kind === 'foreign-invested' ? '有限公司' : null
  return form ? `示例${random.pick(EMPLOYER_WORDS)}${form}${number}（演示）` : `示例单位${number}（演示）`
}

/** Incomes in steps of fifty yuan whose sum is exactly `average` for each; the last takes the rest. */
function incomes(random: Random, people: number, average: number): number[] {
  const base = Math.floor(average / 50) * 50
  const list = Array.from({ length: people - 1 }, (_, i) => base + (i % 2 === 0 ? 1 : -1) * 50 * random.between(0, 32))
  let rest = average * people - list.reduce((a, b) => a + b, 0)
  // What the last would have above the average is dealt out, fifty yuan at a time.
  for (let i = 0; rest > average + 1000 || rest < average - 1000; i = (i + 1) % list.length) {
    const step = rest > average ? 50 : -50
    list[i]! += step
    rest -= step
  }
  return [...list, rest]
}

/** Chooses the destination of every graduate: articulated programmes lead on, the rest is drawn. */
function destinationsOf(
  random: Random,
  facts: Facts,
): { readonly destination: string; readonly channel: string | null }[] {
  const { places } = facts
  let fiveYear = facts.fiveYear
  const fixed = places.map((place) => {
    if (place.kind === 'to-bachelor') return 'articulated'
    if (place.kind === 'five-year' && fiveYear > 0) {
      fiveYear -= 1
      return 'five-year'
    }
    return null
  })
  const settledSoFar = fixed.filter((channel) => channel !== null).length
  const drawn = random.shuffle(repeated([['further-study', facts.furtherStudy - settledSoFar], ...facts.destinations]))
  let next = 0
  return fixed.map((channel) => {
    if (channel !== null) return { destination: 'further-study', channel }
    const destination = drawn[next++]!
    return { destination, channel: destination === 'further-study' ? 'upgrade' : null }
  })
}

/** Hands out the values of a list one after another, and null when it is used up. */
function dealer<T>(values: readonly T[]): () => T | null {
  let next = 0
  return () => values[next++] ?? null
}

function graduateRows(demo: DemoContext, facts: Facts): DemoRow[] {
  const id = idsOf(demo)
  const random = demo.random(`graduates/${facts.period}`)
  const destinations = destinationsOf(random, facts)
  const employedTotal = facts.employers.reduce((sum, [, , times]) => sum + times, 0)

  const employer = dealer(
    random.shuffle(repeated(facts.employers.map(([kind, size, times]) => [{ kind, size }, times] as const))),
  )
  const province = dealer(random.shuffle(repeated(facts.provinces)))
  const income = dealer(random.shuffle(incomes(random, employedTotal, facts.income)))
  const industry = dealer(
    random.shuffle(repeated(facts.industries.map(([name, sector, times]) => [{ name, sector }, times] as const))),
  )
  const local = new Map(facts.local.map(([destination, times]) => [destination, times]))
  const unemployed = { 'other-employment': facts.withoutEmployer.other, agreement: facts.withoutEmployer.agreement }
  let grassroots = facts.grassroots

  const settled = destinations.filter((d) => d.destination !== 'waiting').length
  const related = dealer(
    random.shuffle(
      repeated([
        [true, facts.related],
        [false, settled - facts.related],
      ]),
    ),
  )

  return facts.places.map((place, i) => {
    const { destination, channel } = destinations[i]!
    const atWork = ['agreement', 'contract', 'other-employment', 'freelance', 'startup'].includes(destination)
    let hasEmployer = ['agreement', 'contract', 'other-employment'].includes(destination)
    if ((destination === 'other-employment' || destination === 'agreement') && unemployed[destination] > 0) {
      unemployed[destination] -= 1
      hasEmployer = false
    }
    const work = hasEmployer ? employer() : null
    let workProvince = hasEmployer ? province() : null
    let inProvince = workProvince === '500000'
    if (!hasEmployer && (local.get(destination) ?? 0) > 0) {
      local.set(destination, local.get(destination)! - 1)
      inProvince = true
    }
    if (atWork && !hasEmployer) workProvince = inProvince ? '500000' : random.pick(OTHER_PROVINCES)
    const field = atWork ? industry() : null
    const pay = hasEmployer ? income() : null
    const atGrassroots = work !== null && work.size === null && grassroots > 0
    if (atGrassroots) grassroots -= 1
    const faculty = facultyOfMajor.get(place.major)!
    return {
      $key: `${facts.period}/${place.number}`,
      period: facts.period,
      number: place.number,
      ...studentPerson(demo, place),
      student: facts.onRoll ? id('students', place.number) : null,
      unit: id('units', faculty),
      major: id('majors', place.major),
      graduatedOn: facts.graduatedOn,
      destination,
      furtherLevel: destination === 'further-study' ? 'bachelor' : null,
      furtherChannel: channel,
      furtherSchool: destination === 'further-study' ? `示例本科院校${random.between(1, 24)}（演示）` : null,
      waitingKind: destination === 'waiting' && i % 5 === 0 ? 'preparing-further-study' : null,
      employer: work ? employerName(random, work.kind) : null,
      employerIsPartner: work !== null && i % 8 === 0,
      employerKind: work?.kind ?? null,
      employerSize: work?.size ?? null,
      industry: field?.name ?? null,
      sector: field?.sector ?? null,
      province: workProvince,
      inProvince: destination === 'waiting' ? false : inProvince,
      grassroots: atGrassroots,
      relatedToMajor: destination === 'waiting' ? null : related(),
      monthlyIncome: pay === null ? null : String(pay),
      settledOn:
        destination === 'waiting'
          ? null
          : `${facts.period}-${String(random.between(3, 8)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    }
  })
}

/** Students who graduate late, reported and not yet approved: they must not count. */
function lateGraduates(demo: DemoContext): DemoRow[] {
  const late = [
    ['submitted', '软件技术', 'waiting'],
    ['submitted', '数控技术', 'agreement'],
    ['submitted', '市场营销', 'waiting'],
    ['draft', '工程造价', 'contract'],
    ['draft', '新能源汽车技术', 'waiting'],
    ['draft', '应用化工技术', 'waiting'],
  ] as const
  return late.map(([state, major, destination], i) => {
    const number = `2019${String(90001 + i)}`
    const random = demo.random(`graduates/late/${number}`)
    return {
      $key: `2023/${number}`,
      $state: state,
      period: '2023',
      number,
      name: demo.personName(random),
      student: null,
      sex: 'male',
      unit: demo.id('units', facultyOfMajor.get(major)!),
      major: demo.id('majors', major),
      graduatedOn: '2023-06-30',
      destination,
      employer: destination === 'waiting' ? null : '示例待核单位（演示）',
      employerKind: destination === 'waiting' ? null : 'other-enterprise',
      employerSize: destination === 'waiting' ? null : 'small',
      inProvince: destination !== 'waiting',
      grassroots: false,
    }
  })
}

/** 2405 of 2500 is 96.20 %. */
const FOLLOW_UPS = [
  { period: '2022', cohort: 2019, contacted: 3100, answered: 2400, promoted: 2289, income: '6120.00' },
  { period: '2023', cohort: 2020, contacted: 3200, answered: 2500, promoted: 2405, income: '6385.00' },
] as const

function followUpRows(demo: DemoContext): DemoRow[] {
  const weights = [17, 13, 10, 14, 17, 9, 10, 7, 8]
  return FOLLOW_UPS.flatMap((facts) => {
    const contacted = apportion(facts.contacted, weights)
    const answered = apportion(facts.answered, weights)
    const promoted = apportion(facts.promoted, answered)
    return FACULTIES.map((faculty, i) => ({
      $key: `${facts.period}/${faculty}`,
      period: facts.period,
      name: `${facts.cohort}届毕业生毕业三年跟踪调查`,
      cohort: facts.cohort,
      unit: demo.id('units', faculty),
      method: 'web',
      surveyedOn: `${facts.period}-07-31`,
      contacted: contacted[i]!,
      answered: answered[i]!,
      promoted: promoted[i]!,
      changedJob: Math.floor(answered[i]! / 4),
      averageIncome: facts.income,
    }))
  })
}

export const graduatesDemo: DemoPart = (demo) => [
  {
    register: 'graduates',
    rows: [...graduateRows(demo, YEAR_2022), ...graduateRows(demo, YEAR_2023), ...lateGraduates(demo)],
  },
  { register: 'graduate-follow-ups', rows: followUpRows(demo) },
]

import { apportion } from './apportion.ts'
import type { DemoContext } from './context.ts'
import type { Faculty } from './faculties.ts'
import { facultyOfMajor } from './majors.ts'

/**
 * How many students came into which major in which year, from which everything about students follows.
 * 2023 as published, row by row (59 rows: 6061 admitted, 5624 arrived); earlier years in its proportions.
 */

export type EntryKind = 'general' | 'special' | 'three-plus-two' | 'five-year' | 'to-bachelor'
type IntakeFacts = readonly [
  name: string,
  unit: Faculty,
  kind: EntryKind,
  admitted: number,
  arrived: number,
  majors: readonly string[],
]

/** Published name, faculty, way of admission, admitted, arrived, majors into which a class is split. */
const INTAKE_2023: readonly IntakeFacts[] = [
  [
    '机械设计制造类',
    'mechanical',
    'general',
    549,
    508,
    ['机械设计与制造', '数控技术', '模具设计与制造', '机械制造及自动化'],
  ],
  ['数字化设计与制造技术', 'mechanical', 'general', 38, 31, ['数字化设计与制造技术']],
  ['自动化类', 'mechanical', 'general', 193, 181, ['电气自动化技术', '工业机器人技术', '智能控制技术']],
  ['工业机器人技术（3+2）', 'mechanical', 'three-plus-two', 43, 39, ['工业机器人技术']],
  ['机械设计与制造（3+2）', 'mechanical', 'three-plus-two', 39, 33, ['机械设计与制造']],
  ['模具设计与制造（3+2）', 'mechanical', 'three-plus-two', 114, 96, ['模具设计与制造']],
  ['数控技术（3+2）', 'mechanical', 'three-plus-two', 14, 12, ['数控技术']],
  ['数控技术（五年制）', 'mechanical', 'five-year', 98, 97, ['数控技术']],
  ['智能控制技术（3+2）', 'mechanical', 'three-plus-two', 155, 145, ['智能控制技术']],
  ['汽车制造类', 'automotive', 'general', 209, 186, ['汽车制造与试验技术', '新能源汽车技术']],
  ['道路运输类', 'automotive', 'general', 160, 148, ['汽车检测与维修技术', '汽车技术服务与营销']],
  ['智能网联汽车技术', 'automotive', 'general', 75, 68, ['智能网联汽车技术']],
  ['汽车检测与维修技术（3+2）', 'automotive', 'three-plus-two', 116, 85, ['汽车检测与维修技术']],
  ['汽车制造与试验技术（五年制）', 'automotive', 'five-year', 122, 118, ['汽车制造与试验技术']],
  ['新能源汽车技术（3+2）', 'automotive', 'three-plus-two', 30, 29, ['新能源汽车技术']],
  ['电子信息类', 'electronic', 'general', 261, 238, ['物联网应用技术', '应用电子技术', '移动互联应用技术']],
  ['计算机应用技术', 'electronic', 'general', 100, 92, ['计算机应用技术']],
  ['工业互联网技术', 'electronic', 'general', 80, 78, ['工业互联网技术']],
  ['应用电子技术（专本贯通）', 'electronic', 'to-bachelor', 45, 45, ['应用电子技术']],
  ['物联网应用技术（3+2）', 'electronic', 'three-plus-two', 105, 95, ['物联网应用技术']],
  [
    '计算机类',
    'ai',
    'general',
    562,
    533,
    ['软件技术', '计算机网络技术', '大数据技术', '云计算技术应用', '信息安全技术应用', '人工智能技术应用'],
  ],
  ['计算机网络技术（专本贯通）', 'ai', 'to-bachelor', 90, 90, ['计算机网络技术']],
  ['大数据技术（3+2）', 'ai', 'three-plus-two', 35, 33, ['大数据技术']],
  ['计算机网络技术（3+2）', 'ai', 'three-plus-two', 35, 31, ['计算机网络技术']],
  ['软件技术（3+2）', 'ai', 'three-plus-two', 91, 84, ['软件技术']],
  ['金融科技应用', 'economics', 'general', 80, 70, ['金融科技应用']],
  ['大数据与会计', 'economics', 'general', 206, 194, ['大数据与会计']],
  ['关务与外贸服务', 'economics', 'general', 71, 65, ['关务与外贸服务']],
  ['市场营销', 'economics', 'general', 105, 94, ['市场营销']],
  ['电子商务', 'economics', 'general', 122, 109, ['电子商务']],
  ['电子商务（专项）', 'economics', 'special', 6, 5, ['电子商务']],
  ['现代物流管理', 'economics', 'general', 105, 100, ['现代物流管理']],
  ['旅游类', 'economics', 'general', 100, 91, ['旅游管理', '酒店管理与数字化运营']],
  ['大数据与会计（3+2）', 'economics', 'three-plus-two', 36, 33, ['大数据与会计']],
  ['大数据与会计（五年制）', 'economics', 'five-year', 46, 46, ['大数据与会计']],
  ['金融科技应用（3+2）', 'economics', 'three-plus-two', 33, 30, ['金融科技应用']],
  ['酒店管理与数字化运营（3+2）', 'economics', 'three-plus-two', 25, 21, ['酒店管理与数字化运营']],
  ['工业设计', 'design', 'general', 122, 113, ['工业设计']],
  ['数字媒体技术', 'design', 'general', 67, 63, ['数字媒体技术']],
  ['广告艺术设计', 'design', 'general', 49, 45, ['广告艺术设计']],
  ['艺术设计类', 'design', 'general', 91, 87, ['环境艺术设计', '室内艺术设计', '视觉传达设计']],
  ['广告艺术设计（3+2）', 'design', 'three-plus-two', 29, 29, ['广告艺术设计']],
  ['室内艺术设计（3+2）', 'design', 'three-plus-two', 99, 96, ['室内艺术设计']],
  ['数字媒体技术（3+2）', 'design', 'three-plus-two', 28, 26, ['数字媒体技术']],
  ['机电设备技术', 'electrical', 'general', 80, 77, ['机电设备技术']],
  ['机电一体化技术', 'electrical', 'general', 126, 120, ['机电一体化技术']],
  ['铁道机车车辆制造与维护', 'electrical', 'general', 50, 49, ['铁道机车车辆制造与维护']],
  ['城市轨道交通机电技术', 'electrical', 'general', 125, 116, ['城市轨道交通机电技术']],
  ['空中乘务', 'electrical', 'general', 70, 69, ['空中乘务']],
  ['航空物流管理', 'electrical', 'general', 35, 35, ['航空物流管理']],
  ['机电一体化技术（五年制）', 'electrical', 'five-year', 31, 30, ['机电一体化技术']],
  ['化工技术类', 'chemistry', 'general', 130, 117, ['应用化工技术', '分析检验技术']],
  ['药品与医疗器械类', 'chemistry', 'general', 130, 120, ['药品生产技术', '药品质量与安全', '药品经营与管理']],
  ['医疗器械维护与管理', 'chemistry', 'general', 75, 75, ['医疗器械维护与管理']],
  ['药品生产技术（3+2）', 'chemistry', 'three-plus-two', 45, 44, ['药品生产技术']],
  ['建筑工程技术', 'construction', 'general', 75, 70, ['建筑工程技术']],
  ['工程造价', 'construction', 'general', 193, 181, ['工程造价']],
  ['道路与桥梁工程技术', 'construction', 'general', 75, 71, ['道路与桥梁工程技术']],
  ['智能建造技术', 'construction', 'general', 42, 38, ['智能建造技术']],
]

/** Majors without an intake in 2023 whose students of earlier years are on the roll: weights beside the arrivals of 2023. */
const EARLIER: readonly IntakeFacts[] = [
  ['汽车智能技术', 'automotive', 'general', 62, 58, ['汽车智能技术']],
  ['工程测量技术', 'construction', 'general', 60, 56, ['工程测量技术']],
]

export interface Intake {
  readonly order: number
  readonly name: string
  readonly unit: Faculty
  readonly kind: EntryKind
  readonly byClass: boolean
  readonly isNew: boolean
  readonly admitted: number
  readonly arrived: number
  /** Those who arrived, by major. */
  readonly majors: readonly { readonly name: string; readonly students: number }[]
}

const isClass = (facts: IntakeFacts) => facts[0].endsWith('类')

function intake(facts: readonly IntakeFacts[], admitted: readonly number[], arrived: readonly number[]): Intake[] {
  return facts.map((row, i) => {
    const split = apportion(
      arrived[i]!,
      row[5].map(() => 1),
    )
    return {
      order: i + 1,
      name: row[0],
      unit: row[1],
      kind: row[2],
      byClass: isClass(row),
      isNew: row[0] === '数字化设计与制造技术',
      admitted: admitted[i]!,
      arrived: arrived[i]!,
      majors: row[5].map((name, m) => ({ name, students: split[m]! })),
    }
  })
}

/** The rows of a year before 2023, for given totals. */
function earlierIntake(openedBefore: number, admitted: number, arrived: number): Intake[] {
  const facts = [...INTAKE_2023, ...EARLIER].filter(([name]) => (OPENED[name] ?? 0) <= openedBefore)
  const came = apportion(
    arrived,
    facts.map((row) => row[4]),
  )
  return intake(facts, apportion(admitted, came), came)
}

/** Majors opened lately had no earlier intake. */
const OPENED: Readonly<Record<string, number>> = {
  数字化设计与制造技术: 2023,
  工业互联网技术: 2021,
  智能建造技术: 2021,
}

/** Left before graduating, by year of entry: they were on the roll for a while. */
const WITHDRAWN: Readonly<Record<number, number>> = { 2021: 75, 2022: 60, 2023: 0 }

export const intakes: Readonly<Record<2021 | 2022 | 2023, readonly Intake[]>> = {
  2021: earlierIntake(2021, 6210, 5690 + 75),
  2022: earlierIntake(2022, 6250, 5731 + 60),
  2023: intake(
    INTAKE_2023,
    INTAKE_2023.map((row) => row[3]),
    INTAKE_2023.map((row) => row[4]),
  ),
}

export interface MajorShare {
  readonly name: string
  readonly kind: EntryKind
  readonly students: number
}

/** Published: the three majors with most graduates, 6.63 %, 6.32 % and 6.15 % of 6393. */
const MOST_GRADUATES: Readonly<Record<string, number>> = { 汽车检测与维修技术: 424, 软件技术: 404, 大数据与会计: 393 }

/** The graduates of 2023 by major and way of admission: 6393 in 53 majors. */
export const graduates2023: readonly MajorShare[] = (() => {
  const shares = earlierIntake(2020, 6393, 6393).flatMap((row) => row.majors.map((m) => ({ ...m, kind: row.kind })))
  const fixed = Object.entries(MOST_GRADUATES).flatMap(([major, total]) => {
    const own = shares.filter((s) => s.name === major)
    const split = apportion(
      total,
      own.map((s) => s.students),
    )
    return own.map((s, i) => ({ ...s, students: split[i]! }))
  })
  const others = shares.filter((s) => !(s.name in MOST_GRADUATES))
  const rest = apportion(
    6393 - fixed.reduce((sum, s) => sum + s.students, 0),
    others.map((s) => s.students),
  )
  return [...fixed, ...others.map((s, i) => ({ ...s, students: rest[i]! }))]
})()

/** The graduates of 2022: 6569, with the last class of 产品艺术设计. */
export const graduates2022: readonly MajorShare[] = (() => {
  const shares = [...graduates2023, { name: '产品艺术设计', kind: 'general' as const, students: 44 }]
  const split = apportion(
    6569,
    shares.map((s) => s.students),
  )
  return shares.map((s, i) => ({ ...s, students: split[i]! }))
})()

export interface Place {
  readonly number: string
  readonly grade: number
  readonly major: string
  readonly kind: EntryKind
  readonly className: string
  /** Left before graduating. */
  readonly withdrawn: boolean
}

const CLASS_SIZE = 46

/** Every student of a grade, numbered through its majors. */
function places(grade: number, shares: readonly MajorShare[], withdrawn: number): Place[] {
  const total = shares.reduce((sum, s) => sum + s.students, 0)
  const classes = new Map<string, number>()
  let serial = 0
  return shares.flatMap((share) => {
    const first = classes.get(share.name) ?? 0
    classes.set(share.name, first + Math.ceil(share.students / CLASS_SIZE))
    return Array.from({ length: share.students }, (_, i) => {
      serial += 1
      const inClass = String(first + Math.floor(i / CLASS_SIZE) + 1).padStart(2, '0')
      return {
        number: `${grade}${String(serial).padStart(5, '0')}`,
        grade,
        major: share.name,
        kind: share.kind,
        className: `${share.name}${String(grade).slice(2)}${inClass}班`,
        // Spread evenly, and never the first student of a grade, who may have an account.
        withdrawn: Math.floor((serial * withdrawn) / total) > Math.floor(((serial - 1) * withdrawn) / total),
      }
    })
  })
}

const sharesOf = (rows: readonly Intake[]): MajorShare[] =>
  rows.flatMap((row) => row.majors.map((m) => ({ name: m.name, kind: row.kind, students: m.students })))

/** All students by grade; those of 2020 graduated in 2023, those of 2019 in 2022. */
export const placesOf: Readonly<Record<2019 | 2020 | 2021 | 2022 | 2023, readonly Place[]>> = {
  2019: places(2019, graduates2022, 0),
  2020: places(2020, graduates2023, 0),
  2021: places(2021, sharesOf(intakes[2021]), WITHDRAWN[2021]!),
  2022: places(2022, sharesOf(intakes[2022]), WITHDRAWN[2022]!),
  2023: places(2023, sharesOf(intakes[2023]), 0),
}

/** Men among a thousand students of a faculty. */
export const MEN: Readonly<Record<Faculty, number>> = {
  mechanical: 860,
  automotive: 900,
  electronic: 760,
  ai: 740,
  economics: 340,
  design: 430,
  electrical: 640,
  chemistry: 420,
  construction: 800,
}

/** Name and sex of a student: the same in every register. */
export function studentPerson(
  demo: DemoContext,
  place: Place,
): { readonly name: string; readonly sex: 'male' | 'female' } {
  const random = demo.random(`people/${place.number}`)
  const name = demo.personName(random)
  return { name, sex: random.between(1, 1000) <= MEN[facultyOfMajor.get(place.major)!] ? 'male' : 'female' }
}

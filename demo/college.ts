import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { FACULTIES } from './faculties.ts'
import { placesOf, studentPerson } from './intake.ts'
import { facultyOfMajor } from './majors.ts'

export { FACULTIES, type Faculty } from './faculties.ts'

/**
 * The made-up college itself: 匠心示范职业技术学院 / Jiangxin Demonstration Polytechnic.
 *
 * Keys for other parts (demo.id):
 *   units         'college'; one per duty ('quality', 'finance' …); nine faculties; 'marxism', 'general'
 *   periods       '2022', '2023', STAGE
 *   terms         '2022-2023-1', '2022-2023-2', '2023-2024-1', '2023-2024-2'
 *   people        staff number 'T0001'…'T1079'; student number of the twelve demo students
 *   appointments  '<staff number>/main'; '<unit>/head', '<unit>/filler', '<unit>/reviewer'
 *
 * Who is where: T0001–T0052 marxism · T0053–T0071 physical education · T0072–T0117 general education ·
 * T0118–T0918 the nine faculties, mixed · T0919–T0963 administrators of faculties · T0964–T1079 offices.
 * Ask `staffNumbersOf`, `staffMember` and `officersOf` instead of repeating this.
 */

export const COLLEGE = { zh: '匠心示范职业技术学院', en: 'Jiangxin Demonstration Polytechnic' } as const
/** The edition of the plan's mid-term. */
export const STAGE = '2019-2021'
export const STAFF = 1079
export const TEACHERS = 918

interface UnitFacts {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly kind: 'college' | 'office' | 'faculty' | 'section' | 'centre'
  readonly duty?: string
  /** Teachers among T0001–T0918. */
  readonly teachers?: number
  /** Administrators among T0919–T1079. */
  readonly others: number
}

const UNITS: readonly UnitFacts[] = [
  { key: 'college', zh: COLLEGE.zh, en: COLLEGE.en, kind: 'college', others: 7 },
  { key: 'college-office', zh: '学校办公室', en: 'College Office', kind: 'office', duty: 'college-office', others: 9 },
  { key: 'quality', zh: '质量管理办公室', en: 'Quality Office', kind: 'office', duty: 'quality', others: 5 },
  {
    key: 'academic-affairs',
    zh: '教务处',
    en: 'Academic Affairs Office',
    kind: 'office',
    duty: 'academic-affairs',
    others: 10,
  },
  {
    key: 'student-affairs',
    zh: '学生工作处',
    en: 'Student Affairs Office',
    kind: 'office',
    duty: 'student-affairs',
    others: 9,
  },
  { key: 'admissions', zh: '招生办公室', en: 'Admissions Office', kind: 'office', duty: 'admissions', others: 5 },
  { key: 'employment', zh: '就业指导中心', en: 'Careers Centre', kind: 'office', duty: 'employment', others: 5 },
  { key: 'personnel', zh: '人事处', en: 'Personnel Office', kind: 'office', duty: 'personnel', others: 7 },
  { key: 'research', zh: '科研处', en: 'Research Office', kind: 'office', duty: 'research', others: 6 },
  { key: 'finance', zh: '财务处', en: 'Finance Office', kind: 'office', duty: 'finance', others: 9 },
  {
    key: 'assets',
    zh: '资产与实训管理处',
    en: 'Assets and Workshops Office',
    kind: 'office',
    duty: 'assets',
    others: 8,
  },
  {
    key: 'international',
    zh: '国际合作与交流处',
    en: 'International Office',
    kind: 'office',
    duty: 'international',
    others: 4,
  },
  {
    key: 'continuing-education',
    zh: '继续教育学院',
    en: 'School of Continuing Education',
    kind: 'office',
    duty: 'continuing-education',
    others: 6,
  },
  {
    key: 'information',
    zh: '信息化中心',
    en: 'Information Technology Centre',
    kind: 'centre',
    duty: 'information',
    others: 6,
  },
  {
    key: 'industry-partnership',
    zh: '产教融合办公室',
    en: 'Industry Partnership Office',
    kind: 'office',
    duty: 'industry-partnership',
    others: 4,
  },
  {
    key: 'party-building',
    zh: '党建工作部',
    en: 'Party Building Office',
    kind: 'office',
    duty: 'party-building',
    others: 6,
  },
  {
    key: 'physical-education',
    zh: '体育教学部',
    en: 'Department of Physical Education',
    kind: 'section',
    duty: 'physical-education',
    teachers: 19,
    others: 0,
  },
  { key: 'library', zh: '图书馆', en: 'Library', kind: 'centre', duty: 'library', others: 6 },
  { key: 'logistics', zh: '后勤保障处', en: 'Logistics Office', kind: 'office', duty: 'logistics', others: 4 },
  {
    key: 'mechanical',
    zh: '机械工程学院',
    en: 'Faculty of Mechanical Engineering',
    kind: 'faculty',
    teachers: 128,
    others: 5,
  },
  {
    key: 'automotive',
    zh: '车辆工程学院',
    en: 'Faculty of Automotive Engineering',
    kind: 'faculty',
    teachers: 108,
    others: 5,
  },
  {
    key: 'electronic',
    zh: '电子与物联网工程学院',
    en: 'Faculty of Electronics and the Internet of Things',
    kind: 'faculty',
    teachers: 98,
    others: 5,
  },
  {
    key: 'ai',
    zh: '人工智能与大数据学院',
    en: 'Faculty of Artificial Intelligence and Big Data',
    kind: 'faculty',
    teachers: 104,
    others: 5,
  },
  {
    key: 'economics',
    zh: '经济与管理学院',
    en: 'Faculty of Economics and Management',
    kind: 'faculty',
    teachers: 112,
    others: 5,
  },
  { key: 'design', zh: '设计学院', en: 'Faculty of Design', kind: 'faculty', teachers: 78, others: 5 },
  {
    key: 'electrical',
    zh: '轨道交通与航空服务学院',
    en: 'Faculty of Rail Transit and Aviation Services',
    kind: 'faculty',
    teachers: 76,
    others: 5,
  },
  {
    key: 'chemistry',
    zh: '化学与制药工程学院',
    en: 'Faculty of Chemical and Pharmaceutical Engineering',
    kind: 'faculty',
    teachers: 51,
    others: 5,
  },
  {
    key: 'construction',
    zh: '建筑工程学院',
    en: 'Faculty of Civil Engineering',
    kind: 'faculty',
    teachers: 46,
    others: 5,
  },
  { key: 'marxism', zh: '马克思主义学院', en: 'School of Marxism', kind: 'faculty', teachers: 52, others: 0 },
  { key: 'general', zh: '通识教育学院', en: 'School of General Education', kind: 'faculty', teachers: 46, others: 0 },
]

const isFaculty = (key: string) => (FACULTIES as readonly string[]).includes(key)

/** Deals units out evenly, so that neighbouring numbers fall into different faculties. */
function deal(shares: readonly { readonly key: string; readonly size: number }[]): string[] {
  const total = shares.reduce((sum, share) => sum + share.size, 0)
  const dealt = shares.map(() => 0)
  return Array.from({ length: total }, (_, i) => {
    let best = 0
    let bestLag = -Infinity
    shares.forEach((share, s) => {
      const lag = (share.size * (i + 1)) / total - dealt[s]!
      if (dealt[s]! < share.size && lag > bestLag) [best, bestLag] = [s, lag]
    })
    dealt[best]! += 1
    return shares[best]!.key
  })
}

export const staffNumber = (index: number) => `T${String(index).padStart(4, '0')}`

const unitsOfStaff: readonly string[] = (() => {
  const teachers = (key: string) => UNITS.find((u) => u.key === key)?.teachers ?? 0
  const block = (key: string, size: number) => Array.from({ length: size }, () => key)
  const offices = UNITS.filter((u) => !isFaculty(u.key) && u.others > 0)
  return [
    ...block('marxism', teachers('marxism')),
    ...block('physical-education', teachers('physical-education')),
    ...block('general', teachers('general')),
    ...deal(FACULTIES.map((key) => ({ key, size: teachers(key) }))),
    ...UNITS.filter((u) => isFaculty(u.key)).flatMap((u) => block(u.key, u.others)),
    ...offices.flatMap((u) => block(u.key, u.others)),
  ]
})()

/** Key of the unit in which a member of staff works. */
export function unitOfStaff(number: string): string {
  return unitsOfStaff[Number(number.slice(1)) - 1] ?? 'college'
}
/** Staff numbers of a unit, in order. */
export function staffNumbersOf(unit: string): string[] {
  return unitsOfStaff.flatMap((key, i) => (key === unit ? [staffNumber(i + 1)] : []))
}

/** Name, sex and unit of a member of staff: the same in every register. */
export function staffMember(
  demo: DemoContext,
  number: string,
): { readonly name: string; readonly sex: 'male' | 'female'; readonly unit: string } {
  const random = demo.random(`people/${number}`)
  return {
    name: demo.personName(random),
    sex: random.between(1, 100) <= 47 ? 'male' : 'female',
    unit: unitOfStaff(number),
  }
}

/** Full-time teachers of professional courses. */
const PROFESSIONAL = 700
const NEW_DOCTORS = 28
const NEW_SKILLED = 7

export interface Teachers {
  readonly professional: readonly string[]
  /** Teachers of faculties who teach something else. */
  readonly others: readonly string[]
  /** Who joined in the school year: the last of those who teach professional courses. */
  readonly newDoctors: ReadonlySet<string>
  readonly newSkilled: ReadonlySet<string>
}

/** The teachers of the nine faculties by what they teach, and who of them is new. */
export function facultyTeachers(demo: DemoContext): Teachers {
  const numbers = Array.from({ length: TEACHERS }, (_, i) => staffNumber(i + 1))
  const shuffled = demo.random('staff/professional').shuffle(numbers.filter((n) => isFaculty(unitOfStaff(n))))
  const professional = shuffled.slice(0, PROFESSIONAL)
  const newcomers = professional.slice(-(NEW_DOCTORS + NEW_SKILLED))
  return {
    professional,
    others: shuffled.slice(PROFESSIONAL),
    newDoctors: new Set(newcomers.slice(0, NEW_DOCTORS)),
    newSkilled: new Set(newcomers.slice(NEW_DOCTORS)),
  }
}

/** The day on which a member of staff started here: no appointment is older. */
export function employedOn(demo: DemoContext, number: string, { newDoctors, newSkilled }: Teachers): string {
  const random = demo.random(`appointments/${number}`)
  if (newDoctors.has(number)) return random.pick(['2022-09-05', '2022-11-15', '2023-03-06', '2023-07-10'])
  if (newSkilled.has(number)) return random.pick(['2022-10-10', '2023-02-20'])
  return `${random.between(2005, 2021)}-09-01`
}

/** Who leads a unit, fills in its data and reviews what others filled in: three different people. */
export function officersOf(unit: string): {
  readonly head: string
  readonly filler: string
  readonly reviewer: string
} {
  const numbers = staffNumbersOf(unit)
  // The administrators of a faculty come after its teachers.
  const [head, filler, reviewer] = isFaculty(unit) ? [numbers[0], numbers.at(-1), numbers.at(-2)] : numbers
  return { head: head!, filler: filler!, reviewer: reviewer! }
}

/** The students who are also people (and so may have accounts): four of each grade. */
const demoPlaces = ([2021, 2022, 2023] as const).flatMap((grade) =>
  [0, 1200, 2400, 3600].map((index) => placesOf[grade][index]!),
)
/** Their student numbers. */
export const DEMO_STUDENTS: readonly string[] = demoPlaces.map((place) => place.number)

/** First and last day and teaching weeks; the standard's tables are shown for the autumn of 2023. */
const TERMS = [
  ['2022-2023-1', '2022-09-01', '2023-01-14', 19],
  ['2022-2023-2', '2023-02-20', '2023-07-08', 20],
  ['2023-2024-1', '2023-09-01', '2024-01-20', 20],
  ['2023-2024-2', '2024-02-26', '2024-07-06', 19],
] as const

const termRow = ([code, from, to, weeks]: (typeof TERMS)[number]): DemoRow => ({
  $key: code,
  code,
  schoolYear: code.slice(0, 9),
  season: code.endsWith('1') ? 'autumn' : 'spring',
  from,
  to,
  weeks,
})

function windows(year: number) {
  return {
    schoolYearFrom: `${year - 1}-09-01`,
    schoolYearTo: `${year}-08-31`,
    calendarYearFrom: `${year - 1}-01-01`,
    calendarYearTo: `${year - 1}-12-31`,
    asOf: `${year}-08-31`,
  }
}

export const collegeDemo: DemoPart = (demo) => {
  const unitId = (key: string) => demo.id('units', key)
  const units: DemoRow[] = UNITS.map((unit, i) => ({
    $key: unit.key,
    code: String(i).padStart(2, '0'),
    name: unit.zh,
    englishName: unit.en,
    kind: unit.kind,
    parent: unit.key === 'college' ? null : unitId('college'),
    office: unit.duty ?? null,
    from: '2016-09-01',
    to: null,
    successor: null,
    order: i,
  }))

  const numbers = Array.from({ length: STAFF }, (_, i) => staffNumber(i + 1))
  const staff: DemoRow[] = numbers.map((number) => {
    const { name, sex, unit } = staffMember(demo, number)
    return { $key: number, number, name, kind: 'staff', sex, unit: unitId(unit) }
  })

  const teachers = facultyTeachers(demo)
  const started = (number: string) => employedOn(demo, number, teachers)
  const appointments: DemoRow[] = numbers.map((number, i) => ({
    $key: `${number}/main`,
    person: demo.id('people', number),
    unit: unitId(unitOfStaff(number)),
    post: i < TEACHERS ? '专任教师' : '职员',
    primary: true,
    from: started(number),
    to: null,
  }))
  for (const unit of UNITS) {
    const officers = officersOf(unit.key)
    const titles = {
      head: unit.kind === 'college' ? '校长' : unit.kind === 'faculty' ? '院长' : '负责人',
      filler: '数据填报员',
      reviewer: '数据审核员',
    }
    for (const duty of ['head', 'filler', 'reviewer'] as const)
      appointments.push({
        $key: `${unit.key}/${duty}`,
        person: demo.id('people', officers[duty]),
        unit: unitId(unit.key),
        post: titles[duty],
        primary: false,
        from: [started(officers[duty]), '2021-03-01'].sort().at(-1),
        to: null,
      })
  }

  const periods: DemoRow[] = [2022, 2023].map((year) => ({
    $key: String(year),
    code: String(year),
    name: `${year}年度`,
    ...windows(year),
    figuresDueOn: `${year}-12-31`,
    previous: year === 2022 ? null : demo.id('periods', String(year - 1)),
    locked: year === 2022,
  }))
  // A stage of a plan is an edition of its own: three calendar years in one window, in no line with the years.
  periods.push({
    $key: STAGE,
    code: STAGE,
    name: '2019—2021年',
    schoolYearFrom: '2019-09-01',
    schoolYearTo: '2021-08-31',
    calendarYearFrom: '2019-01-01',
    calendarYearTo: '2021-12-31',
    asOf: '2021-12-31',
    figuresDueOn: null,
    previous: null,
    locked: false,
  })

  return [
    { register: 'units', rows: units },
    { register: 'people', rows: [...staff, ...demoStudents(demo, unitId)] },
    { register: 'appointments', rows: appointments },
    { register: 'periods', rows: periods },
    { register: 'terms', rows: TERMS.map(termRow) },
  ]
}

function demoStudents(demo: DemoContext, unitId: (key: string) => string): DemoRow[] {
  return demoPlaces.map((place) => ({
    $key: place.number,
    number: place.number,
    ...studentPerson(demo, place),
    kind: 'student',
    unit: unitId(facultyOfMajor.get(place.major)!),
  }))
}

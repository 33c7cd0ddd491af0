import {
  employedOn,
  FACULTIES,
  facultyTeachers,
  STAFF,
  TEACHERS,
  staffMember,
  staffNumber,
  staffNumbersOf,
} from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { spread } from './context.ts'
import { partnersOf } from './partnership.ts'

/**
 * Who works at the made-up college, and who teaches there from industry.
 *
 * Keys for other parts (demo.id):
 *   staff             staff number 'T0001'…'T1079' (in post); 'L0001'…'L0012' (left)
 *   staffing-quotas   '2022', '2023'
 *   industry-mentors  'M0001'…'M0266' (engaged on 2023-08-31), 'M0267'…'M0278' (ended)
 *   mentor-teaching   '<mentor>/<period>/<n>'
 */

/** Of the 700 full-time teachers of professional courses: 644 ÷ 700 prints 92 %. */
const DOUBLE_QUALIFIED_PROFESSIONAL = 644
const DOUBLE_QUALIFIED = 660
/** Among teachers in post on 2022-08-31, those recognised by then: with the leavers 632 of 893, 70.77 %. */
const DOUBLE_QUALIFIED_BEFORE = 626
const ON_ESTABLISHMENT = 861

export const MENTORS_ENGAGED = 266
const MENTORS_TEACHING = 237
const MENTOR_HOURS = 46757
/** Yuan per hour: 46,757 hours come to 514.327 万元. */
const MENTOR_RATE = 110

const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

export const staffDemo: DemoPart = (demo) => [
  { register: 'staff', rows: staffRows(demo) },
  {
    register: 'staffing-quotas',
    rows: ['2022', '2023'].map((code) => ({
      $key: code,
      period: code,
      posts: 884,
      document: '编制核定批复（演示）',
      grantedOn: '2019-06-20',
    })),
  },
  { register: 'industry-mentors', rows: mentorRows(demo) },
  { register: 'mentor-teaching', rows: mentorTeachingRows(demo) },
]

function staffRows(demo: DemoContext): DemoRow[] {
  const numbers = Array.from({ length: STAFF }, (_, i) => staffNumber(i + 1))
  const teachers = numbers.slice(0, TEACHERS)
  const members = new Map(numbers.map((number) => [number, staffMember(demo, number)]))
  const facts = facultyTeachers(demo)
  const { professional, others: otherFacultyTeachers, newDoctors, newSkilled } = facts
  const isNew = (number: string) => newDoctors.has(number) || newSkilled.has(number)

  const employedYear = (number: string) => Number(employedOn(demo, number, facts).slice(0, 4))
  const older = teachers.filter((number) => !isNew(number))
  const rank = new Map(older.map((n) => [n, employedYear(n) * 10 + demo.random(`staff/rank/${n}`).between(0, 60)]))
  const bySeniority = older.toSorted((a, b) => rank.get(a)! - rank.get(b)!)
  const titles = new Map<string, string>()
  const titleCounts = [
    ['full', 88],
    ['associate', 207],
    ['intermediate', 390],
    ['junior', 170],
    ['none', 28],
  ] as const
  let next = 0
  for (const [title, size] of titleCounts) for (const n of bySeniority.slice(next, (next += size))) titles.set(n, title)
  for (const n of newDoctors) titles.set(n, 'intermediate')
  for (const n of newSkilled) titles.set(n, 'none')

  const degrees = new Map<string, string>()
  const forDegree = demo.random('staff/degrees').shuffle(older)
  const degreeCounts = [
    ['doctor', 144 - newDoctors.size],
    ['master', 593],
    ['bachelor', 163],
    ['none', 11],
  ] as const
  next = 0
  for (const [degree, size] of degreeCounts)
    for (const n of forDegree.slice(next, (next += size))) degrees.set(n, degree)
  for (const n of newDoctors) degrees.set(n, 'doctor')
  for (const n of newSkilled) degrees.set(n, 'bachelor')

  const olderProfessional = professional.filter((n) => !isNew(n))
  const qualifiedProfessional = [
    ...newSkilled,
    ...olderProfessional.slice(0, DOUBLE_QUALIFIED_PROFESSIONAL - newSkilled.size),
  ]
  const qualified = [
    ...qualifiedProfessional,
    ...otherFacultyTeachers.slice(-(DOUBLE_QUALIFIED - DOUBLE_QUALIFIED_PROFESSIONAL)),
  ]
  // The newcomers stand first, so the most recently recognised are at the front.
  const recent = new Set(qualified.slice(0, DOUBLE_QUALIFIED - DOUBLE_QUALIFIED_BEFORE))
  const isQualified = new Set(qualified)

  const teaching = new Map<string, string>()
  for (const n of staffNumbersOf('marxism')) teaching.set(n, 'ideological-political')
  for (const n of staffNumbersOf('physical-education')) teaching.set(n, 'physical-education')
  staffNumbersOf('general').forEach((n, i) => teaching.set(n, i < 5 ? 'art' : 'general'))
  for (const n of professional) teaching.set(n, 'professional')
  for (const n of otherFacultyTeachers) teaching.set(n, 'general')

  // 27 in the faculties and 5 at student affairs do nothing else; 54 teach as well.
  const fullTimeCounsellors = new Set([
    ...FACULTIES.flatMap((unit) =>
      staffNumbersOf(unit)
        .filter((n) => !teaching.has(n))
        .slice(0, 3),
    ),
    ...staffNumbersOf('student-affairs').slice(3, 8),
  ])
  const counsellors = new Set([...fullTimeCounsellors, ...otherFacultyTeachers.slice(0, 54)])
  const classAdvisers = new Set(olderProfessional.slice(40, 80))
  const established = new Set(
    demo
      .random('staff/establishment')
      .shuffle(numbers.filter((n) => !newSkilled.has(n)))
      .slice(0, ON_ESTABLISHMENT),
  )

  const inPost = numbers.map((number): DemoRow => {
    const random = demo.random(`staff/${number}`)
    const { name, sex, unit } = members.get(number)!
    const isTeacher = teaching.has(number)
    const title = titles.get(number) ?? random.pick(['intermediate', 'junior', 'none', 'associate'])
    const degree = degrees.get(number) ?? random.pick(['master', 'bachelor', 'bachelor', 'none'])
    const started = employedOn(demo, number, facts)
    const year = Number(started.slice(0, 4))
    const kind = isTeacher
      ? 'full-time-teacher'
      : fullTimeCounsellors.has(number)
        ? 'counsellor'
        : unit === 'library' || unit === 'information'
          ? 'support'
          : unit === 'logistics' && random.between(0, 1) === 1
            ? 'worker'
            : 'administrator'
    const level =
      title === 'full' || title === 'associate' ? 'senior' : title === 'intermediate' ? 'intermediate' : 'junior'
    return {
      $key: number,
      number,
      person: demo.id('people', number),
      name,
      unit: demo.id('units', unit),
      sex,
      bornOn: day(Math.max(1964, year - random.between(24, 33)), random.between(1, 12), random.between(1, 28)),
      kind,
      onEstablishment: established.has(number),
      titleLevel: title,
      titleSeries: title === 'none' ? null : isTeacher ? 'teaching' : random.pick(['research', 'economics', 'other']),
      titleOn: title === 'none' ? null : day(Math.min(2022, year + random.between(0, 10)), 12, 20),
      highestEducation:
        { doctor: 'doctoral', master: 'master', bachelor: 'undergraduate', none: 'diploma' }[degree] ?? null,
      highestDegree: degree,
      doubleQualified: isQualified.has(number) ? level : null,
      doubleQualifiedOn: !isQualified.has(number)
        ? null
        : recent.has(number)
          ? random.pick(['2022-12-28', '2023-06-20'])
          : `${random.between(Math.min(2021, year), 2021)}-12-28`,
      teaches: teaching.get(number) ?? null,
      counsellor: counsellors.has(number),
      classAdviser: classAdvisers.has(number),
      industryYears: newSkilled.has(number) ? random.between(10, 20) : isTeacher ? random.between(0, 8) : null,
      employedOn: started,
      leftOn: null,
    }
  })

  // 35 joined in the school year. Ten teachers left, six of them double-qualified; two members of staff left before it.
  const left = Array.from({ length: 12 }, (_, i): DemoRow => {
    const number = `L${String(i + 1).padStart(4, '0')}`
    const random = demo.random(`staff/${number}`)
    const qualifiedBefore = i < 6
    return {
      $key: number,
      number,
      person: null,
      name: demo.personName(random),
      unit: demo.id('units', FACULTIES[i % FACULTIES.length]!),
      sex: random.pick(['male', 'female']),
      bornOn: day(i < 8 ? 1962 : 1985, random.between(9, 12), random.between(1, 28)),
      kind: i < 10 ? 'full-time-teacher' : 'administrator',
      onEstablishment: true,
      titleLevel: i < 4 ? 'associate' : 'intermediate',
      titleSeries: 'teaching',
      titleOn: '2010-12-20',
      highestEducation: 'undergraduate',
      highestDegree: i < 5 ? 'master' : 'bachelor',
      doubleQualified: qualifiedBefore ? 'intermediate' : null,
      doubleQualifiedOn: qualifiedBefore ? '2019-12-28' : null,
      teaches: i < 10 ? 'professional' : null,
      counsellor: false,
      classAdviser: false,
      industryYears: null,
      employedOn: i < 8 ? '1995-07-01' : '2012-09-01',
      leftOn: i < 10 ? random.pick(['2022-12-31', '2023-02-28', '2023-06-30']) : '2022-06-30',
    }
  })
  return [...inPost, ...left]
}

const mentorKey = (index: number) => `M${String(index).padStart(4, '0')}`
const mentorUnit = (index: number) => FACULTIES[index % FACULTIES.length]!

function mentorRows(demo: DemoContext): DemoRow[] {
  const mentor = (index: number, engagedOn: string, until: string, state?: string): DemoRow => {
    const random = demo.random(`industry-mentors/${index}`)
    const kind = random.pick(['manager', 'engineer', 'engineer', 'skilled-worker'])
    return {
      $key: mentorKey(index),
      ...(state === undefined ? {} : { $state: state }),
      number: mentorKey(index),
      name: demo.personName(random),
      unit: demo.id('units', mentorUnit(index)),
      employer: demo.id('partners', random.pick(partnersOf(mentorUnit(index))).key),
      post: { manager: '部门经理', engineer: '工程师', 'skilled-worker': '高级技师' }[kind],
      kind,
      titleLevel: kind === 'engineer' ? random.pick(['associate', 'intermediate']) : 'none',
      honour: index === 1 ? 'national-craftsman' : index <= 3 ? 'national-model-worker' : null,
      major: random.pick(['智能制造', '汽车技术', '软件开发', '工程施工', '电子商务', '工业设计']),
      engagedOn,
      until,
    }
  }
  return [
    ...Array.from({ length: MENTORS_ENGAGED }, (_, i) =>
      // The last forty were engaged in the school year, the others before.
      mentor(i + 1, i < MENTORS_ENGAGED - 40 ? '2021-09-01' : '2022-10-08', i % 2 === 0 ? '2024-08-31' : '2025-08-31'),
    ),
    ...Array.from({ length: 12 }, (_, i) => mentor(MENTORS_ENGAGED + i + 1, '2019-09-01', '2022-12-31')),
    ...Array.from({ length: 4 }, (_, i) =>
      mentor(MENTORS_ENGAGED + 13 + i, '2023-03-01', '2026-02-28', i < 2 ? 'submitted' : 'draft'),
    ),
  ]
}

const mentorCourses = ['企业生产实训', '岗位实习指导', '工艺与质量管理', '设备调试与维护', '项目化综合实训']

function mentorTeachingRows(demo: DemoContext): DemoRow[] {
  const row = (index: number, period: string, n: number, hours: number, state?: string): DemoRow => ({
    $key: `${mentorKey(index)}/${period}/${n}`,
    ...(state === undefined ? {} : { $state: state }),
    mentor: demo.id('industry-mentors', mentorKey(index)),
    period,
    unit: demo.id('units', mentorUnit(index)),
    course: mentorCourses[(index + n) % mentorCourses.length],
    hours,
    pay: `${hours * MENTOR_RATE}.00`,
  })
  // 63 of the 237 taught two courses. Hours move in pairs, so that the sum stays.
  const taught = [
    ...Array.from({ length: MENTORS_TEACHING }, (_, i) => ({ index: i + 1, n: 1 })),
    ...Array.from({ length: 63 }, (_, i) => ({ index: i + 1, n: 2 })),
  ]
  const random = demo.random('mentor-teaching')
  const hours = spread(MENTOR_HOURS, taught.length)
  for (let i = 0; i + 1 < hours.length; i += 2) {
    const moved = random.between(-60, 60)
    hours[i]! += moved
    hours[i + 1]! -= moved
  }
  return [
    ...taught.map(({ index, n }, i) => row(index, '2023', n, hours[i]!)),
    ...Array.from({ length: 208 }, (_, i) => row(i + 1, '2022', 1, 140 + (i % 60))),
    ...Array.from({ length: 5 }, (_, i) => row(MENTORS_TEACHING + i + 1, '2023', 1, 32, i < 3 ? 'submitted' : 'draft')),
  ]
}

import { DEMO_STUDENTS, FACULTIES, officersOf, staffMember, staffNumbersOf } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { placesOf, type Place } from './intake.ts'
import { facultyOfMajor } from './majors.ts'
import { dayBetween, daysAfter } from './shares.ts'
import { staffDemo } from './staff.ts'
import { idsOf } from './students.ts'

/**
 * Party organisations and what they did in the autumn of 2023; ideological and political education.
 *
 * Keys for other parts (demo.id): party-organisations 'DW' the committee, 'ZZ-<unit>' general branches,
 * 'ZB-<unit>-<n>' branches · ideological-activities 'SZ001'…'SZ060' · ideological-staff = staff number
 */

type Ids = ReturnType<typeof idsOf>

const GENERAL_BRANCHES = [...FACULTIES, 'marxism', 'general'] as const
const BRANCH_NAMES = ['教工党支部', '学生第一党支部', '学生第二党支部'] as const
const NAMES: Readonly<Record<(typeof GENERAL_BRANCHES)[number], string>> = {
  mechanical: '机械工程学院',
  automotive: '车辆工程学院',
  electronic: '电子与物联网工程学院',
  ai: '人工智能与大数据学院',
  economics: '经济与管理学院',
  design: '设计学院',
  electrical: '轨道交通与航空服务学院',
  chemistry: '化学与制药工程学院',
  construction: '建筑工程学院',
  marxism: '马克思主义学院',
  general: '通识教育学院',
}
const branchesOf = (unit: string) => (unit === 'marxism' || unit === 'general' ? 1 : BRANCH_NAMES.length)
const branchKey = (unit: string, n: number) => `ZB-${unit}-${n}`

export const partyDemo: DemoPart = (demo) => {
  const of = idsOf(demo)
  const organisations = organisationRows(of)
  const keys = organisations.map((row) => row.$key)
  return [
    { register: 'party-organisations', rows: organisations },
    { register: 'party-member-developments', rows: developmentRows(demo, of) },
    { register: 'party-transfers', rows: transferRows(demo, of) },
    { register: 'party-trainings', rows: trainingRows(demo, of, keys) },
    { register: 'party-lectures', rows: lectureRows(demo, of, keys) },
    { register: 'party-activities', rows: activityRows(demo, of, keys) },
    { register: 'ideological-activities', rows: ideologicalRows(demo, of) },
    { register: 'ideological-staff', rows: ideologicalStaffRows(demo, of) },
  ]
}

function organisationRows(of: Ids): DemoRow[] {
  const row = (key: string, name: string, kind: string, parent: string | null, unit: string, leader: string) => ({
    $key: key,
    number: key,
    name,
    kind,
    parent: parent === null ? null : of('party-organisations', parent),
    unit: of('units', unit),
    leader: of('staff', leader),
    leaderPosts: key === 'DW' ? ['deputy-secretary'] : ['secretary'],
    standing: 'active',
  })
  const branches = GENERAL_BRANCHES.flatMap((unit) =>
    Array.from({ length: branchesOf(unit) }, (_, i) => {
      const teachers = staffNumbersOf(unit)
      const leader = teachers[i + 2]!
      const name = `中共匠心示范职业技术学院${NAMES[unit]}${BRANCH_NAMES[i]}（演示）`
      // Teachers' branches have a third of the teachers; students' branches are small.
      const members = i === 0 ? Math.floor(teachers.length / 3) : 14 + ((teachers.length + i) % 9)
      return { ...row(branchKey(unit, i + 1), name, 'branch', `ZZ-${unit}`, unit, leader), members }
    }),
  )
  const sum = (rows: readonly { readonly members: number }[]) => rows.reduce((total, { members }) => total + members, 0)
  const general = GENERAL_BRANCHES.map((unit) => ({
    ...row(
      `ZZ-${unit}`,
      `中共匠心示范职业技术学院${NAMES[unit]}总支部委员会（演示）`,
      'general-branch',
      'DW',
      unit,
      officersOf(unit).head,
    ),
    members: sum(branches.filter(({ parent }) => parent === of('party-organisations', `ZZ-${unit}`))),
  }))
  const committee = row(
    'DW',
    '中共匠心示范职业技术学院委员会（演示）',
    'committee',
    null,
    'college',
    officersOf('college').head,
  )
  return [{ ...committee, members: sum(general) }, ...general, ...branches]
}

type Stage = 'activist' | 'probationary-member' | 'full-member'

/** What the roll says of a student (demo/students.ts draws the same lot first). */
function stageOnTheRoll(demo: DemoContext, { number }: Place): Stage | undefined {
  const lot = demo.random(`students/${number}`).between(1, 1000)
  return lot > 995 ? 'full-member' : lot > 980 ? 'probationary-member' : lot <= 700 ? 'activist' : undefined
}

const DAYS: Readonly<Record<Stage, readonly [activist: string, probationary: string | null, full: string | null]>> = {
  activist: ['2023-04-20', null, null],
  'probationary-member': ['2022-04-20', '2023-05-30', null],
  'full-member': ['2021-10-20', '2022-06-10', '2023-06-12'],
}

const branchOfStudent = (place: Place, n: number) => branchKey(facultyOfMajor.get(place.major)!, 2 + (n % 2))

function developmentRows(demo: DemoContext, of: Ids): DemoRow[] {
  const wanted: Record<Stage, number> = { activist: 90, 'probationary-member': 50, 'full-member': 12 }
  const rows: DemoRow[] = []
  const row = (number: string, kind: 'student' | 'staff', organisation: string, stage: Stage): DemoRow => {
    const [activistOn, probationaryOn, fullOn] = DAYS[stage]
    return {
      $key: number,
      number,
      student: kind === 'student' ? of('students', number) : null,
      staff: kind === 'staff' ? of('staff', number) : null,
      person: kind === 'staff' || DEMO_STUDENTS.includes(number) ? of('people', number) : null,
      kind,
      organisation: of('party-organisations', organisation),
      stage,
      activistOn,
      probationaryOn,
      fullOn,
    }
  }
  for (const place of placesOf[2021]) {
    const stage = place.withdrawn ? undefined : stageOnTheRoll(demo, place)
    if (!stage || wanted[stage] === 0) continue
    wanted[stage] -= 1
    rows.push(row(place.number, 'student', branchOfStudent(place, rows.length), stage))
  }
  const staff = FACULTIES.flatMap((unit) =>
    staffNumbersOf(unit)
      .slice(-4)
      .map((number, i) => row(number, 'staff', branchKey(unit, 1), i === 0 ? 'probationary-member' : 'activist')),
  )
  return [...rows, ...staff]
}

/** Members among those who graduated in 2023. */
function transferRows(demo: DemoContext, of: Ids): DemoRow[] {
  return placesOf[2020]
    .filter((place) => ['full-member', 'probationary-member'].includes(stageOnTheRoll(demo, place) ?? ''))
    .slice(0, 60)
    .map(({ number }, i) => ({
      $key: number,
      number,
      student: of('students', number),
      staff: null,
      leftOn: '2023-06-30',
      destination: i % 4 === 0 ? '生源地街道党组织（演示）' : '就业单位党支部（演示）',
    }))
}

/** The committee three times, every other organisation as often as `times` says. */
function ofEach(keys: readonly string[], times: number): string[] {
  return keys.flatMap((key) => Array.from({ length: key === 'DW' ? 3 : times }, () => key))
}

const attendance = (random: ReturnType<DemoContext['random']>, organisation: string) => ({
  students: /-[23]$/.test(organisation) ? random.between(8, 24) : 0,
  teachers: organisation === 'DW' ? random.between(60, 160) : random.between(3, 26),
})

function trainingRows(demo: DemoContext, of: Ids, keys: readonly string[]): DemoRow[] {
  return ofEach(keys, 2).map((organisation, i) => {
    const random = demo.random(`party-trainings/${i}`)
    const startsOn = dayBetween(random, '2023-09-05', '2024-01-05')
    return {
      $key: String(i),
      organisation: of('party-organisations', organisation),
      topics: ['party-theory', random.pick(['policy', 'rules-and-law', 'professional-ethics'])],
      channels: [organisation === 'DW' ? 'college-study' : 'branch-study', random.pick(['visit', 'online-site'])],
      startsOn,
      endsOn: daysAfter(startsOn, random.between(0, 2)),
      ...attendance(random, organisation),
    }
  })
}

function lectureRows(demo: DemoContext, of: Ids, keys: readonly string[]): DemoRow[] {
  return ofEach(keys, 1).map((organisation, i) => {
    const random = demo.random(`party-lectures/${i}`)
    const day = dayBetween(random, '2023-09-10', '2024-01-05')
    const unit = organisation === 'DW' ? 'college' : organisation.split('-')[1]!
    return {
      $key: String(i),
      organisation: of('party-organisations', organisation),
      form: random.pick(['lecture', 'meeting']),
      speaker: staffMember(demo, officersOf(unit).head).name,
      content: random.pick(['学习贯彻主题教育精神专题党课', '师德师风专题党课', '党的纪律专题党课']),
      startsOn: day,
      endsOn: day,
      ...attendance(random, organisation),
    }
  })
}

function activityRows(demo: DemoContext, of: Ids, keys: readonly string[]): DemoRow[] {
  const months = [
    ['2023-09-05', '2023-09-28'],
    ['2023-10-09', '2023-10-31'],
    ['2023-11-01', '2023-11-30'],
    ['2023-12-01', '2023-12-29'],
  ] as const
  return keys
    .filter((key) => key.startsWith('ZB'))
    .flatMap((organisation) =>
      months.map(([first, last], m) => {
        const random = demo.random(`party-activities/${organisation}/${m}`)
        const day = dayBetween(random, first, last)
        const form = ['theme-day', 'three-meetings', 'daily', 'theme-day'][m]!
        return {
          $key: `${organisation}/${m}`,
          organisation: of('party-organisations', organisation),
          form,
          place: form === 'theme-day' ? '校史馆' : '党员活动室',
          content: { 'theme-day': '主题党日活动', 'three-meetings': '支部党员大会', daily: '组织生活与志愿服务' }[form],
          startsOn: day,
          endsOn: day,
          ...attendance(random, organisation),
        }
      }),
    )
}

function ideologicalRows(demo: DemoContext, of: Ids): DemoRow[] {
  const kinds = [
    ['lecture', '专题讲座'],
    ['essay-and-speech', '演讲比赛'],
    ['performance', '文艺汇演'],
    ['visit', '红色基地参观'],
    ['volunteering', '志愿服务'],
    ['social-practice', '社会实践'],
    ['sharing', '榜样分享会'],
  ] as const
  return Array.from({ length: 60 }, (_, i): DemoRow => {
    const random = demo.random(`ideological-activities/${i}`)
    const unit = GENERAL_BRANCHES[i % GENERAL_BRANCHES.length]!
    const [kind, name] = kinds[i % kinds.length]!
    const startsOn = dayBetween(random, '2023-09-06', '2024-01-08')
    const number = `SZ${String(i + 1).padStart(3, '0')}`
    return {
      $key: number,
      number,
      name: `${NAMES[unit]}${name}`,
      kind,
      subject: '习近平新时代中国特色社会主义思想主题教育',
      section: ['课程思政', '日常思政', '实践育人'][i % 3],
      theme: ['青春心向党', '技能报国', '弘扬工匠精神'][i % 3],
      content: `${NAMES[unit]}组织师生开展${name}。`,
      unit: of('units', unit),
      organiserLevel: i % 15 === 7 ? 'provincial' : i % 4 === 1 ? 'college' : 'department',
      organiser: i % 15 === 7 ? '示例市教育委员会（演示）' : null,
      startsOn,
      endsOn: daysAfter(startsOn, kind === 'social-practice' ? 3 : 0),
      head: of('staff', staffNumbersOf(unit).at(-1)!),
      ownTeachers: random.between(2, 18),
      otherTeachers: i % 9 === 0 ? random.between(1, 5) : 0,
      ownStudents: random.between(40, 260),
      otherStudents: i % 9 === 0 ? random.between(10, 60) : 0,
    }
  })
}

function ideologicalStaffRows(demo: DemoContext, of: Ids): DemoRow[] {
  const members = staffDemo(demo).find(({ register }) => register === 'staff')!.rows
  return members
    .filter((member) => member['leftOn'] === null)
    .map((member) => ({
      member,
      kinds: [
        ...(member['teaches'] === 'ideological-political' ? ['ideology-teacher'] : []),
        ...(member['classAdviser'] === true ? ['class-teacher'] : []),
        ...(member['counsellor'] === true ? ['counsellor'] : []),
      ],
    }))
    .filter(({ kinds }) => kinds.length > 0)
    .map(({ member, kinds }, i) => {
      const number = member.$key
      const years = 2023 - Number(String(member['employedOn']).slice(0, 4))
      const isPsychologist = i % 23 === 9
      return {
        $key: number,
        teacher: of('staff', number),
        unit: member['unit'],
        person: of('people', number),
        kinds,
        years: `${Math.max(1, years - (i % 3))}.0`,
        teachingYears: `${Math.max(1, years)}.0`,
        bachelorMajor: ['思想政治教育', '教育学', '机械工程', '汉语言文学'][i % 4],
        masterMajor: ['master', 'doctor'].includes(String(member['highestDegree'])) ? '马克思主义理论' : null,
        teachesPsychology: i % 31 === 9,
        psychologist: isPsychologist,
        certified: isPsychologist,
        certificateNumber: isPsychologist ? `XLZX2020${String(i).padStart(4, '0')}` : null,
      }
    })
}

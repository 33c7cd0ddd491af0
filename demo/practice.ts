import { DEMO_STUDENTS, FACULTIES, type Faculty } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { placesOf, type Place } from './intake.ts'
import { facultyOfMajor, majorNames } from './majors.ts'
import { type Partner, partnersOf, teachersOf } from './partnership.ts'
import { taughtCourses } from './programmes.ts'
import { dayBetween, daysAfter, yuan } from './shares.ts'
import { idsOf } from './students.ts'
import { TERM } from './timetable.ts'

/**
 * Internships of the students in their third year, and practice teaching, in the autumn of 2023.
 *
 * Keys for other parts (demo.id): internships = student number · internship-insurances = student number ·
 * internship-reports '<student>/<n>' · practice-projects 'XM001'…'XM112' · practice-sessions '<project>/<student>' ·
 * simulation-services 'FW001'…'FW048'
 */

type Ids = ReturnType<typeof idsOf>

const SAMPLE = 11
const SERVICES = 48

export const practiceDemo: DemoPart = (demo) => {
  const of = idsOf(demo)
  const interns = placesOf[2021].filter(
    ({ number, withdrawn }, i) => !withdrawn && (i % SAMPLE === 3 || DEMO_STUDENTS.includes(number)),
  )
  const internships = interns.map((place, i) => internshipOf(demo, place, i))
  const projects = projectsOf(demo)
  return [
    { register: 'internships', rows: internships.map((one) => internshipRow(of, one)) },
    { register: 'internship-insurances', rows: internships.map((one) => insuranceRow(of, one)) },
    { register: 'internship-reports', rows: internships.flatMap((one) => reportRows(demo, of, one)) },
    { register: 'practice-projects', rows: projects.map((one) => projectRow(demo, of, one)) },
    { register: 'practice-sessions', rows: projects.flatMap((one) => sessionRows(demo, of, one)) },
    { register: 'simulation-services', rows: serviceRows(demo, of, projects) },
  ]
}

interface Internship {
  readonly place: Place
  readonly faculty: Faculty
  readonly partner: Partner
  readonly teacher: string
  readonly mentor: string
  readonly post: string
  readonly startsOn: string
  readonly weeks: number
  readonly started: boolean
  readonly ended: boolean
  readonly region: string
  readonly score: string
  readonly n: number
}

const POSTS: Readonly<Record<Faculty, readonly string[]>> = {
  mechanical: ['数控操作员', '模具装配工', '设备调试员'],
  automotive: ['汽车维修技师助理', '整车装调员', '服务顾问助理'],
  electronic: ['电子测试员', '物联网安装调试员'],
  ai: ['软件测试员', '运维助理', '数据标注员'],
  economics: ['会计助理', '电商运营助理', '仓储主管助理'],
  design: ['平面设计助理', '施工图助理'],
  electrical: ['机电检修工', '站务员', '客舱服务员'],
  chemistry: ['药品生产操作工', '化验员'],
  construction: ['施工员助理', '造价员助理', '测量员'],
}
const REGIONS = ['500112', '500112', '500107', '500112', '510100', '500109', '500112', '330100']
const HOME_PROVINCE = '50'

function internshipOf(demo: DemoContext, place: Place, n: number): Internship {
  const random = demo.random(`internships/${place.number}`)
  const faculty = facultyOfMajor.get(place.major)!
  const weeks = random.pick([12, 16, 18, 24])
  const ended = weeks <= 16
  // A few have an agreement and a place, and begin after the term's snapshot.
  const started = ended || n % 40 !== 7
  return {
    place,
    faculty,
    partner: random.pick(partnersOf(faculty)),
    teacher: random.pick(teachersOf(faculty)),
    mentor: demo.personName(random),
    post: random.pick(POSTS[faculty]),
    startsOn: started ? random.pick(['2023-09-04', '2023-09-11', '2023-09-18']) : '2024-01-15',
    weeks,
    started,
    ended,
    region: REGIONS[n % REGIONS.length]!,
    score: `${random.between(72, 96)}.${random.pick([0, 5])}`,
    n,
  }
}

const endOf = ({ startsOn, weeks }: Internship) => daysAfter(startsOn, weeks * 7 - 3)

function internshipRow(of: Ids, one: Internship): DemoRow {
  const { place, partner, n } = one
  return {
    $key: place.number,
    number: `SX2023-${place.number}`,
    ...personOf(of, place),
    term: of('terms', TERM),
    enterprise: partner.name,
    partner: of('partners', partner.key),
    industry: partner.industry,
    place: one.region,
    content: `在企业导师指导下从事${one.post}岗位的工作，熟悉岗位规范、安全要求和工作流程。`,
    relevant: n % 12 !== 5,
    arrangement: n % 7 === 3 ? 'by-student' : 'by-college',
    form: n % 29 === 11 ? 'real-setting-on-campus' : 'off-campus',
    startsOn: one.startsOn,
    endsOn: endOf(one),
    weeks: one.weeks,
    started: one.started,
    ended: one.ended,
    score: one.ended ? one.score : null,
    teacher: of('staff', one.teacher),
    mentor: one.mentor,
    mentorPhone: `1380000${String(n + 1000).padStart(4, '0')}`,
    pay: yuan(2200 + (n % 9) * 150),
    complaintPhone: '023-60000000',
    agreementSigned: true,
    otherProvince: !one.region.startsWith(HOME_PROVINCE),
    abroad: false,
  }
}

const personOf = (of: Ids, { number, major }: Place) => ({
  student: of('students', number),
  unit: of('units', facultyOfMajor.get(major)!),
  person: DEMO_STUDENTS.includes(number) ? of('people', number) : null,
})

function insuranceRow(of: Ids, { place, faculty, partner, n }: Internship): DemoRow {
  const byEmployer = n % 9 === 4
  return {
    $key: place.number,
    ...personOf(of, place),
    // One policy of the college covers a faculty's students; enterprises insure theirs one by one.
    policyNumber: byEmployer
      ? `YW2023${place.number}`
      : `ZRX2023${String(FACULTIES.indexOf(faculty) + 1).padStart(4, '0')}`,
    name: byEmployer ? '团体意外伤害保险' : '学生实习责任保险',
    kind: byEmployer ? 'accident' : 'internship-liability',
    buyer: byEmployer ? 'employer' : 'college',
    payer: byEmployer ? partner.name : '匠心示范职业技术学院',
    boughtOn: '2023-09-01',
  }
}

function reportRows(demo: DemoContext, of: Ids, one: Internship): DemoRow[] {
  if (!one.started) return []
  const random = demo.random(`internship-reports/${one.place.number}`)
  const report = (n: number, kind: string, submittedOn: string, title: string): DemoRow => ({
    $key: `${one.place.number}/${n}`,
    ...personOf(of, one.place),
    internship: of('internships', one.place.number),
    post: one.post,
    kind,
    summary: `${title}：在${one.post}岗位学习操作规范，完成导师布置的任务。`,
    content: `${title}。本阶段在${one.post}岗位实习，按岗位规范完成了导师布置的工作，了解了企业的生产流程和质量要求，遇到的问题已向导师和指导教师请教并解决。`,
    submittedOn,
    review: random.between(1, 8) === 1 ? 'unreviewed' : 'reviewed',
  })
  return [
    report(1, 'weekly', daysAfter(one.startsOn, 7), '第一周周报'),
    ...(one.ended ? [report(2, 'final', endOf(one), '实习综合报告')] : []),
  ]
}

interface Project {
  readonly key: string
  readonly major: string
  readonly faculty: Faculty
  readonly name: string
  readonly virtual: boolean
  readonly hours: number
  /** Key of a course of the second year's programme. */
  readonly plannedCourse: string
}

/** Two projects for each major that has students in their second year. */
function projectsOf(demo: DemoContext): Project[] {
  const second = new Set(placesOf[2022].map((place) => place.major))
  const core = taughtCourses().filter(({ grade, facts }) => grade === 2022 && facts.major !== null)
  return majorNames
    .filter((major) => second.has(major))
    .flatMap((major) => core.filter((taught) => taught.major === major).slice(0, 2))
    .map((taught, i) => ({
      key: `XM${String(i + 1).padStart(3, '0')}`,
      major: taught.major,
      faculty: facultyOfMajor.get(taught.major)!,
      name: `${taught.facts.name}${i % 4 === 0 ? '虚拟仿真' : ''}实训`,
      virtual: i % 4 === 0,
      hours: demo.random(`practice-projects/${i}`).pick([16, 24, 32]),
      plannedCourse: taught.key,
    }))
}

function projectRow(demo: DemoContext, of: Ids, project: Project): DemoRow {
  const random = demo.random(`practice-projects/${project.key}`)
  // Room n of the training rooms belongs to the faculty at place n among nine.
  const room = FACULTIES.indexOf(project.faculty) + FACULTIES.length * random.between(1, 20)
  return {
    $key: project.key,
    number: project.key,
    name: project.name,
    major: of('majors', project.major),
    unit: of('units', project.faculty),
    plannedCourse: of('programme-courses', project.plannedCourse),
    term: of('terms', TERM),
    hours: project.hours,
    virtual: project.virtual,
    room: of('teaching-sites', `S${String(room).padStart(3, '0')}`),
    task: `${project.name}典型工作任务`,
    skills: '能读懂任务书，按规范操作设备，完成任务并记录结果',
    assessment: '过程考核 60%，成果考核 40%',
    modules: random.between(3, 6),
    openToOthers: project.virtual,
  }
}

/** Four students of every project. */
function sessionRows(demo: DemoContext, of: Ids, project: Project): DemoRow[] {
  const students = placesOf[2022].filter((place) => place.major === project.major && !place.withdrawn)
  const random = demo.random(`practice-sessions/${project.key}`)
  const startsOn = dayBetween(random, '2023-09-11', '2023-12-11')
  return students.slice(0, 4).map((place) => ({
    $key: `${project.key}/${place.number}`,
    project: of('practice-projects', project.key),
    ...personOf(of, place),
    hours: project.hours,
    startsOn,
    endsOn: daysAfter(startsOn, project.hours > 16 ? 11 : 4),
    score: `${random.between(70, 97)}.0`,
  }))
}

function serviceRows(demo: DemoContext, of: Ids, projects: readonly Project[]): DemoRow[] {
  const virtual = projects.filter((project) => project.virtual)
  return Array.from({ length: SERVICES }, (_, i): DemoRow => {
    const random = demo.random(`simulation-services/${i}`)
    const project = virtual[i % virtual.length]!
    const toEnterprise = i % 3 === 0
    const number = `FW${String(i + 1).padStart(3, '0')}`
    return {
      $key: number,
      number,
      kind: toEnterprise
        ? 'skill-and-job-training'
        : random.pick(['career-introduction', 'intercollege-internship', 'teacher-practice']),
      project: of('practice-projects', project.key),
      users: toEnterprise ? 'enterprise' : 'other-college',
      visits: random.between(12, 90),
      hours: random.pick([4, 8, 16]),
      servedOn: dayBetween(random, '2023-09-11', '2024-01-10'),
      client: toEnterprise ? random.pick(partnersOf(project.faculty)).name : '示例中等职业学校（演示）',
    }
  })
}

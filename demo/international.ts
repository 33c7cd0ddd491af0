import { type Faculty, FACULTIES, officersOf } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { teachersOf } from './partnership.ts'
import { dayBetween, daysAfter } from './shares.ts'

/**
 * Foreign students and teachers, standards used abroad, schools abroad, joint programmes, people sent out.
 *
 * Keys for other parts (demo.id):
 *   foreign-students 'F001'… · visiting-teachers 'G01'… · adopted-standards 'N2023-01'…'N2023-21' in the printed order
 *   overseas-schools 'O1' · joint-programmes 'J1', 'J2' (running), 'J0' (ended), 'JW1'… (applied for)
 *   overseas-assignments 'E01'… · overseas-posts 'Q01'…
 */

const serial = (n: number, width = 2) => String(n).padStart(width, '0')

interface Stay {
  readonly country: string
  readonly major: string
  readonly faculty: Faculty
  readonly kind: 'degree' | 'exchange' | 'language' | 'short-term'
  readonly mode: 'onsite' | 'online'
  readonly number: number
  readonly from: string
  readonly to: string | null
}

/** In the school year 2022/23: 89 students in nine majors. The groups before and after it lie outside. */
const STAYS: readonly Stay[] = [
  {
    country: 'thailand',
    major: '现代物流管理',
    faculty: 'economics',
    kind: 'short-term',
    mode: 'online',
    number: 48,
    from: '2022-11-14',
    to: '2023-01-13',
  },
  {
    country: 'laos',
    major: '汽车检测与维修技术',
    faculty: 'automotive',
    kind: 'degree',
    mode: 'onsite',
    number: 7,
    from: '2021-09-06',
    to: null,
  },
  {
    country: 'vietnam',
    major: '机电一体化技术',
    faculty: 'electrical',
    kind: 'degree',
    mode: 'onsite',
    number: 6,
    from: '2022-09-05',
    to: null,
  },
  {
    country: 'laos',
    major: '电子商务',
    faculty: 'economics',
    kind: 'degree',
    mode: 'onsite',
    number: 6,
    from: '2021-09-06',
    to: null,
  },
  {
    country: 'indonesia',
    major: '软件技术',
    faculty: 'ai',
    kind: 'degree',
    mode: 'onsite',
    number: 5,
    from: '2022-09-05',
    to: null,
  },
  {
    country: 'malaysia',
    major: '建筑工程技术',
    faculty: 'construction',
    kind: 'exchange',
    mode: 'onsite',
    number: 6,
    from: '2023-04-10',
    to: '2023-07-07',
  },
  {
    country: 'vietnam',
    major: '酒店管理与数字化运营',
    faculty: 'economics',
    kind: 'exchange',
    mode: 'onsite',
    number: 4,
    from: '2023-03-06',
    to: '2023-07-07',
  },
  {
    country: 'bangladesh',
    major: '广告艺术设计',
    faculty: 'design',
    kind: 'degree',
    mode: 'onsite',
    number: 4,
    from: '2022-09-05',
    to: null,
  },
  {
    country: 'pakistan',
    major: '新能源汽车技术',
    faculty: 'automotive',
    kind: 'degree',
    mode: 'onsite',
    number: 3,
    from: '2022-09-05',
    to: null,
  },
  {
    country: 'laos',
    major: '机电一体化技术',
    faculty: 'electrical',
    kind: 'degree',
    mode: 'onsite',
    number: 12,
    from: '2019-09-02',
    to: '2022-06-30',
  },
  {
    country: 'thailand',
    major: '现代物流管理',
    faculty: 'economics',
    kind: 'short-term',
    mode: 'online',
    number: 31,
    from: '2021-11-15',
    to: '2022-01-14',
  },
  {
    country: 'malaysia',
    major: '建筑工程技术',
    faculty: 'construction',
    kind: 'exchange',
    mode: 'onsite',
    number: 15,
    from: '2023-10-16',
    to: '2023-11-03',
  },
]

function foreignStudents(demo: DemoContext): DemoRow[] {
  const random = demo.random('international/foreign-students')
  const rows: DemoRow[] = []
  const add = (stay: Stay, state?: 'draft' | 'submitted') => {
    const n = rows.length + 1
    rows.push({
      $key: `F${serial(n, 3)}`,
      ...(state ? { $state: state } : {}),
      number: `LX${stay.from.slice(0, 4)}${serial(n, 3)}`,
      name: demo.personName(random),
      passportName: `DEMO STUDENT ${serial(n, 3)}`,
      sex: random.between(1, 10) <= 6 ? 'male' : 'female',
      bornOn: dayBetween(random, '1999-01-01', '2004-12-31'),
      country: stay.country,
      major: demo.id('majors', stay.major),
      unit: demo.id('units', stay.faculty),
      kind: stay.kind,
      mode: stay.mode,
      enrolledOn: stay.from,
      leftOn: stay.to,
      scholarship: stay.kind === 'short-term' ? 'local' : random.pick(['local', 'college', 'self'] as const),
      chineseLevel: stay.kind === 'degree' ? random.pick(['hsk-3', 'hsk-4', 'hsk-5'] as const) : 'none',
      insured: stay.mode === 'onsite',
    })
  }
  for (const stay of STAYS) for (let i = 0; i < stay.number; i++) add(stay)
  for (const state of ['submitted', 'submitted', 'draft'] as const)
    add({ ...STAYS[2]!, from: '2023-03-06', number: 1 }, state)
  return rows
}

const VISITS = [
  ['laos', 'automotive', '汽车检测与维修', 'training', '2022-10-10', 3],
  ['malaysia', 'construction', '智能建造', 'training', '2023-04-10', 2],
  ['thailand', 'economics', '跨境电商', 'teaching', '2023-03-13', 2],
  ['germany', 'mechanical', '数控技术', 'teaching', '2023-05-15', 2],
  ['hungary', 'ai', '人工智能', 'research', '2023-06-05', 1],
  ['laos', 'electrical', '机电一体化', 'training', '2021-10-11', 4],
  ['germany', 'mechanical', '数控技术', 'teaching', '2022-05-16', 2],
] as const

function visitingTeachers(demo: DemoContext): DemoRow[] {
  const random = demo.random('international/visiting-teachers')
  return VISITS.flatMap(([country, faculty, field, purpose, startOn, number]) =>
    Array.from({ length: number }, () => ({ country, faculty, field, purpose, startOn })),
  ).map(({ country, faculty, field, purpose, startOn }, i) => ({
    $key: `G${serial(i + 1)}`,
    name: demo.personName(random),
    country,
    school: `示例国外院校${(i % 6) + 1}（演示）`,
    post: i % 3 === 0 ? '副教授' : '讲师',
    field,
    unit: demo.id('units', faculty),
    host: demo.id('people', random.pick(teachersOf(faculty))),
    purpose,
    startOn,
    endOn: daysAfter(startOn, random.between(12, 88)),
  }))
}

type Kind =
  | 'major-standard'
  | 'training-standard'
  | 'course-standard'
  | 'training-resource'
  | 'digital-resource'
  | 'teaching-equipment'
/** The printed list, in its order; names of single makers of cars are left out. */
const ADOPTED: readonly (readonly [Kind, string, readonly string[], Faculty])[] = [
  ['major-standard', '汽车检测与维修技术', ['laos'], 'automotive'],
  ['major-standard', '电气自动化', ['laos'], 'mechanical'],
  ['major-standard', '电子商务', ['laos'], 'economics'],
  ['training-standard', '汽车售后技术培训认证体系标准', ['saudi-arabia', 'pakistan', 'philippines'], 'automotive'],
  ['training-standard', '西部陆海新通道电商数字技能培训标准', ['thailand'], 'economics'],
  ['course-standard', '机器学习基础', ['laos'], 'ai'],
  ['course-standard', '电梯结构和控制', ['laos'], 'electrical'],
  ['course-standard', 'PLC编程', ['laos'], 'electrical'],
  ['course-standard', '商务礼仪', ['laos'], 'economics'],
  ['course-standard', '道路建筑材料', ['laos'], 'construction'],
  ['course-standard', '车间安全与工具使用', ['saudi-arabia'], 'automotive'],
  ['course-standard', '汽车保养', ['saudi-arabia'], 'automotive'],
  ['course-standard', '汽车基础知识', ['saudi-arabia'], 'automotive'],
  ['course-standard', '汽车产品基础知识', ['saudi-arabia'], 'automotive'],
  ['course-standard', '新能源汽车技术NTA8', ['tanzania'], 'automotive'],
  ['course-standard', '酒店餐饮管理服务技术NTA5', ['tanzania'], 'economics'],
  ['course-standard', '建筑室内设计NTA4', ['tanzania'], 'design'],
  ['course-standard', '化学检验技术NTA4', ['tanzania'], 'chemistry'],
  ['training-resource', '西部陆海新通道电商数字技能培训资源', ['thailand'], 'economics'],
  ['digital-resource', '3+人工智能数字化专业教学资源', ['south-africa', 'pakistan'], 'ai'],
  ['teaching-equipment', '智能网联汽车智慧教学平台', ['iran', 'mongolia'], 'automotive'],
]
/** The school year before. */
const ADOPTED_BEFORE: typeof ADOPTED = [
  ['major-standard', '机电一体化技术', ['laos'], 'electrical'],
  ['training-standard', '汽车海外经销商培训标准', ['saudi-arabia'], 'automotive'],
  ['course-standard', '电工基础', ['laos'], 'electrical'],
  ['course-standard', '汽车发动机构造', ['laos'], 'automotive'],
  ['course-standard', '网络营销', ['thailand'], 'economics'],
  ['course-standard', '数控编程', ['laos'], 'mechanical'],
  ['course-standard', '机械制图', ['laos'], 'mechanical'],
  ['training-resource', '跨境电商微课', ['thailand'], 'economics'],
]

function adoptedStandards(demo: DemoContext): DemoRow[] {
  const random = demo.random('international/adopted-standards')
  const rows = (year: number, list: typeof ADOPTED): DemoRow[] =>
    list.map(([kind, name, countries, faculty], i) => ({
      $key: `N${year}-${serial(i + 1)}`,
      name,
      category: kind.endsWith('standard') ? 'standard' : kind.endsWith('resource') ? 'resource' : 'equipment',
      kind,
      countries,
      adopter: `示例国外教育机构${(i % 5) + 1}（演示）`,
      use: kind.startsWith('training') ? 'training' : 'degree',
      adoptedOn: dayBetween(random, `${year - 1}-10-08`, `${year}-07-20`),
      unit: demo.id('units', faculty),
      leader: demo.id('people', random.pick(teachersOf(faculty))),
      students: random.between(15, 160),
      order: i + 1,
    }))
  const waiting: DemoRow[] = rows(2023, [
    ['course-standard', '轨道车辆检修', ['laos'], 'electrical'],
    ['course-standard', '药品检验基础', ['tanzania'], 'chemistry'],
  ]).map((row, i) => ({ ...row, $key: `N2023-W${i + 1}`, $state: 'submitted', adoptedOn: '2023-08-10', order: 22 + i }))
  return [...rows(2022, ADOPTED_BEFORE), ...rows(2023, ADOPTED), ...waiting]
}

/** Students by year of intake; each intake keeps its number from one edition to the next. */
const INTAKES = {
  J1: { 2019: 27, 2020: 28, 2021: 29, 2022: 30 },
  J2: { 2019: 25, 2020: 26, 2021: 27, 2022: 29 },
} as const

function joint(demo: DemoContext): { programmes: DemoRow[]; enrolments: DemoRow[] } {
  const programme = (
    key: string,
    name: string,
    country: string,
    major: string,
    faculty: Faculty,
    rest: Partial<DemoRow>,
  ): DemoRow => ({
    $key: key,
    name,
    kind: 'programme',
    partnerSchool: '示例应用理工学院（演示）',
    country,
    major: demo.id('majors', major),
    unit: demo.id('units', faculty),
    approvedOn: '2016-05-20',
    validUntil: '2026-12-31',
    firstIntake: 2016,
    lastIntake: 2024,
    intakes: 8,
    placesPerIntake: 30,
    students: 87,
    foreignCourses: 18,
    ...rest,
  })
  const applied = {
    $state: 'draft',
    approvedOn: '2023-07-31',
    validUntil: null,
    firstIntake: 2024,
    lastIntake: null,
    intakes: 0,
    students: 0,
  }
  const programmes = [
    programme('J1', '机械设计与制造专业中外合作办学项目（演示）', 'canada', '机械设计与制造', 'mechanical', {
      foreignCourses: 19,
    }),
    programme('J2', '会计专业中外合作办学项目（演示）', 'canada', '大数据与会计', 'economics', {
      foreignCourses: 18,
      students: 82,
    }),
    programme('J0', '模具专业中外合作办学项目（演示）', 'germany', '模具设计与制造', 'mechanical', {
      approvedOn: '2012-06-15',
      validUntil: '2020-12-31',
      firstIntake: 2012,
      lastIntake: 2017,
      intakes: 6,
      students: 0,
    }),
    programme('JW1', '软件技术专业中外合作办学项目（申报）', 'hungary', '软件技术', 'ai', applied),
    programme('JW2', '广告艺术设计专业中外合作办学项目（申报）', 'hungary', '广告艺术设计', 'design', applied),
  ]
  const enrolments = [2022, 2023].flatMap((edition) =>
    (['J1', 'J2'] as const).flatMap((key) =>
      // Three years of study: the school year 2022/23 has the intakes of 2020, 2021 and 2022.
      ([2019, 2020, 2021, 2022] as const)
        .filter((cohort) => cohort >= edition - 3 && cohort < edition)
        .map((cohort) => ({
          $key: `${key}-${edition}-${cohort}`,
          name: `${key === 'J1' ? '机械设计与制造' : '会计'}（中外合作）${cohort} 级`,
          edition: String(edition),
          programme: demo.id('joint-programmes', key),
          cohort,
          unit: demo.id('units', key === 'J1' ? 'mechanical' : 'economics'),
          students: INTAKES[key][cohort],
        })),
    ),
  )
  return { programmes, enrolments }
}

const ASSIGNMENTS = [
  ['海外售后技术指导', 'automotive', 'philippines', 'guidance', '2023-03-12', '2023-03-27', 12, 'full-time-teacher'],
  ['海外分院专业课程教学培训', 'automotive', 'laos', 'training', '2023-04-03', '2023-04-19', 14, 'full-time-teacher'],
  ['海外分院中文课程教学培训', 'general', 'laos', 'training', '2023-05-08', '2023-05-24', 14, 'full-time-teacher'],
  [
    '海外人才培养基地建设指导',
    'automotive',
    'saudi-arabia',
    'guidance',
    '2023-06-11',
    '2023-06-21',
    8,
    'full-time-teacher',
  ],
  ['职业教育师资研修', 'mechanical', 'germany', 'study', '2023-07-03', '2023-07-16', 12, 'full-time-teacher'],
  ['国际职业教育论坛', 'electronic', 'malaysia', 'conference', '2023-05-22', '2023-05-25', 4, 'full-time-teacher'],
  ['合作院校工作访问', 'international', 'hungary', 'visit', '2023-06-18', '2023-06-23', 5, 'administrator'],
  ['海外分院筹建指导', 'automotive', 'laos', 'guidance', '2022-07-04', '2022-07-15', 10, 'full-time-teacher'],
  ['熊猫工坊设备安装指导', 'electrical', 'laos', 'guidance', '2023-10-09', '2023-10-20', 10, 'full-time-teacher'],
] as const

export const internationalDemo: DemoPart = (demo) => {
  const random = demo.random('international/people')
  const { programmes, enrolments } = joint(demo)
  const assignments: DemoRow[] = ASSIGNMENTS.map(([task, unit, country, purpose, startOn, endOn, days, sentAs], i) => ({
    $key: `E${serial(i + 1)}`,
    task,
    person: demo.id('people', unit === 'international' ? officersOf(unit).head : random.pick(teachersOf(unit))),
    sentAs,
    unit: demo.id('units', unit),
    country,
    host: `示例海外机构${i + 1}（演示）`,
    purpose,
    startOn,
    endOn,
    days,
    approvalNumber: `DEMO-${startOn.slice(0, 4)}-${serial(i + 1)}`,
  }))
  assignments.push(
    ...(['submitted', 'draft'] as const).map((state, i): DemoRow => ({
      ...assignments[1]!,
      $key: `E-W${i + 1}`,
      $state: state,
      task: '海外分院暑期教学培训',
      startOn: `2023-08-0${i + 1}`,
      endOn: `2023-08-1${i + 1}`,
      days: 9,
    })),
  )
  // 21 teachers; two of them hold two posts, one person's post has ended, one is no teacher.
  const holders = Array.from({ length: 21 }, (_, i) => {
    const faculty = FACULTIES[i % FACULTIES.length]!
    return { faculty, number: teachersOf(faculty)[10 + Math.floor(i / FACULTIES.length)]! }
  })
  const COUNTRIES = ['thailand', 'malaysia', 'germany', 'tanzania', 'laos'] as const
  const post = (key: string, holder: (typeof holders)[number], i: number, rest: Partial<DemoRow> = {}): DemoRow => ({
    $key: key,
    person: demo.id('people', holder.number),
    heldAs: 'full-time-teacher',
    unit: demo.id('units', holder.faculty),
    organisation: `示例国际职业教育组织${(i % 7) + 1}（演示）`,
    country: COUNTRIES[i % COUNTRIES.length],
    post: ['专家委员', '理事', '技能竞赛裁判', '课程顾问'][i % 4],
    startOn: dayBetween(random, '2019-10-01', '2022-06-30'),
    endOn: null,
    ...rest,
  })
  const posts = [
    ...holders.map((holder, i) => post(`Q${serial(i + 1)}`, holder, i)),
    post('Q22', holders[0]!, 3, { startOn: '2023-01-10' }),
    post('Q23', holders[5]!, 6, { startOn: '2022-11-01' }),
    post('Q24', { faculty: 'design', number: teachersOf('design')[40]! }, 2, { endOn: '2022-12-31' }),
    post('Q25', { faculty: 'mechanical', number: 'T0919' }, 1, { heldAs: 'administrator' }),
    post('Q26', { faculty: 'chemistry', number: teachersOf('chemistry')[30]! }, 5, {
      startOn: '2023-05-01',
      $state: 'submitted',
    }),
  ]
  return [
    { register: 'foreign-students', rows: foreignStudents(demo) },
    { register: 'visiting-teachers', rows: visitingTeachers(demo) },
    { register: 'adopted-standards', rows: adoptedStandards(demo) },
    {
      register: 'overseas-schools',
      rows: [
        {
          $key: 'O1',
          name: '老挝海外分院（演示）',
          country: 'laos',
          host: '示例老挝技术学院（演示）',
          mode: 'joint',
          unit: demo.id('units', 'international'),
          openedOn: '2022-09-12',
          closedOn: null,
        },
      ],
    },
    {
      register: 'overseas-school-majors',
      rows: [
        {
          $key: 'O1-2023',
          edition: '2023',
          school: demo.id('overseas-schools', 'O1'),
          majorName: '汽车检测与维修',
          major: demo.id('majors', '汽车检测与维修技术'),
          unit: demo.id('units', 'automotive'),
          students: 16,
          newStudents: 16,
          teachersSent: 2,
        },
      ],
    },
    { register: 'joint-programmes', rows: programmes },
    { register: 'joint-programme-enrolments', rows: enrolments },
    { register: 'overseas-assignments', rows: assignments },
    { register: 'overseas-posts', rows: posts },
  ]
}

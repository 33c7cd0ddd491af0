import { FACULTIES, type Faculty } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { facultyOfMajor, majorNames } from './majors.ts'
import { MAJORS, teachersOf } from './partnership.ts'
import { dayBetween, shares } from './shares.ts'

/**
 * Courses, certificates they lead to, and teaching resources.
 *
 * Keys for other parts (demo.id):
 *   courses                  'K0001'…'K1465' in plans; 'K1466'…'K1485' dropped
 *   certificate-schemes      its name, e.g. '数控车铣加工'
 *   online-courses           'OC001'…'OC137' · online-course-runs '<course>/<period>'
 *   resource-libraries       'RL01'…'RL10' · virtual-simulation-bases 'VS01'…'VS14'
 */

const COURSES = 1465
const COURSE_HOURS = 203563
const CERTIFICATE_COURSES = 263
const CERTIFICATE_HOURS = 24633
const ONLINE_TAUGHT = 256
const ONLINE_TAUGHT_HOURS = 20816
/** Half a year at an enterprise: 24 weeks of 20 hours. */
const INTERNSHIP_HOURS = 480
const ONLINE_COURSE_HOURS = 18873
/** 57,893 ÷ 137 prints 422.58. */
const ONLINE_LEARNERS = 57893

/** What each faculty teaches: names of courses as any college of the kind has them. */
export const SUBJECTS: Readonly<Record<Faculty, readonly string[]>> = {
  mechanical:
    '机械制图 公差配合与测量技术 机械设计基础 工程材料与热处理 液压与气压传动 数控编程与加工 计算机辅助设计 机械制造工艺 冲压模具设计 塑料模具设计 模具制造工艺 工业机器人编程 自动生产线安装与调试 可编程控制器应用 传感器技术 智能控制系统 精密测量技术 逆向工程与三维打印 多轴加工技术 数控机床维护 夹具设计 生产现场管理'.split(
      ' ',
    ),
  automotive:
    '汽车构造 汽车电工电子 汽车材料 发动机维修 底盘维修 自动变速器维修 汽车电气设备维修 汽车空调检修 新能源汽车构造 动力电池管理 驱动电机及控制 充电系统检修 智能网联汽车技术 车载网络技术 汽车检测与诊断 汽车性能评价 汽车车身修复 汽车涂装 汽车营销实务 汽车保险与理赔 汽车制造工艺 汽车装配与调试'.split(
      ' ',
    ),
  electronic:
    '电路分析 模拟电子技术 数字电子技术 单片机应用 嵌入式系统开发 传感器与检测 无线通信技术 物联网系统集成 射频识别技术 电子产品装配 印制电路板设计 集成电路测试 工业互联网组网 边缘计算应用 移动应用开发 数据采集与处理 智能家居系统 电子测量 通信原理 卫星导航应用 工业现场总线 物联网安全'.split(
      ' ',
    ),
  ai: '程序设计基础 面向对象程序设计 数据结构 数据库技术 操作系统应用 计算机网络 网页前端开发 后端开发技术 软件测试 大数据平台搭建 数据分析与可视化 机器学习应用 深度学习框架 云计算平台运维 软件定义网络 网络设备配置 信息安全基础 网络攻防 渗透测试 人工智能导论 软件工程 虚拟现实开发'.split(
    ' ',
  ),
  economics:
    '基础会计 财务会计 成本计算与管理 管理会计 税法与纳税实务 财务报表分析 智能财税 经济学基础 市场营销 电子商务运营 跨境电商实务 网店美工 商务数据分析 供应链管理 仓储与配送 运输管理 国际贸易实务 报关实务 金融科技概论 客户关系管理 酒店服务 前厅运营'.split(
      ' ',
    ),
  design:
    '设计素描 设计色彩 构成基础 图形设计 字体与版式 广告策划 品牌设计 包装设计 界面设计 数字摄影 短视频制作 动画制作 三维建模 室内设计原理 家具设计 装饰材料与构造 环境设计 产品设计 人机工程 设计表现技法 交互设计 文创产品开发'.split(
      ' ',
    ),
  electrical:
    '电工技术 电气控制 变频及伺服应用 交直流调速 机电设备维修 机电一体化系统 轨道交通概论 轨道车辆构造 机车制动系统 轨道信号基础 供配电技术 站台门检修 铁道机车检修 民航概论 客舱服务 航空安全 航空货运 地勤服务 电机与拖动 组态技术 检测技术 设备管理'.split(
      ' ',
    ),
  chemistry:
    '无机化学 有机化学 分析化学 物理化学 化工原理 化工单元操作 化工安全 仪器分析 药物化学 药理学基础 药物制剂 药品质量管理 药品检验 生物制药 发酵技术 医疗器械概论 医疗器械检测 医用电子仪器 化工设备 环境监测 化学品管理 药事法规'.split(
      ' ',
    ),
  construction:
    '建筑制图 建筑材料 建筑力学 建筑构造 工程测量 地基基础 混凝土结构 钢结构 建筑施工技术 施工组织与管理 工程计量与计价 建筑信息模型应用 招投标与合同管理 道路工程 桥梁工程 工程质量检测 装配式建筑施工 智能建造技术 施工安全 工程监理 建筑设备 市政工程'.split(
      ' ',
    ),
}

/** Certificate schemes by the faculty whose students gain them: keys of `certificate-schemes`. */
export const CERTIFICATES: Readonly<Record<Faculty, readonly string[]>> = {
  mechanical:
    '数控车铣加工 多轴数控加工 精密数控加工 工业机器人操作与运维 工业机器人应用编程 机械产品三维模型设计'.split(' '),
  automotive: ['汽车运用与维修', '智能新能源汽车', '新能源汽车装调与测试', '智能网联汽车检测与运维'],
  electronic: ['物联网智能家居系统集成和应用', '传感网应用开发', '集成电路开发与测试', '物联网工程实施与运维'],
  ai: ['Web前端开发', '云计算平台运维与开发', '大数据平台运维', '网络系统建设与运维', '网络安全评估'],
  economics: ['财务数字化应用', '智能财税', '电子商务数据分析', '物流管理', '前厅运营管理', '跨境电商B2B数据运营'],
  design: ['数字创意建模', '界面设计', '室内设计', '数字媒体交互设计'],
  electrical: ['轨道交通电气设备装调', '智能线运行与维护', '空中乘务'],
  chemistry: ['化工精馏安全控制', '药物制剂生产', '药品购销'],
  construction: '建筑信息模型（BIM） 建筑工程识图 工程造价数字化应用 装配式建筑构件制作与安装 路桥工程无损检测'.split(
    ' ',
  ),
}

const GENERAL: Readonly<Record<string, readonly string[]>> = {
  marxism:
    '思想道德与法治 毛泽东思想和中国特色社会主义理论体系概论 习近平新时代中国特色社会主义思想概论 形势与政策 党史专题 国家安全教育'.split(
      ' ',
    ),
  'physical-education': ['体育与健康一', '体育与健康二', '体育与健康三', '军事理论', '军事技能'],
  general:
    '大学英语一 大学英语二 高等数学 工程数学 大学语文 应用文写作 职业生涯规划 就业指导 创新创业基础 心理健康教育 劳动教育 信息技术基础 艺术欣赏 音乐鉴赏 书法 影视鉴赏 中华优秀传统文化 工业文化概论 数学建模 演讲与口才'.split(
      ' ',
    ),
}

/** Key of the course that is the nth of `plannedCourses`, from 1. */
export const courseKey = (n: number) => `K${String(n).padStart(4, '0')}`
const two = (n: number) => String(n).padStart(2, '0')
const three = (n: number) => String(n).padStart(3, '0')

export const coursesDemo: DemoPart = (demo) => [
  {
    register: 'certificate-schemes',
    rows: FACULTIES.flatMap((faculty) => CERTIFICATES[faculty]).map((name, i) => ({
      $key: name,
      number: `X${three(i + 1)}`,
      name,
      kind: 'one-plus-x',
      levels: i % 3 === 0 ? ['elementary', 'intermediate', 'advanced'] : ['elementary', 'intermediate'],
      topLevel: i % 3 === 0 ? 'advanced' : 'intermediate',
      issuer: '示例培训评价组织（演示）',
      issuerCode: 'DEMO-ISSUER-01',
      assessedHere: i % 2 === 0,
      from: i < 25 ? '2020-03-01' : '2021-09-01',
      until: null,
    })),
  },
  { register: 'courses', rows: courseRows(demo) },
  { register: 'online-courses', rows: onlineCourseRows(demo) },
  { register: 'online-course-runs', rows: onlineCourseRunRows(demo) },
  { register: 'resource-libraries', rows: libraryRows(demo) },
  { register: 'virtual-simulation-bases', rows: baseRows(demo) },
]

export interface Planned {
  readonly name: string
  readonly unit: string
  readonly faculty: Faculty | null
  readonly major: string | null
  readonly kind: 'general' | 'foundation' | 'core' | 'extension' | 'practice'
}

const INTERNSHIP = '岗位实习'
const isInternship = (course: Planned) => course.name === INTERNSHIP

/** Every course in plans: the general ones, then as many of each major as fill the number. */
export function plannedCourses(): Planned[] {
  const general = Object.entries(GENERAL).flatMap(([unit, names]) =>
    names.map((name): Planned => ({ name, unit, faculty: null, major: null, kind: 'general' })),
  )
  const majors = majorNames.map((major) => ({ faculty: facultyOfMajor.get(major)!, major }))
  const perMajor = COURSES - general.length
  const kinds = ['foundation', 'foundation', 'core', 'core', 'core', 'extension'] as const
  const planned = majors.flatMap(({ faculty, major }, m) => {
    const size = Math.floor(perMajor / majors.length) + (m < perMajor % majors.length ? 1 : 0)
    const subjects = SUBJECTS[faculty]
    return Array.from({ length: size }, (_, i): Planned => {
      if (i === 0) return { name: INTERNSHIP, unit: faculty, faculty, major, kind: 'practice' }
      const subject = subjects[(i - 1 + m) % subjects.length]!
      const isPractice = i > subjects.length
      return {
        name: isPractice ? `${subject}综合实训` : subject,
        unit: faculty,
        faculty,
        major,
        kind: isPractice ? 'practice' : kinds[i % kinds.length]!,
      }
    })
  })
  return [...general, ...planned]
}

function courseRows(demo: DemoContext): DemoRow[] {
  const planned = plannedCourses()
  const random = demo.random('courses')
  // Courses of majors that are not practice lead to certificates or are taught online, never both here.
  const eligible = random.shuffle(
    planned.flatMap((course, i) => (course.major && course.kind !== 'practice' ? [i] : [])),
  )
  const towards = new Set(eligible.slice(0, CERTIFICATE_COURSES))
  const online = new Set(eligible.slice(CERTIFICATE_COURSES, CERTIFICATE_COURSES + ONLINE_TAUGHT))
  const hoursOfTowards = shares(random, CERTIFICATE_HOURS, CERTIFICATE_COURSES, 32, 2)
  const hoursOfOnline = shares(random, ONLINE_TAUGHT_HOURS, ONLINE_TAUGHT, 24, 2)
  const internships = planned.filter(isInternship).length
  const hoursOfOthers = shares(
    random,
    COURSE_HOURS - CERTIFICATE_HOURS - ONLINE_TAUGHT_HOURS - internships * INTERNSHIP_HOURS,
    COURSES - CERTIFICATE_COURSES - ONLINE_TAUGHT - internships,
    32,
    2,
  )
  const course = (facts: Planned, n: number, hours: number, more: object = {}): DemoRow => {
    const own = demo.random(`courses/${n}`)
    const form = facts.kind === 'practice' ? 'practice' : facts.kind === 'general' ? 'theory' : 'mixed'
    const theoryHours = form === 'practice' ? 0 : form === 'theory' ? hours : Math.floor(hours / 2)
    return {
      $key: courseKey(n),
      code: courseKey(n),
      name: facts.name,
      unit: demo.id('units', facts.unit),
      major: facts.major === null ? null : demo.id('majors', facts.major),
      kind: facts.kind,
      form,
      nature: facts.kind === 'extension' ? 'limited' : 'compulsory',
      requirement: facts.kind === 'extension' ? 'major-elective' : 'required',
      theoryHours,
      practiceHours: hours - theoryHours,
      hours,
      certificate: null,
      certified: false,
      taughtOnline: false,
      withEnterprise: facts.major !== null && own.between(1, 5) === 1,
      ideologicalModel: own.between(1, 27) === 1,
      leader: demo.id('people', own.pick(teachersOf(facts.unit))),
      inPlansFrom: own.between(1, 20) === 1 ? '2022-09-01' : '2020-09-01',
      inPlansUntil: null,
      ...forTheStandard(demo, facts, n, hours - theoryHours),
      ...more,
    }
  }
  const rows = planned.map((facts, i) => {
    if (towards.has(i)) {
      const scheme = demo.random(`courses/certificate/${i}`).pick(CERTIFICATES[facts.faculty!])
      return course(facts, i + 1, hoursOfTowards.pop()!, {
        certificate: demo.id('certificate-schemes', scheme),
        certified: true,
      })
    }
    if (online.has(i))
      return course(facts, i + 1, hoursOfOnline.pop()!, {
        taughtOnline: true,
        onlineAddress: `https://mooc.example.edu.cn/course/${courseKey(i + 1)}`,
      })
    return course(facts, i + 1, isInternship(facts) ? INTERNSHIP_HOURS : hoursOfOthers.pop()!)
  })
  // Twenty courses left the plans before either edition's last day.
  for (let i = 0; i < 20; i++)
    rows.push(
      course({ ...planned[60 + i * 40]!, kind: 'extension' }, COURSES + i + 1, 48, {
        inPlansFrom: '2018-09-01',
        inPlansUntil: '2022-07-31',
      }),
    )
  return rows
}

const GENERAL_CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/思想|形势|党史|国家安全/, 'ideology-and-politics'],
  [/语文|写作|演讲/, 'chinese'],
  [/数学/, 'mathematics'],
  [/英语/, 'english'],
  [/劳动/, 'labour'],
  [/信息技术/, 'information-technology'],
  [/军事/, 'military'],
  [/心理/, 'psychology'],
  [/体育/, 'physical-education'],
]

/** What only the national standard asks about a course. */
function forTheStandard(demo: DemoContext, facts: Planned, n: number, practiceHours: number): object {
  const own = demo.random(`courses/more/${n}`)
  return {
    generalCategory:
      facts.kind === 'general'
        ? (GENERAL_CATEGORIES.find(([pattern]) => pattern.test(facts.name))?.[1] ?? 'other')
        : null,
    qualityLevel: own.between(1, 15) === 1 ? own.pick(['provincial', 'college', 'college']) : 'none',
    simulationHours: facts.major !== null && own.between(1, 6) === 1 ? Math.min(8, practiceHours) : 0,
    contests: facts.kind === 'core' && own.between(1, 12) === 1 ? '全国职业院校技能大赛' : null,
    resources: ['courseware', own.pick(['media', 'cases', 'online-course', 'teaching-software'])],
  }
}

const onlineKey = (n: number) => `OC${three(n)}`

/**
 * A course may hold several levels: 6 national ones are provincial too, 2 of the other provincial ones are college
 * courses too. So 137 courses are 6 + 29 + 110 by level. The national ones and 34 of the college ones are connected.
 */
function levelsOfOnline(n: number): { readonly levels: readonly string[]; readonly connected: boolean } {
  if (n <= 6) return { levels: ['national', 'provincial'], connected: true }
  if (n <= 8) return { levels: ['provincial', 'college'], connected: false }
  if (n <= 29) return { levels: ['provincial'], connected: false }
  return { levels: ['college'], connected: n <= 63 }
}
const isNewNational = (n: number) => n <= 6
/** Recognised in the school year: the six national ones together, and twelve of the college's own; 119 were before. */
const isNewOnline = (n: number) => isNewNational(n) || n > 125

function onlineCourseRows(demo: DemoContext): DemoRow[] {
  const hours = shares(demo.random('online-courses'), ONLINE_COURSE_HOURS, 137, 48, 2)
  const row = (n: number, levels: readonly string[], connected: boolean, length: number, state?: string): DemoRow => {
    const faculty = FACULTIES[n % FACULTIES.length]!
    const random = demo.random(`online-courses/${n}`)
    return {
      $key: onlineKey(n),
      ...(state === undefined ? {} : { $state: state }),
      name: SUBJECTS[faculty][Math.floor(n / FACULTIES.length)],
      unit: demo.id('units', faculty),
      leader: demo.id('people', random.pick(teachersOf(faculty))),
      course: null,
      levels,
      recognisedOn: isNewNational(n)
        ? '2022-12-30'
        : isNewOnline(n)
          ? '2023-05-20'
          : dayBetween(random, '2018-03-01', '2022-06-30'),
      hours: length,
      platform: random.pick(['智慧职教', '学银在线', '智慧树']),
      onNationalPlatform: connected,
      withdrawnOn: null,
    }
  }
  return [
    ...hours.map((length, i) => {
      const { levels, connected } = levelsOfOnline(i + 1)
      return row(i + 1, levels, connected, length)
    }),
    row(138, ['college'], false, 64, 'submitted'),
    row(139, ['college'], false, 72, 'submitted'),
    row(140, ['college'], false, 48, 'draft'),
  ]
}

function onlineCourseRunRows(demo: DemoContext): DemoRow[] {
  const row = (n: number, period: string, learners: number): DemoRow => ({
    $key: `${onlineKey(n)}/${period}`,
    code: `${onlineKey(n)}-${period}`,
    course: demo.id('online-courses', onlineKey(n)),
    period,
    learners,
    interactions: learners * 6,
  })
  const now = shares(demo.random('online-course-runs/2023'), ONLINE_LEARNERS, 137, 60)
  const courses = Array.from({ length: 137 }, (_, i) => i + 1).filter((n) => !isNewOnline(n))
  const before = shares(demo.random('online-course-runs/2022'), 46500, courses.length, 60)
  return [
    ...now.map((learners, i) => row(i + 1, '2023', learners)),
    ...before.map((learners, i) => row(courses[i]!, '2022', learners)),
  ]
}

function libraryRows(demo: DemoContext): DemoRow[] {
  const libraries: readonly (readonly [Faculty, string, readonly string[], boolean])[] = [
    ['design', '广告艺术设计', ['national', 'provincial', 'college'], true],
    ['mechanical', '模具设计与制造', ['national', 'provincial', 'college'], true],
    ['automotive', '汽车检测与维修技术', ['provincial', 'college'], true],
    ['ai', '软件技术', ['provincial', 'college'], true],
    ['economics', '大数据与会计', ['college'], true],
    ['electronic', '物联网应用技术', ['college'], true],
    ['construction', '建筑工程技术', ['college'], true],
    ['chemistry', '药品生产技术', ['college'], true],
    ['mechanical', '数控技术', ['provincial'], false],
    ['electrical', '机电一体化技术', ['provincial'], false],
  ]
  const row = (
    n: number,
    [faculty, major, levels, connected]: (typeof libraries)[number],
    recognisedOn: string,
    state?: string,
  ): DemoRow => {
    const random = demo.random(`resource-libraries/${n}`)
    return {
      $key: `RL${two(n)}`,
      ...(state === undefined ? {} : { $state: state }),
      name: `${major}专业教学资源库`,
      unit: demo.id('units', faculty),
      major: demo.id('majors', major),
      leader: demo.id('people', random.pick(teachersOf(faculty))),
      levels,
      recognisedOn,
      onNationalPlatform: connected,
      resources: random.between(3000, 20000),
      users: random.between(2000, 48000),
    }
  }
  return [
    ...libraries.map((library, i) => row(i + 1, library, i < 8 ? '2019-11-20' : '2023-04-18')),
    row(11, ['ai', '大数据技术', ['college'], false], '2023-07-10', 'submitted'),
    row(12, ['automotive', '新能源汽车技术', ['college'], false], '2023-08-20', 'draft'),
  ]
}

function baseRows(demo: DemoContext): DemoRow[] {
  const row = (n: number, level: string, connected: boolean, state?: string): DemoRow => {
    const faculty = FACULTIES[n % FACULTIES.length]!
    const majors = MAJORS[faculty]
    const major = majors[Math.floor(n / FACULTIES.length) % majors.length]!
    const random = demo.random(`virtual-simulation-bases/${n}`)
    return {
      $key: `VS${two(n)}`,
      ...(state === undefined ? {} : { $state: state }),
      name: `${major}虚拟仿真实训基地`,
      unit: demo.id('units', faculty),
      major: demo.id('majors', major),
      leader: demo.id('people', random.pick(teachersOf(faculty))),
      levels: [level],
      recognisedOn: n <= 12 ? dayBetween(random, '2019-09-01', '2022-06-30') : '2023-03-15',
      onNationalPlatform: connected,
      resources: random.between(20, 180),
      seats: random.between(30, 120),
    }
  }
  return [
    row(1, 'national', true),
    row(2, 'provincial', false),
    ...Array.from({ length: 12 }, (_, i) => row(i + 3, 'college', true)),
    row(15, 'college', false, 'submitted'),
  ]
}

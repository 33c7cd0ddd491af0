import { FACULTIES, type Faculty, TEACHERS, staffNumber, staffNumbersOf } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { madeUpCreditCode } from './credit-code.ts'
import { dayBetween, daysAfter, shares, yuan } from './shares.ts'

/**
 * Partners, agreements, industry colleges, apprenticeships and alliances. Every enterprise is invented and says so.
 *
 * Keys for other parts (demo.id):
 *   partners                 'P001'…'P190': P001–P030 large enterprises, P031–P170 medium and small ones, P171–P190 others
 *   partnership-agreements   'A001'…
 *   industry-colleges        'C01'…'C12' · apprenticeship-programmes 'AP01'… · industry-alliances 'AL01'…
 * Ask `partnersOf(faculty)` and `smallPartners` instead of repeating this.
 */

/** What enterprises a faculty works with: line of business and section of GB/T 4754. */
const BUSINESS: Readonly<Record<Faculty, readonly (readonly [string, string])[]>> = {
  mechanical: [
    ['精密机械', 'manufacturing'],
    ['数控装备', 'manufacturing'],
    ['模具', 'manufacturing'],
    ['智能装备', 'manufacturing'],
  ],
  automotive: [
    ['汽车零部件', 'manufacturing'],
    ['新能源汽车', 'manufacturing'],
    ['电驱系统', 'manufacturing'],
    ['汽车检测', 'science'],
  ],
  electronic: [
    ['物联网科技', 'information'],
    ['半导体材料', 'manufacturing'],
    ['电子仪器', 'manufacturing'],
  ],
  ai: [
    ['软件', 'information'],
    ['数据服务', 'information'],
    ['信息安全', 'information'],
    ['云计算', 'information'],
  ],
  economics: [
    ['供应链管理', 'transport'],
    ['电子商务', 'trade'],
    ['酒店管理', 'hospitality'],
    ['财税咨询', 'business'],
  ],
  design: [
    ['数字创意', 'culture'],
    ['装饰设计', 'construction'],
    ['文化传媒', 'culture'],
  ],
  electrical: [
    ['轨道交通设备', 'manufacturing'],
    ['机电工程', 'construction'],
    ['航空服务', 'transport'],
  ],
  chemistry: [
    ['制药', 'manufacturing'],
    ['新材料', 'manufacturing'],
    ['检验检测', 'science'],
  ],
  construction: [
    ['建设工程', 'construction'],
    ['装配式建筑', 'construction'],
    ['工程咨询', 'science'],
  ],
}
const FANCY = [...'启明远山长汀云岭松涛晴川朗月青峰归帆望江']
const REGIONS = ['500112', '500109', '500107', '500113', '500118', '510100', '510700', '330100', '440300', '310115']
const OTHERS = [
  ['示例职业教育中心（演示）', 'public-institution'],
  ['示例区人力资源和社会保障局（演示）', 'government'],
  ['示例机械行业协会（演示）', 'social-organisation'],
  ['示例县农业农村局（演示）', 'government'],
  ['示例职业技术学院（演示）', 'public-institution'],
] as const

export interface Partner {
  readonly key: string
  readonly name: string
  readonly faculty: Faculty
  readonly kind:
    | 'state-owned'
    | 'other-enterprise'
    | 'foreign-invested'
    | 'public-institution'
    | 'government'
    | 'social-organisation'
  readonly size: 'huge' | 'large' | 'medium' | 'small' | 'micro' | null
  readonly industry: string
}

const partnerKey = (n: number) => `P${String(n).padStart(3, '0')}`

export const PARTNERS: readonly Partner[] = Array.from({ length: 190 }, (_, i): Partner => {
  const faculty = FACULTIES[i % FACULTIES.length]!
  const key = partnerKey(i + 1)
  if (i >= 170) {
    const [name, kind] = OTHERS[i % OTHERS.length]!
    const order = ['一', '二', '三', '四'][Math.floor((i - 170) / OTHERS.length)]!
    return {
      key,
      name: name.replace('示例', `示例${order}`),
      faculty,
      kind,
      size: null,
      industry: kind === 'public-institution' ? 'education' : 'administration',
    }
  }
  const business = BUSINESS[faculty]
  const [line, industry] = business[Math.floor(i / FACULTIES.length) % business.length]!
  const word = `${FANCY[i % FANCY.length]}${FANCY[(i * 7 + Math.floor(i / FANCY.length)) % FANCY.length]}`
  return {
    key,
    name: `示例${word}${line}${i < 30 ? '集团股份' : ''}有限公司（演示）`,
    faculty,
    kind:
      i < 30
        ? i % 3 === 0
          ? 'state-owned'
          : 'other-enterprise'
        : i % 23 === 0
          ? 'foreign-invested'
          : 'other-enterprise',
    size: i < 5 ? 'huge' : i < 30 ? 'large' : (['medium', 'small', 'small', 'micro'] as const)[i % 4]!,
    industry,
  }
})

/** Enterprises that work with a faculty. */
export const partnersOf = (faculty: Faculty): readonly Partner[] =>
  PARTNERS.filter((partner) => partner.faculty === faculty && partner.size !== null)
/** Medium, small and micro enterprises. */
export const smallPartners = PARTNERS.filter((partner) => ['medium', 'small', 'micro'].includes(partner.size ?? ''))

/** Full-time teachers of a unit. */
export const teachersOf = (unit: string): string[] =>
  staffNumbersOf(unit).filter((number) => number <= staffNumber(TEACHERS))

/** The majors of each faculty that these records speak of. */
export const MAJORS: Readonly<Record<Faculty, readonly string[]>> = {
  mechanical: ['机械设计与制造', '模具设计与制造', '数控技术', '工业机器人技术', '智能控制技术'],
  automotive: ['汽车检测与维修技术', '新能源汽车技术', '汽车制造与试验技术', '智能网联汽车技术'],
  electronic: ['物联网应用技术', '应用电子技术', '工业互联网技术'],
  ai: ['软件技术', '大数据技术', '计算机网络技术'],
  economics: ['大数据与会计', '电子商务', '现代物流管理', '酒店管理与数字化运营'],
  design: ['广告艺术设计', '室内艺术设计', '工业设计'],
  electrical: ['机电一体化技术', '城市轨道交通机电技术', '机电设备技术'],
  chemistry: ['药品生产技术', '医疗器械维护与管理'],
  construction: ['建筑工程技术', '工程造价', '智能建造技术'],
}

/** In force at 31 August 2023: agreements with 107 partners. */
const AGREEMENT_PARTNERS = 107
const AGREEMENT_KINDS = [
  'strategic',
  'order-class',
  'training-base',
  'internship',
  'internship',
  'research',
  'training',
] as const
const AGREEMENT_NAMES: Readonly<Record<string, string>> = {
  strategic: '战略合作协议',
  'order-class': '订单培养协议',
  'training-base': '共建实训基地协议',
  internship: '实习就业基地协议',
  research: '共建技术中心协议',
  training: '职工培训合作协议',
}

function agreements(demo: DemoContext): DemoRow[] {
  const random = demo.random('partnership/agreements')
  const rows: DemoRow[] = []
  const add = (partner: Partner, signedOn: string, validUntil: string, state?: 'draft' | 'submitted') => {
    const n = rows.length + 1
    const kind = partner.size === null ? 'strategic' : random.pick(AGREEMENT_KINDS)
    rows.push({
      $key: `A${String(n).padStart(3, '0')}`,
      ...(state ? { $state: state } : {}),
      number: `XQ${signedOn.slice(0, 4)}-${String(n).padStart(3, '0')}`,
      name: `${partner.name.replace('（演示）', '')}${AGREEMENT_NAMES[kind]}（演示）`,
      partner: demo.id('partners', partner.key),
      kind,
      unit: demo.id('units', partner.faculty),
      contactPerson: demo.id('people', random.pick(teachersOf(partner.faculty))),
      major: demo.id('majors', random.pick(MAJORS[partner.faculty])),
      signedOn,
      validUntil,
      orderStudents: kind === 'order-class' ? random.between(20, 60) : 0,
      courses: random.between(0, 6),
      textbooks: random.between(0, 2),
      partTimeTeachers: random.between(0, 4),
      interns: random.between(5, 60),
      graduates: random.between(0, 25),
      serviceIncome: kind === 'research' ? yuan(80_000 + n * 500) : null,
    })
  }
  for (const partner of PARTNERS.slice(0, AGREEMENT_PARTNERS)) {
    const signedOn = dayBetween(random, '2020-10-10', '2023-07-20')
    add(partner, signedOn, daysAfter(signedOn, 365 * 3 + random.between(0, 700)))
    if (random.between(1, 4) === 1) {
      const again = dayBetween(random, '2021-09-10', '2023-06-30')
      add(partner, again, daysAfter(again, 365 * 2 + random.between(30, 700)))
    }
  }
  // Agreements that ran out before the date: no partner of theirs counts any more.
  for (const partner of PARTNERS.slice(AGREEMENT_PARTNERS, AGREEMENT_PARTNERS + 38)) {
    const signedOn = dayBetween(random, '2018-03-01', '2020-05-31')
    add(partner, signedOn, daysAfter(signedOn, 365 * 2 + random.between(0, 360)))
  }
  for (const [i, partner] of PARTNERS.slice(150, 155).entries())
    add(partner, daysAfter('2023-06-12', i * 9), '2026-08-31', i < 3 ? 'submitted' : 'draft')
  return rows
}

const COLLEGES: readonly (readonly [string, Faculty, string, 'national' | 'provincial' | 'college', string])[] = [
  ['智能制造产业学院', 'mechanical', '智能控制技术', 'provincial', '2019-05-20'],
  ['模具产业学院', 'mechanical', '模具设计与制造', 'college', '2020-06-18'],
  ['智能网联汽车产业学院', 'automotive', '智能网联汽车技术', 'provincial', '2022-04-28'],
  ['汽车后市场产业学院', 'automotive', '汽车检测与维修技术', 'college', '2019-11-15'],
  ['工业互联网产业学院', 'electronic', '工业互联网技术', 'provincial', '2020-09-16'],
  ['软件与信息服务产业学院', 'ai', '软件技术', 'provincial', '2019-12-06'],
  ['跨境电商产业学院', 'economics', '电子商务', 'college', '2021-03-25'],
  ['数字创意产业学院', 'design', '广告艺术设计', 'provincial', '2020-10-22'],
  ['轨道交通装备产业学院', 'electrical', '城市轨道交通机电技术', 'college', '2021-06-10'],
  ['生物医药产业学院', 'chemistry', '药品生产技术', 'college', '2021-10-19'],
  ['智能建造产业学院', 'construction', '智能建造技术', 'college', '2022-11-08'],
]

function industryColleges(demo: DemoContext): DemoRow[] {
  const random = demo.random('partnership/industry-colleges')
  const row = ([name, faculty, major, level, foundedOn]: (typeof COLLEGES)[number], i: number): DemoRow => ({
    $key: `C${String(i + 1).padStart(2, '0')}`,
    name: `${name}（演示）`,
    partner: demo.id('partners', partnersOf(faculty)[i % 3]!.key),
    ownership: i % 4 === 3 ? 'agreement' : 'mixed',
    level,
    unit: demo.id('units', faculty),
    major: demo.id('majors', major),
    foundedOn,
    closedOn: null,
    students: random.between(90, 420),
    enterpriseInvestment: yuan(random.between(8, 60) * 100_000),
  })
  return [
    ...COLLEGES.map(row),
    {
      ...row(['数字商贸产业学院', 'economics', '现代物流管理', 'college', '2018-09-12'], 11),
      closedOn: '2021-08-31',
      students: 0,
    },
  ]
}

function apprenticeships(demo: DemoContext): DemoRow[] {
  const random = demo.random('partnership/apprenticeships')
  const rows: DemoRow[] = []
  const add = (faculty: Faculty, major: string, startedOn: string, endedOn: string | null, state?: 'submitted') => {
    const n = rows.length + 1
    const apprentices = random.between(18, 46)
    rows.push({
      $key: `AP${String(n).padStart(2, '0')}`,
      ...(state ? { $state: state } : {}),
      name: `${major}现代学徒制 ${startedOn.slice(0, 4)} 级`,
      major: demo.id('majors', major),
      partner: demo.id('partners', partnersOf(faculty)[n % 4]!.key),
      unit: demo.id('units', faculty),
      level:
        major === '汽车检测与维修技术' || major === '汽车制造与试验技术'
          ? 'national'
          : n % 6 === 0
            ? 'provincial'
            : 'college',
      mode: random.pick(['3+2', '0.5+0.5', '1+1', '2+1']),
      startedOn,
      endedOn,
      apprentices,
      masters: Math.ceil(apprentices / 5),
      tutors: Math.ceil(apprentices / 12),
    })
  }
  // 22 majors: at most three of each faculty, beginning with the first.
  const running = [0, 1, 2]
    .flatMap((place) =>
      FACULTIES.flatMap((faculty) => (MAJORS[faculty][place] ? [[faculty, MAJORS[faculty][place]] as const] : [])),
    )
    .slice(0, 22)
  running.forEach(([faculty, major], i) => add(faculty, major, i % 3 === 0 ? '2021-09-06' : '2022-09-05', null))
  for (const [faculty, major] of running.slice(0, 4)) add(faculty, major, '2020-09-07', '2023-06-30')
  // Ended before the school year began.
  for (const [faculty, major] of running.slice(4, 9)) add(faculty, major, '2019-09-02', '2022-06-30')
  add('automotive', '智能网联汽车技术', '2023-03-01', null, 'submitted')
  return rows
}

const ALLIANCES = [
  ['示例智能网联新能源汽车市域产教联合体', 'city-consortium', 'lead', 'manufacturing', 'automotive', '2023-05-18'],
  [
    '示例智能网联汽车测试评价行业产教融合共同体',
    'industry-community',
    'lead',
    'manufacturing',
    'automotive',
    '2023-07-06',
  ],
  ['示例新一代电子信息行业产教融合共同体', 'industry-community', 'lead', 'information', 'electronic', '2023-07-20'],
  ['示例智能检测装备行业产教融合共同体', 'industry-community', 'lead', 'manufacturing', 'mechanical', '2023-08-10'],
  ['示例基础化工行业产教融合共同体', 'industry-community', 'lead', 'manufacturing', 'chemistry', '2023-08-12'],
  ['示例汽车模具行业产教融合共同体', 'industry-community', 'lead', 'manufacturing', 'mechanical', '2023-06-29'],
  ['示例软件与信息服务行业产教融合共同体', 'industry-community', 'lead', 'information', 'ai', '2023-08-22'],
  ['示例工业数字技术行业产教融合共同体', 'industry-community', 'lead', 'information', 'electronic', '2023-08-24'],
  ['示例现代物流行业产教融合共同体', 'industry-community', 'member', 'transport', 'economics', '2023-08-16'],
  ['示例装备制造职业教育集团', 'education-group', 'lead', 'manufacturing', 'mechanical', '2012-11-20'],
  ['示例跨区域职业教育协同发展联盟', 'education-group', 'lead', 'education', 'mechanical', '2020-05-15'],
] as const satisfies readonly (readonly [string, string, string, string, Faculty, string])[]

export const partnershipDemo: DemoPart = (demo) => {
  const random = demo.random('partnership/partners')
  const donations = shares(random, 7_525_600, 30, 10_000, 100)
  const partners: DemoRow[] = PARTNERS.map((partner, i) => ({
    $key: partner.key,
    creditCode: madeUpCreditCode(i + 1),
    name: partner.name,
    kind: partner.kind,
    size: partner.size,
    industry: partner.industry,
    region: REGIONS[i % 3 === 0 ? i % REGIONS.length : 0],
    leadingEnterprise: i < 30,
    integrationType: i < 12,
    since: dayBetween(random, '2012-03-01', '2020-06-30'),
    donated: i < 30 ? yuan(donations[i]!) : null,
    contact: demo.personName(random),
  }))
  const alliances: DemoRow[] = ALLIANCES.map(([name, kind, role, industry, faculty, foundedOn], i) => ({
    $key: `AL${String(i + 1).padStart(2, '0')}`,
    name: `${name}（演示）`,
    kind,
    role,
    industry,
    leadEnterprise: demo.id('partners', partnersOf(faculty)[0]!.key),
    unit: demo.id('units', faculty),
    foundedOn,
    endedOn: null,
    schools: random.between(18, 70),
    enterprises: random.between(30, 120),
  }))
  return [
    { register: 'partners', rows: partners },
    { register: 'partnership-agreements', rows: agreements(demo) },
    { register: 'industry-colleges', rows: industryColleges(demo) },
    { register: 'apprenticeship-programmes', rows: apprenticeships(demo) },
    { register: 'industry-alliances', rows: alliances },
  ]
}

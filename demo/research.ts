import { FACULTIES, type Faculty } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { PARTNERS, smallPartners, teachersOf } from './partnership.ts'
import { dayBetween, daysAfter, shares, yuan } from './shares.ts'

/**
 * Technical services, research, intellectual property, training, the senior university, community service.
 *
 * Keys for other parts (demo.id):
 *   technical-services     'S2018-001'…: year of signature and number · their payments 'SP<year>-<number>'
 *   research-projects      'R2019-001'… (year of approval) · research-payments 'RP<year>-<number>'
 *   intellectual-property  'I2019-invention-001' (year, kind, number) · ip-transfers 'X2022-01'…
 *   training-projects      'TR2022-001'… (year of the end) · training-payments 'TP<year>-<number>'
 *   senior-university-terms '2021-spring'… · community-services 'V2023-01'… (edition)
 */

const serial = (n: number, width = 3) => String(n).padStart(width, '0')

const TOPICS: Readonly<Record<Faculty, readonly string[]>> = {
  mechanical: ['精密零件夹具', '模具型腔', '数控加工工艺', '自动化装配线', '焊接工装', '机器人末端执行器'],
  automotive: ['动力电池包', '电驱总成', '车载传感器', '整车耐久试验', '制动系统', '车身轻量化件'],
  electronic: ['物联网网关', '无线传感节点', '晶圆加工单元', '嵌入式控制板', '能耗监测终端', '工业数据采集'],
  ai: ['设备预测性维护', '生产排程软件', '图像质检模型', '数据治理平台', '网络安全测评', '知识图谱'],
  economics: ['供应链成本', '跨境电商运营', '仓储布局', '财务共享流程', '门店服务标准', '物流路径'],
  design: ['产品外观', '展陈空间', '品牌视觉', '数字短片', '包装结构', '交互界面'],
  electrical: ['轨道车辆部件', '供电监测', '站台门控制', '机电联调', '航材库房', '电机驱动'],
  chemistry: ['药品中间体', '水质检测', '功能涂层', '废液处理', '检验方法', '医疗器械维护'],
  construction: ['钢结构节点', '再生骨料混凝土', '施工监测', '建筑信息模型', '装配式构件', '道路养护材料'],
}
const WORKS = ['development', 'consulting', 'service', 'testing'] as const
const WORK_NAMES = {
  development: '技术开发',
  consulting: '技术咨询',
  service: '技术服务',
  testing: '检测服务',
} as const

/** Contracts signed and money received, by calendar year. 2022 is published; the years before lead up to it. */
const SERVICES: Readonly<Record<number, { readonly signed: number; readonly received: number }>> = {
  2018: { signed: 58, received: 6_124_000 },
  2019: { signed: 74, received: 8_352_500 },
  2020: { signed: 89, received: 10_208_000 },
  2021: { signed: 118, received: 14_783_200 },
  2022: { signed: 147, received: 19_465_900 },
}
const BENEFITS: Readonly<Record<number, number>> = { 2021: 41_200_000, 2022: 55_000_000 }
/** Different small enterprises among the clients of a year: half as many as contracts. 2022: 74, "more than 70". */
const smallClients = (signed: number) => Math.round(signed / 2)

function technicalServices(demo: DemoContext): { services: DemoRow[]; payments: DemoRow[] } {
  const random = demo.random('research/technical-services')
  interface Draft {
    readonly key: string
    readonly faculty: Faculty
    readonly row: Record<string, unknown>
    paid: number
  }
  const contracts: Draft[] = []
  const payments: DemoRow[] = []
  let previous: Draft[] = []
  for (const [yearText, { signed, received }] of Object.entries(SERVICES)) {
    const year = Number(yearText)
    const clients = random.shuffle(smallPartners).slice(0, smallClients(signed))
    const large = PARTNERS.filter((partner) => partner.size === 'huge' || partner.size === 'large')
    const current = Array.from({ length: signed }, (_, i): Draft => {
      const client = i < clients.length ? clients[i]! : i % 3 === 0 ? random.pick(large) : random.pick(clients)
      const faculty = client.faculty
      const kind = random.pick(WORKS)
      const signedOn = dayBetween(random, `${year}-01-08`, `${year}-11-30`)
      const startOn = daysAfter(signedOn, random.between(0, 10))
      const endOn = daysAfter(startOn, random.between(60, 400))
      return {
        key: `S${year}-${serial(i + 1)}`,
        faculty,
        paid: 0,
        row: {
          number: `HX${year}-${serial(i + 1)}`,
          name: `${random.pick(TOPICS[faculty])}${WORK_NAMES[kind]}`,
          client: demo.id('partners', client.key),
          kind,
          activity: kind === 'development' ? 'development' : kind === 'consulting' ? 'application' : 'other-services',
          industry: client.industry,
          unit: demo.id('units', faculty),
          leader: demo.id('people', random.pick(teachersOf(faculty))),
          signedOn,
          startOn,
          endOn,
          completedOn: endOn < '2023-08-31' ? daysAfter(endOn, random.between(0, 20)) : null,
          registrationNumber: kind === 'development' ? `DEMO${year}${serial(i + 1, 4)}` : null,
          registeredOn: kind === 'development' ? daysAfter(signedOn, random.between(5, 30)) : null,
          teachers: random.between(2, 7),
          students: random.between(0, 12),
        },
      }
    })
    // Every contract of the year brings money at once, four in ten a second time, and a quarter of the last year's their rest.
    const arrivals = [
      ...current.map((contract) => ({
        contract,
        day: daysAfter(contract.row['signedOn'] as string, random.between(5, 28)),
      })),
      ...current
        .filter(() => random.between(1, 10) <= 4)
        .map((contract) => ({
          contract,
          day: dayBetween(random, contract.row['signedOn'] as string, `${year}-12-28`),
        })),
      ...previous
        .filter(() => random.between(1, 4) === 1)
        .map((contract) => ({ contract, day: dayBetween(random, `${year}-01-10`, `${year}-12-20`) })),
    ]
    const amounts = shares(random, received, arrivals.length, 3_000, 100)
    arrivals.forEach(({ contract, day }, i) => {
      const amount = amounts[i]!
      contract.paid += amount
      payments.push({
        $key: `SP${year}-${serial(i + 1)}`,
        voucher: `JZ${year}-H${serial(i + 1, 4)}`,
        service: demo.id('technical-services', contract.key),
        unit: demo.id('units', contract.faculty),
        receivedOn: day,
        amount: yuan(amount),
        year,
      })
    })
    contracts.push(...current)
    previous = current
  }
  const services = contracts.map((contract): DemoRow => {
    const owed = random.between(1, 10) <= 3 ? Math.ceil(contract.paid / 4 / 1000) * 1000 : 0
    return { $key: contract.key, ...contract.row, amount: yuan(contract.paid + owed) }
  })
  for (const [yearText, total] of Object.entries(BENEFITS)) {
    const year = Number(yearText)
    // What was delivered in one year is certified in the same or in the next.
    const certified = services.flatMap((service, i) =>
      String(service['number']).startsWith(`HX${year}`) && i % 3 === 0 ? [i] : [],
    )
    const amounts = shares(random, total, certified.length, 50_000, 10_000)
    certified.forEach((at, i) => {
      services[at] = {
        ...services[at]!,
        benefit: yuan(amounts[i]!),
        benefitConfirmedOn: dayBetween(random, `${year}-11-01`, `${year}-12-28`),
      }
    })
  }
  const waiting = ['draft', 'submitted', 'submitted', 'submitted'].map((state, i): DemoRow => {
    const client = smallPartners[i * 5]!
    return {
      $key: `S2022-W${i + 1}`,
      $state: state,
      number: `HX2022-W${i + 1}`,
      name: `${TOPICS[client.faculty][i]}技术服务`,
      client: demo.id('partners', client.key),
      kind: 'service',
      industry: client.industry,
      unit: demo.id('units', client.faculty),
      leader: demo.id('people', teachersOf(client.faculty)[i]!),
      signedOn: `2022-12-${serial(5 + i * 6, 2)}`,
      amount: yuan(60_000 + i * 25_000),
    }
  })
  payments.push(
    ...['submitted', 'submitted', 'draft'].map((state, i): DemoRow => {
      const contract = previous[i * 11]!
      return {
        $key: `SP2022-W${i + 1}`,
        $state: state,
        voucher: `JZ2022-HW${i + 1}`,
        service: demo.id('technical-services', contract.key),
        unit: demo.id('units', contract.faculty),
        receivedOn: `2022-12-${serial(20 + i * 4, 2)}`,
        amount: yuan(38_000 + i * 12_500),
        year: 2022,
      }
    }),
  )
  return { services: [...services, ...waiting], payments }
}

/** Projects approved by calendar year and level, and outside money received. */
const PROJECTS: Readonly<
  Record<
    number,
    { readonly national: number; readonly provincial: number; readonly municipal: number; readonly college: number }
  >
> = {
  2019: { national: 0, provincial: 48, municipal: 22, college: 40 },
  2020: { national: 0, provincial: 55, municipal: 25, college: 42 },
  2021: { national: 1, provincial: 63, municipal: 24, college: 45 },
  2022: { national: 1, provincial: 70, municipal: 28, college: 48 },
  2023: { national: 1, provincial: 76, municipal: 21, college: 36 },
}
const RESEARCH_MONEY: Readonly<Record<number, number>> = {
  2019: 5_126_000,
  2020: 6_018_500,
  2021: 7_345_000,
  2022: 8_562_000,
}
const OWN_MONEY: Readonly<Record<number, number>> = { 2021: 620_000, 2022: 685_000 }
const FUNDERS = {
  national: ['国家自然科学基金委员会'],
  provincial: ['省（市）科学技术局', '省（市）教育委员会', '省（市）社会科学界联合会'],
  municipal: ['市职业教育学会', '市教育科学规划领导小组办公室', '行业职业教育教学指导委员会'],
  college: ['学校'],
} as const

function research(demo: DemoContext): { projects: DemoRow[]; payments: DemoRow[] } {
  const random = demo.random('research/projects')
  const projects: DemoRow[] = []
  const payments: DemoRow[] = []
  interface Project {
    readonly key: string
    readonly unit: string
    readonly level: keyof typeof FUNDERS
  }
  let open: Project[] = []
  for (const [yearText, approved] of Object.entries(PROJECTS)) {
    const year = Number(yearText)
    const levels = (Object.keys(approved) as (keyof typeof approved)[]).flatMap((level) =>
      Array.from({ length: approved[level] }, () => level),
    )
    const current = levels.map((level, i): Project => {
      const faculty = FACULTIES[i % FACULTIES.length]!
      const unit = i % 11 === 10 ? 'marxism' : i % 13 === 12 ? 'general' : faculty
      const approvedOn =
        year === 2023
          ? dayBetween(random, '2023-03-01', '2023-12-15')
          : dayBetween(random, `${year}-03-01`, `${year}-12-10`)
      const field =
        unit === 'marxism'
          ? 'social'
          : i % 3 === 1
            ? 'teaching'
            : i % 3 === 2 && faculty === 'economics'
              ? 'social'
              : 'natural'
      const key = `R${year}-${serial(i + 1)}`
      const plannedEndOn = daysAfter(approvedOn, 365 * random.between(1, 3))
      projects.push({
        $key: key,
        number: `ZX${year}-${serial(i + 1)}`,
        name:
          field === 'natural'
            ? `${random.pick(TOPICS[faculty])}关键技术研究`
            : field === 'teaching'
              ? `面向${random.pick(TOPICS[faculty])}岗位的教学改革研究`
              : `职业院校学生成长规律研究（${serial(i + 1)}）`,
        level,
        // One major and nine key projects were approved at provincial level in 2023.
        weight:
          level === 'provincial' ? (i === 1 ? 'major' : i < 11 ? 'key' : i % 5 === 0 ? 'youth' : 'general') : 'general',
        field,
        category: 'teaching-and-research',
        activity: field === 'natural' ? (i % 4 === 0 ? 'basic' : 'applied') : 'other',
        funder: random.pick(FUNDERS[level]),
        appliedOn: daysAfter(approvedOn, -90),
        approvedOn,
        openedOn: daysAfter(approvedOn, 30),
        plannedEndOn,
        closedOn: plannedEndOn < '2023-06-30' && i % 6 !== 0 ? daysAfter(plannedEndOn, random.between(0, 60)) : null,
        unit: demo.id('units', unit),
        leader: demo.id('people', random.pick(teachersOf(unit))),
        role: i % 9 === 8 ? 'partner' : 'lead',
        grant: yuan(
          level === 'national'
            ? 300_000
            : level === 'college'
              ? random.between(1, 3) * 10_000
              : random.between(1, 20) * 10_000,
        ),
        ownFunds: level === 'college' ? null : yuan(random.between(0, 5) * 10_000),
        teachers: random.between(3, 9),
        students: random.between(0, 8),
      })
      return { key, unit, level }
    })
    open = [...open.slice(-80), ...current]
    const pay = (total: number | undefined, from: readonly Project[], letter: string) => {
      if (total === undefined) return
      const paid = random.shuffle(from).slice(0, Math.min(from.length, 110))
      shares(random, total, paid.length, 5_000, 100).forEach((amount, i) => {
        payments.push({
          $key: `RP${year}-${letter}${serial(i + 1)}`,
          voucher: `JZ${year}-${letter}${serial(i + 1, 4)}`,
          project: demo.id('research-projects', paid[i]!.key),
          unit: demo.id('units', paid[i]!.unit),
          receivedOn: dayBetween(random, `${year}-12-11`, `${year}-12-29`),
          amount: yuan(amount),
          year: Number(yearText),
        })
      })
    }
    pay(
      RESEARCH_MONEY[year],
      open.filter((project) => project.level !== 'college'),
      'Z',
    )
    pay(OWN_MONEY[year], current.filter((project) => project.level === 'college').slice(0, 40), 'X')
  }
  const faculty = FACULTIES[2]
  for (const i of [1, 2, 3])
    projects.push({
      $key: `R2022-W${i}`,
      $state: i === 3 ? 'draft' : 'submitted',
      number: `ZX2022-W${i}`,
      name: `${TOPICS[faculty][i]}应用研究`,
      level: 'provincial',
      field: 'natural',
      category: 'teaching-and-research',
      activity: 'applied',
      funder: FUNDERS.provincial[0],
      approvedOn: `2022-11-${serial(8 * i, 2)}`,
      plannedEndOn: '2024-11-30',
      teachers: 3 + i,
      students: i,
      unit: demo.id('units', faculty),
      leader: demo.id('people', teachersOf(faculty)[i]!),
      role: 'lead',
    })
  return { projects, payments }
}

/** Granted by calendar year: 2022 as printed in the annex; five years to 2023 add up to 270, 1,318 and 19 patents. */
const GRANTED: Readonly<
  Record<number, Readonly<Partial<Record<'invention' | 'utility-model' | 'design' | 'software', number>>>>
> = {
  2019: { invention: 45, 'utility-model': 640, design: 6, software: 24 },
  2020: { invention: 50, 'utility-model': 498, design: 6, software: 26 },
  2021: { invention: 57, 'utility-model': 118, design: 5, software: 21 },
  2022: { invention: 66, 'utility-model': 42, design: 2 },
  2023: { invention: 52, 'utility-model': 20 },
}
const PROPERTY = {
  invention: { digit: 1, suffix: ['的控制方法', '的制备方法', '的检测方法及系统'], months: [18, 32], years: 20 },
  'utility-model': { digit: 2, suffix: ['装置', '夹具', '调节机构'], months: [6, 11], years: 10 },
  design: { digit: 3, suffix: ['外观'], months: [4, 8], years: 15 },
  software: { digit: 9, suffix: ['管理软件'], months: [1, 3], years: 50 },
} as const
/** Patents assigned, and money received for them, by calendar year. */
const TRANSFERS: Readonly<Record<number, { readonly assigned: number; readonly received: number }>> = {
  2021: { assigned: 48, received: 412_500 },
  2022: { assigned: 67, received: 573_000 },
}

function property(demo: DemoContext): { properties: DemoRow[]; transfers: DemoRow[] } {
  const random = demo.random('research/intellectual-property')
  const properties: DemoRow[] = []
  const granted: { readonly key: string; readonly faculty: Faculty; readonly year: number; readonly kind: string }[] =
    []
  for (const [yearText, kinds] of Object.entries(GRANTED))
    for (const [kind, number] of Object.entries(kinds) as [keyof typeof PROPERTY, number][])
      for (let i = 0; i < number; i++) {
        const faculty = FACULTIES[(i * 5 + kind.length) % FACULTIES.length]!
        const { digit, suffix, months, years } = PROPERTY[kind]
        const grantedOn = dayBetween(random, `${yearText}-01-04`, `${yearText}-12-27`)
        const appliedOn = daysAfter(grantedOn, -30 * random.between(months[0], months[1]))
        const key = `I${yearText}-${kind}-${serial(i + 1)}`
        const topic = random.pick(TOPICS[faculty])
        granted.push({ key, faculty, year: Number(yearText), kind })
        properties.push({
          $key: key,
          number: `DEMO-${yearText}-${digit}-${serial(i + 1, 4)}`,
          name: kind === 'software' ? `${topic}${suffix[0]} V1.0` : `一种${topic}${random.pick(suffix)}`,
          kind,
          unit: demo.id('units', faculty),
          firstInventor: demo.id('people', random.pick(teachersOf(faculty))),
          appliedOn,
          grantedOn,
          expiresOn: `${Number(appliedOn.slice(0, 4)) + years}${appliedOn.slice(4, 8)}28`,
          rank: i % 17 === 16 ? 'joint' : 'first',
          status: 'in-force',
          year: Number(yearText),
        })
      }

  const transfers: DemoRow[] = []
  const gone = new Set<string>()
  for (const [yearText, { assigned, received }] of Object.entries(TRANSFERS)) {
    const year = Number(yearText)
    const candidates = random
      .shuffle(granted)
      .filter(({ key, kind, year: since }) => kind !== 'software' && since < year && !gone.has(key))
    // A third are inventions, as those find a buyer first.
    const inventions = candidates.filter(({ kind }) => kind === 'invention').slice(0, Math.round(assigned / 3))
    const sold = [
      ...inventions,
      ...candidates.filter(({ kind }) => kind !== 'invention').slice(0, assigned - inventions.length),
    ]
    const amounts = shares(random, received, sold.length, 3_000, 500)
    sold.forEach(({ key, faculty }, i) => {
      gone.add(key)
      const contract = Math.floor(i / 4) + 1
      const signedOn = daysAfter(`${year}-02-20`, contract * 14)
      transfers.push({
        $key: `X${year}-${serial(i + 1, 2)}`,
        number: `ZR${year}-${serial(i + 1)}`,
        property: demo.id('intellectual-property', key),
        kind: 'assignment',
        transferee: demo.id('partners', smallPartners[(contract * 3) % smallPartners.length]!.key),
        unit: demo.id('units', faculty),
        contractNumber: `ZLZR${year}-${serial(contract, 2)}`,
        signedOn,
        recordedOn: daysAfter(signedOn, random.between(15, 40)),
        price: yuan(amounts[i]!),
        received: yuan(amounts[i]!),
        receivedOn: daysAfter(signedOn, random.between(3, 25)),
      })
    })
  }
  const sold = new Set([...gone].map((key) => demo.id('intellectual-property', key)))
  const licensed = granted.filter(({ key, kind }) => kind === 'invention' && !gone.has(key)).slice(0, 3)
  licensed.forEach(({ key, faculty }, i) =>
    transfers.push({
      $key: `X2022-W${i + 1}`,
      $state: i === 0 ? 'draft' : 'submitted',
      number: `ZR2022-W${i + 1}`,
      property: demo.id('intellectual-property', key),
      kind: i === 2 ? 'ordinary-licence' : 'assignment',
      transferee: demo.id('partners', smallPartners[i]!.key),
      unit: demo.id('units', faculty),
      signedOn: `2022-12-${serial(8 + i * 7, 2)}`,
      price: yuan(12_000 + i * 4_000),
    }),
  )
  return {
    properties: properties.map((row) =>
      sold.has(demo.id('intellectual-property', row.$key)) ? { ...row, status: 'transferred' } : row,
    ),
    transfers,
  }
}

type Audience = 'employees' | 'teachers' | 'officials' | 'farmers' | 'veterans' | 'students' | 'residents'
/** Projects that ended in a calendar year, by audience. 2022 is the annex, 2023 what the text says of training. */
const TRAINING: Readonly<
  Record<
    number,
    {
      readonly audiences: Readonly<Record<Audience, number>>
      readonly attendances: number
      readonly publicHours: number
      readonly paidHours: number
      readonly received: number | null
    }
  >
> = {
  2021: {
    audiences: { employees: 55, teachers: 20, officials: 7, farmers: 16, veterans: 5, students: 8, residents: 20 },
    attendances: 41_306,
    publicHours: 4_412,
    paidHours: 10_890,
    received: 15_024_800,
  },
  2022: {
    audiences: { employees: 62, teachers: 24, officials: 8, farmers: 18, veterans: 6, students: 9, residents: 20 },
    attendances: 46_872,
    publicHours: 5_298,
    paidHours: 12_466,
    received: 17_591_600,
  },
  2023: {
    audiences: { employees: 66, teachers: 27, officials: 9, farmers: 18, veterans: 6, students: 8, residents: 22 },
    attendances: 53_790,
    publicHours: 5_640,
    paidHours: 13_820,
    received: null,
  },
}
const COURSES: Readonly<Record<Audience, readonly (readonly [string, string])[]>> = {
  employees: [
    ['数控操作工技能提升', 'skills'],
    ['新员工入职培训', 'new-staff'],
    ['班组长管理能力培训', 'management'],
    ['工业机器人应用培训', 'skills'],
    ['低压电工考前培训', 'assessment'],
    ['新能源汽车维修培训', 'skills'],
  ],
  teachers: [
    ['职业院校教师素质提高培训', 'national-teachers'],
    ['双师型教师专业技能培训', 'national-teachers'],
    ['教学管理干部研修', 'management'],
  ],
  officials: [['产业园区管理干部研修', 'management']],
  farmers: [
    ['农业经理人培训', 'skills'],
    ['农机操作与维修培训', 'skills'],
    ['乡村电商培训', 'skills'],
  ],
  veterans: [['退役军人适应性培训', 'skills']],
  students: [['职业体验营', 'community']],
  residents: [
    ['社区智能手机使用课堂', 'community'],
    ['家庭用电安全讲堂', 'community'],
    ['社区手工艺课堂', 'community'],
  ],
}
const PUBLIC: readonly Audience[] = ['farmers', 'veterans', 'residents']

function training(demo: DemoContext): { projects: DemoRow[]; payments: DemoRow[] } {
  const random = demo.random('research/training')
  const projects: DemoRow[] = []
  const payments: DemoRow[] = []
  for (const [year, { audiences, attendances, publicHours, paidHours, received }] of Object.entries(TRAINING)) {
    const list = (Object.entries(audiences) as [Audience, number][]).flatMap(([audience, number]) =>
      Array.from({ length: number }, () => audience),
    )
    const free = list.filter((audience) => PUBLIC.includes(audience)).length
    const hoursFree = shares(random, publicHours, free, 16)
    const hoursPaid = shares(random, paidHours, list.length - free, 16)
    const crowds = shares(random, attendances, list.length, 20)
    const paid: { readonly key: string; readonly unit: string; readonly endOn: string }[] = []
    list.forEach((audience, i) => {
      const publicBenefit = PUBLIC.includes(audience)
      const [course, kind] = COURSES[audience][i % COURSES[audience].length]!
      const faculty = FACULTIES[(i * 2) % FACULTIES.length]!
      const unit = audience === 'employees' && i % 3 !== 0 ? faculty : 'continuing-education'
      const commissioner =
        audience === 'employees' ? PARTNERS[(i * 3) % 60]! : audience === 'residents' ? null : PARTNERS[170 + (i % 20)]!
      const endOn = dayBetween(random, `${year}-01-20`, `${year}-12-18`)
      const startOn = daysAfter(endOn, -random.between(1, 14))
      const key = `TR${year}-${serial(i + 1)}`
      const crowd = crowds[i]!
      projects.push({
        $key: key,
        number: `PX${year}-${serial(i + 1)}`,
        name: `${course}（${year} 年第 ${i + 1} 项）`,
        audience,
        kind,
        commissioner: commissioner ? demo.id('partners', commissioner.key) : null,
        unit: demo.id('units', unit),
        leader: demo.id('people', random.pick(teachersOf(faculty))),
        startOn,
        endOn,
        classes: Math.max(1, Math.round(crowd / 80)),
        persons: Math.max(1, Math.floor((crowd * random.between(60, 100)) / 100)),
        personTimes: crowd,
        hours: publicBenefit ? hoursFree.shift()! : hoursPaid.shift()!,
        publicBenefit,
        mode: i % 6 === 5 ? 'online' : i % 6 === 4 ? 'mixed' : 'onsite',
        place: i % 6 === 5 ? '线上' : i % 4 === 0 ? '委托单位' : '校内实训中心',
        year: Number(year),
      })
      if (!publicBenefit) paid.push({ key, unit, endOn })
    })
    if (received === null) continue
    shares(random, received, paid.length, 8_000, 100).forEach((amount, i) => {
      const { key, unit, endOn } = paid[i]!
      payments.push({
        $key: `TP${year}-${serial(i + 1)}`,
        voucher: `JZ${year}-P${serial(i + 1, 4)}`,
        project: demo.id('training-projects', key),
        unit: demo.id('units', unit),
        receivedOn: daysAfter(endOn, random.between(0, 12)),
        amount: yuan(amount),
        year: Number(year),
      })
    })
  }
  for (const i of [1, 2, 3, 4])
    payments.push({
      $key: `TP2023-W${i}`,
      $state: i === 4 ? 'draft' : 'submitted',
      voucher: `JZ2023-PW${i}`,
      project: demo.id('training-projects', `TR2023-${serial(i)}`),
      unit: demo.id('units', 'continuing-education'),
      receivedOn: `2023-08-${serial(i * 7, 2)}`,
      amount: yuan(46_000 + i * 9_500),
      year: 2023,
    })
  return { projects, payments }
}

const TERMS = [
  ['2021', 'spring', 61, 2234],
  ['2021', 'autumn', 67, 2458],
  ['2022', 'spring', 79, 2649],
  ['2022', 'autumn', 85, 2721],
  ['2023', 'spring', 86, 2329],
] as const

function seniorUniversity(demo: DemoContext): DemoRow[] {
  const random = demo.random('research/senior-university')
  return TERMS.map(([year, season, classes, enrolments]) => ({
    $key: `${year}-${season}`,
    name: `${year} 年${season === 'spring' ? '春季' : '秋季'}`,
    season,
    startedOn: season === 'spring' ? `${year}-03-06` : `${year}-09-12`,
    endedOn: season === 'spring' ? `${year}-06-30` : `${year}-12-30`,
    classes,
    enrolments,
    courses: Math.min(125, classes + random.between(20, 38)),
    teachers: random.between(30, 48),
  }))
}

const COMMUNITY: Readonly<
  Record<number, readonly [activities: number, sessions: number, attendances: number, hours: number]>
> = {
  2022: [71, 190, 4_402, 18_930],
  2023: [86, 239, 5_620, 24_560],
}
const ACTIVITIES = [
  ['四点半课堂', 'community-education'],
  ['家电义务维修', 'repair-service'],
  ['旧物回收', 'volunteering'],
  ['青少年科普讲座', 'popular-science'],
  ['助考服务', 'volunteering'],
  ['长者关爱', 'volunteering'],
  ['乡村数字技能帮扶', 'rural-support'],
  ['社区书画课堂', 'community-education'],
] as const

function communityServices(demo: DemoContext): DemoRow[] {
  const random = demo.random('research/community-services')
  return Object.entries(COMMUNITY).flatMap(([edition, [activities, sessions, attendances, hours]]) => {
    const sessionsOf = shares(random, sessions, activities, 1)
    const crowds = shares(random, attendances, activities, 10)
    const hoursOf = shares(random, hours, activities, 40)
    return sessionsOf.map((count, i): DemoRow => {
      const [name, kind] = ACTIVITIES[i % ACTIVITIES.length]!
      const faculty = FACULTIES[i % FACULTIES.length]!
      const endOn = dayBetween(random, `${Number(edition) - 1}-09-20`, `${edition}-08-20`)
      return {
        $key: `V${edition}-${serial(i + 1, 2)}`,
        number: `ZY${edition}-${serial(i + 1)}`,
        name: `${name}（${serial(Math.floor(i / ACTIVITIES.length) + 1, 2)}）`,
        kind,
        place: `示例社区${(i % 12) + 1}（演示）`,
        unit: demo.id('units', faculty),
        leader: demo.id('people', random.pick(teachersOf(faculty))),
        startOn: daysAfter(endOn, -random.between(0, 20)),
        endOn,
        sessions: count,
        personTimes: crowds[i]!,
        hours: hoursOf[i]!,
      }
    })
  })
}

export const researchDemo: DemoPart = (demo) => {
  const { services, payments } = technicalServices(demo)
  const { projects, payments: researchPayments } = research(demo)
  const { properties, transfers } = property(demo)
  const { projects: trainings, payments: trainingPayments } = training(demo)
  return [
    { register: 'technical-services', rows: services },
    { register: 'technical-service-payments', rows: payments },
    { register: 'research-projects', rows: projects },
    { register: 'research-payments', rows: researchPayments },
    { register: 'intellectual-property', rows: properties },
    { register: 'ip-transfers', rows: transfers },
    { register: 'training-projects', rows: trainings },
    { register: 'training-payments', rows: trainingPayments },
    { register: 'senior-university-terms', rows: seniorUniversity(demo) },
    { register: 'community-services', rows: communityServices(demo) },
  ]
}

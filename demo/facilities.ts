import { FACULTIES, type Faculty } from './college.ts'
import { type DemoContext, type DemoPart, type DemoRow, spread } from './context.ts'
import { SUBJECTS } from './courses.ts'
import { withDetails } from './equipment-details.ts'
import { MAJORS, partnersOf, teachersOf } from './partnership.ts'
import { dayBetween, shares } from './shares.ts'

/**
 * Where and with what the college teaches, and the learners beside its full-time students.
 *
 * Keys for other parts (demo.id):
 *   teaching-sites       'J01'…'J12' bases on campus, 'S001'…'S224' training rooms, 'B001'…'B218' bases outside;
 *                        'S225'…'S230' closed
 *   equipment            'E00001'…
 *   network-links        its name · land-parcels its name · buildings '<name>/<use>'
 *   library-holdings     '<period>/<kind>/<place>'
 *   practice-centres     'PC1'…'PC7'
 *   part-time-learners   '<period>/<kind>/<programme>'
 */

export const FULL_TIME_STUDENTS = 17045
/** Foreign degree students on 2023-08-31 (demo/international.ts). They are not among the 17,045 and weigh 3 each. */
export const FOREIGN_DEGREE_STUDENTS = 31
export const EVENING = 480
export const CORRESPONDENCE = 800
// Together: 17,045 + 31 × 3 + 480 × 0.3 + 800 × 0.1 = 17,362; ÷ (918 + 266 × 0.5) = 16.5195, which prints 16.52.

const ROOMS = 224
const OUTSIDE_BASES = 218
/** ÷ 17,045 prints 0.71. */
const WORKPLACES = 12102
/** In fen. 389,612,308.24 yuan ÷ 17,362 is 22,440.52 exactly. */
const EQUIPMENT_FEN = 38_961_230_824
const DONATED_FEN = 752_560_000
const PROVIDED_FEN = 3_530_600_000

const two = (n: number) => String(n).padStart(2, '0')
const three = (n: number) => String(n).padStart(3, '0')
const fen = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`

export const facilitiesDemo: DemoPart = (demo) => [
  { register: 'part-time-learners', rows: learnerRows(demo) },
  { register: 'teaching-sites', rows: siteRows(demo) },
  { register: 'equipment', rows: equipmentRows(demo).map((row, i) => withDetails(demo, row, i + 1)) },
  { register: 'network-links', rows: networkRows() },
  { register: 'land-parcels', rows: landRows() },
  { register: 'buildings', rows: buildingRows(demo) },
  { register: 'library-holdings', rows: libraryRows() },
  { register: 'practice-centres', rows: practiceCentreRows(demo) },
]

function learnerRows(demo: DemoContext): DemoRow[] {
  const programmes = ['机电一体化技术', '汽车检测与维修技术', '大数据与会计', '建筑工程技术']
  const rows = (period: string, kind: string, total: number): DemoRow[] =>
    spread(total, programmes.length).map((learners, i) => ({
      $key: `${period}/${kind}/${programmes[i]}`,
      period,
      kind,
      programme: `${programmes[i]}（${kind === 'evening' ? '业余' : '函授'}）`,
      unit: demo.id('units', 'continuing-education'),
      learners,
    }))
  return [
    ...rows('2023', 'evening', EVENING),
    ...rows('2023', 'correspondence', CORRESPONDENCE),
    ...rows('2022', 'evening', 400),
    ...rows('2022', 'correspondence', 700),
  ]
}

/** Rooms that opened in the school year; the first four of them are recognised by the province. */
const NEW_ROOMS = [8, 15, 22, 29, 44, 66, 88, 110, 132, 154, 176, 198, 220]

/** Bases on campus: first one for each faculty, to which its rooms belong, then centres of virtual simulation. */
const CAMPUS_BASES: readonly (readonly [faculty: Faculty, name: string, kind: string])[] = [
  ['mechanical', '智能制造生产性实训基地', 'production-base'],
  ['automotive', '汽车技术生产性实训基地', 'production-base'],
  ['electronic', '电子与物联网实训基地', 'campus-base'],
  ['ai', '人工智能与大数据实训基地', 'campus-base'],
  ['economics', '现代商贸实训基地', 'campus-base'],
  ['design', '数字创意实训基地', 'campus-base'],
  ['electrical', '轨道交通与航空服务实训基地', 'production-base'],
  ['chemistry', '制药与检验实训基地', 'production-base'],
  ['construction', '智能建造实训基地', 'campus-base'],
  ['mechanical', '智能制造虚拟仿真实训中心', 'simulation-centre'],
  ['automotive', '新能源汽车虚拟仿真实训中心', 'simulation-centre'],
  ['chemistry', '药品生产虚拟仿真实训中心', 'simulation-centre'],
]

function campusBase(demo: DemoContext, faculty: Faculty, key: string, name: string, kind: string): DemoRow {
  const random = demo.random(`teaching-sites/${key}`)
  return {
    $key: key,
    number: key,
    name,
    kind,
    unit: demo.id('units', faculty),
    major: demo.id('majors', random.pick(MAJORS[faculty])),
    partner: kind === 'production-base' ? demo.id('partners', random.pick(partnersOf(faculty)).key) : null,
    host: '匠心示范职业技术学院',
    head: demo.id('people', random.pick(teachersOf(faculty))),
    workplaces: null,
    area: null,
    room: null,
    level: null,
    openedOn: dayBetween(random, '2010-03-01', '2021-06-30'),
    closedOn: null,
  }
}

const ROOM_KINDS = ['实训室', '综合实训中心', '实验室', '仿真实训室', '技能训练室']

function siteRows(demo: DemoContext): DemoRow[] {
  const workplaces = shares(demo.random('teaching-sites/workplaces'), WORKPLACES, ROOMS, 24)
  const room = (n: number, places: number, more: object = {}): DemoRow => {
    const faculty = FACULTIES[n % FACULTIES.length]!
    const random = demo.random(`teaching-sites/room/${n}`)
    const round = Math.floor(n / FACULTIES.length)
    const subjects = SUBJECTS[faculty]
    return {
      $key: `S${three(n)}`,
      number: `S${three(n)}`,
      name: `${subjects[round % subjects.length]}${ROOM_KINDS[Math.floor(round / subjects.length) % ROOM_KINDS.length]}`,
      kind: 'on-campus',
      unit: demo.id('units', faculty),
      base: demo.id('teaching-sites', `J${two(1 + (n % FACULTIES.length))}`),
      major: demo.id('majors', random.pick(MAJORS[faculty])),
      partner: null,
      head: demo.id('people', random.pick(teachersOf(faculty))),
      workplaces: places,
      area: `${random.between(80, 420)}.00`,
      room: `实训楼${random.between(1, 6)}-${random.between(1, 5)}${String(random.between(1, 20)).padStart(2, '0')}`,
      level: n <= 31 ? 'provincial' : null,
      openedOn: NEW_ROOMS.includes(n)
        ? dayBetween(random, '2022-09-01', '2023-06-30')
        : dayBetween(random, '2008-03-01', '2022-06-30'),
      closedOn: null,
      ...more,
    }
  }
  const base = (n: number): DemoRow => {
    const faculty = FACULTIES[n % FACULTIES.length]!
    const random = demo.random(`teaching-sites/base/${n}`)
    const partners = partnersOf(faculty)
    const partner = partners[Math.floor(n / FACULTIES.length) % partners.length]!
    return {
      $key: `B${three(n)}`,
      number: `B${three(n)}`,
      name: `${partner.name.replace('（演示）', '')}${n > partners.length * FACULTIES.length ? '第二' : ''}实习基地（演示）`,
      kind: 'external',
      unit: demo.id('units', faculty),
      major: demo.id('majors', random.pick(MAJORS[faculty])),
      partner: demo.id('partners', partner.key),
      head: demo.id('people', random.pick(teachersOf(faculty))),
      workplaces: random.between(10, 80),
      area: null,
      room: null,
      level: null,
      openedOn:
        n % 18 === 0 ? dayBetween(random, '2022-09-01', '2023-07-31') : dayBetween(random, '2012-03-01', '2022-06-30'),
      closedOn: null,
    }
  }
  return [
    ...CAMPUS_BASES.map(([faculty, name, kind], i) => campusBase(demo, faculty, `J${two(i + 1)}`, name, kind)),
    ...workplaces.map((places, i) => room(i + 1, places)),
    ...Array.from({ length: 6 }, (_, i) => room(ROOMS + i + 1, 40, { openedOn: '2010-09-01', closedOn: '2021-12-31' })),
    ...Array.from({ length: OUTSIDE_BASES }, (_, i) => base(i + 1)),
    room(ROOMS + 7, 48, { openedOn: '2023-08-25', $state: 'submitted' }),
    room(ROOMS + 8, 52, { openedOn: '2023-08-28', $state: 'submitted' }),
    room(ROOMS + 9, 40, { openedOn: '2023-08-30', $state: 'draft' }),
  ]
}

const DEVICES = [
  '教学工作站',
  '数控加工中心',
  '工业机器人工作站',
  '可编程控制器实训台',
  '示波器',
  '三坐标测量机',
  '整车实训台架',
  '服务器',
  '交换机',
  '精密天平',
  '液相色谱仪',
  '全站仪',
  '虚拟仿真系统',
  '投影一体机',
]

function equipmentRows(demo: DemoContext): DemoRow[] {
  const random = demo.random('equipment')
  const rows: DemoRow[] = []
  const add = (amount: number, use: string, source: string, more: object = {}) => {
    const n = rows.length + 1
    const faculty = FACULTIES[n % FACULTIES.length]!
    const key = `E${String(n).padStart(5, '0')}`
    const own = demo.random(`equipment/${n}`)
    const lent = source === 'donated' || source === 'enterprise-provided'
    rows.push({
      $key: key,
      number: key,
      name:
        use === 'teaching-research'
          ? DEVICES[n % DEVICES.length]
          : use === 'administration'
            ? '办公计算机'
            : '后勤设备',
      model: `SL-${100 + (n % 60)}`,
      unit: demo.id('units', use === 'administration' ? 'college-office' : use === 'services' ? 'logistics' : faculty),
      site: use === 'teaching-research' ? demo.id('teaching-sites', `S${three(1 + (n % ROOMS))}`) : null,
      keeper: demo.id('people', own.pick(teachersOf(faculty))),
      use,
      source,
      provider: lent ? own.pick(partnersOf(faculty)).name : null,
      value: fen(amount),
      acquiredOn: dayBetween(
        own,
        n % 10 === 0 ? '2022-09-01' : '2010-01-01',
        n % 10 === 0 ? '2023-08-20' : '2022-08-20',
      ),
      writtenOffOn: null,
      ...more,
    })
  }
  for (const amount of shares(random, EQUIPMENT_FEN - DONATED_FEN, 2400, 120_000))
    add(amount, 'teaching-research', 'bought')
  for (const amount of shares(random, DONATED_FEN, 48, 120_000)) add(amount, 'teaching-research', 'donated')
  for (const amount of shares(random, PROVIDED_FEN, 140, 120_000))
    add(amount, 'teaching-research', 'enterprise-provided')
  for (const amount of shares(random, 620_000_000, 160, 50_000)) add(amount, 'administration', 'bought')
  for (const amount of shares(random, 410_000_000, 60, 50_000)) add(amount, 'services', 'bought')
  // Written off before either edition's day.
  for (const amount of shares(random, 240_000_000, 40, 50_000))
    add(amount, 'teaching-research', 'bought', { acquiredOn: '2008-05-20', writtenOffOn: '2021-11-30' })
  return rows
}

export function networkRows(): DemoRow[] {
  const row = (name: string, kind: string, carrier: string | null, bandwidth: number, from: string): DemoRow => ({
    $key: name,
    name,
    kind,
    carrier,
    bandwidth,
    from,
    until: null,
  })
  return [
    row('电信出口', 'exit', '中国电信', 10000, '2020-03-01'),
    row('联通出口', 'exit', '中国联通', 10000, '2021-03-01'),
    row('移动出口', 'exit', '中国移动', 10000, '2022-11-01'),
    row('教育网出口', 'exit', '中国教育和科研计算机网', 150, '2016-09-01'),
    row('核心—汇聚主干一', 'backbone', null, 10000, '2018-09-01'),
    row('核心—汇聚主干二', 'backbone', null, 10000, '2020-09-01'),
    row('核心—无线控制器', 'backbone', null, 1000, '2016-09-01'),
  ]
}

function landRows(): DemoRow[] {
  const row = (name: string, area: string, from: string): DemoRow => ({
    $key: name,
    name,
    address: '示例市示例区匠心大道1号',
    area,
    ownership: 'owned',
    certificate: null,
    from,
    until: null,
  })
  return [
    row('主校区', '866700.00', '2004-06-30'),
    row('产教园区', '324700.00', '2012-09-30'),
    row('扩建预留地', '100000.00', '2020-12-31'),
  ]
}

/** Teaching and administrative area 347,547.55 m², ÷ 17,045 is 20.39 exactly; with the rest 520,100 m². */
const BUILDINGS: readonly (readonly [name: string, use: string, area: string, year: number, floors: number])[] = [
  ['第一教学楼', 'classroom', '26400.00', 2005, 6],
  ['第二教学楼', 'classroom', '25800.00', 2006, 6],
  ['第三教学楼', 'classroom', '23600.00', 2010, 5],
  ['第四教学楼', 'classroom', '22200.00', 2014, 5],
  ['机械实训楼', 'laboratory', '36500.00', 2006, 4],
  ['汽车实训楼', 'laboratory', '31200.00', 2008, 3],
  ['电子信息实训楼', 'laboratory', '28600.00', 2012, 6],
  ['综合实训楼', 'laboratory', '27800.00', 2016, 6],
  ['产教融合大楼', 'laboratory', '18447.55', 2021, 8],
  ['图书馆', 'library', '31500.00', 2007, 7],
  ['体育馆', 'gymnasium', '22600.00', 2009, 3],
  ['学术报告厅', 'hall', '9400.00', 2009, 2],
  ['行政楼', 'office', '21900.00', 2005, 9],
  ['院系办公楼', 'office', '21600.00', 2011, 7],
  ['学生公寓一区', 'dormitory', '52000.00', 2005, 6],
  ['学生公寓二区', 'dormitory', '48000.00', 2010, 7],
  ['学生公寓三区', 'dormitory', '38000.00', 2017, 11],
  ['第一食堂', 'canteen', '9800.00', 2005, 3],
  ['第二食堂', 'canteen', '8400.00', 2012, 3],
  ['教工公寓', 'staff-housing', '9352.45', 2008, 11],
  ['后勤服务楼', 'other', '7000.00', 2008, 4],
]

function buildingRows(demo: DemoContext): DemoRow[] {
  return BUILDINGS.map(([name, use, area, year, floors]) => ({
    $key: `${name}/${use}`,
    name,
    use,
    land: demo.id('land-parcels', year < 2012 ? '主校区' : '产教园区'),
    area,
    floors,
    ownership: 'owned',
    completedOn: `${year}-08-20`,
    takenDownOn: null,
  }))
}

function libraryRows(): DemoRow[] {
  const row = (period: string, kind: string, place: string, volumes: number): DemoRow => ({
    $key: `${period}/${kind}/${place}`,
    period,
    kind,
    place,
    volumes,
  })
  // 2,694,756 volumes ÷ 17,362 prints 155.21.
  return [
    row('2023', 'paper', '图书馆', 1286500),
    row('2023', 'paper', '院系资料室', 45200),
    row('2023', 'journals', '图书馆', 39000),
    row('2023', 'electronic', '图书馆', 1324056),
    row('2022', 'paper', '图书馆', 1241300),
    row('2022', 'paper', '院系资料室', 44600),
    row('2022', 'journals', '图书馆', 38200),
    row('2022', 'electronic', '图书馆', 1218000),
  ]
}

function practiceCentreRows(demo: DemoContext): DemoRow[] {
  type Centre = readonly [name: string, faculty: Faculty, invested: number, openedOn: string]
  const centres: readonly Centre[] = [
    ['汽车技术', 'automotive', 9800, '2019-10-18'],
    ['智能制造', 'mechanical', 8600, '2020-06-12'],
    ['化工循环经济', 'chemistry', 3200, '2021-04-20'],
    ['智能软件', 'ai', 4300, '2021-09-10'],
    ['数智产品创意与设计', 'design', 2600, '2022-03-16'],
    ['跨境电商', 'economics', 1900, '2022-11-08'],
    ['建筑工程标准化产业化', 'construction', 2700, '2020-11-20'],
  ]
  const row = (n: number, [name, faculty, invested, openedOn]: Centre): DemoRow => ({
    $key: `PC${n}`,
    name: `${name}开放型区域产教融合实践中心`,
    unit: demo.id('units', faculty),
    withEnterprise: true,
    partner: demo.id('partners', partnersOf(faculty)[0]!.key),
    otherPartners: null,
    site: null,
    invested: `${invested}.00`,
    trainedPeople: invested / 4,
    practisedStudents: invested / 2,
    openedOn,
    closedOn: null,
  })
  return [
    ...centres.map((centre, i) => row(i + 1, centre)),
    {
      ...row(8, ['轨道交通', 'electrical', 1200, '2023-08-15']),
      $state: 'submitted',
    },
  ]
}

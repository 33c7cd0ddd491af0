import type { DemoPart, DemoRow } from './context.ts'
import type { Faculty } from './faculties.ts'

/**
 * Majors, groups of majors and their backbone majors. Codes and names by the 2021 catalogue; groups as
 * published for 2023: two national, two provincial, seven of the college.
 *
 * Keys: majors = name without brackets ('机电一体化技术') · major-groups '01'…'11' · major-group-members '<group>/<major>' ·
 * major-honours '<major>/<level>'.
 */

type Category =
  | 'resources'
  | 'construction'
  | 'manufacturing'
  | 'chemistry'
  | 'food'
  | 'transport'
  | 'electronics'
  | 'business'
  | 'tourism'
  | 'arts'

type MajorFacts = readonly [
  code: string,
  name: string,
  category: Category,
  className: string,
  unit: Faculty,
  opened: number,
  stopped?: number,
]

const MAJORS: readonly MajorFacts[] = [
  ['460101', '机械设计与制造', 'manufacturing', '机械设计制造类', 'mechanical', 2002],
  ['460102', '数字化设计与制造技术', 'manufacturing', '机械设计制造类', 'mechanical', 2023],
  ['460103', '数控技术', 'manufacturing', '机械设计制造类', 'mechanical', 2003],
  ['460104', '机械制造及自动化', 'manufacturing', '机械设计制造类', 'mechanical', 2001],
  ['460113', '模具设计与制造', 'manufacturing', '机械设计制造类', 'mechanical', 2001],
  ['460303', '智能控制技术', 'manufacturing', '自动化类', 'mechanical', 2017],
  ['460305', '工业机器人技术', 'manufacturing', '自动化类', 'mechanical', 2014],
  ['460306', '电气自动化技术', 'manufacturing', '自动化类', 'mechanical', 2003],
  ['460701', '汽车制造与试验技术', 'manufacturing', '汽车制造类', 'automotive', 2005],
  ['460702', '新能源汽车技术', 'manufacturing', '汽车制造类', 'automotive', 2015],
  ['460704', '智能网联汽车技术', 'manufacturing', '汽车制造类', 'automotive', 2019],
  ['500210', '汽车技术服务与营销', 'transport', '道路运输类', 'automotive', 2006],
  ['500211', '汽车检测与维修技术', 'transport', '道路运输类', 'automotive', 2002],
  ['510107', '汽车智能技术', 'electronics', '电子信息类', 'automotive', 2018],
  ['510102', '物联网应用技术', 'electronics', '电子信息类', 'electronic', 2011],
  ['510103', '应用电子技术', 'electronics', '电子信息类', 'electronic', 2001],
  ['510106', '移动互联应用技术', 'electronics', '电子信息类', 'electronic', 2015],
  ['510201', '计算机应用技术', 'electronics', '计算机类', 'electronic', 2001],
  ['510211', '工业互联网技术', 'electronics', '计算机类', 'electronic', 2021],
  ['510202', '计算机网络技术', 'electronics', '计算机类', 'ai', 2002],
  ['510203', '软件技术', 'electronics', '计算机类', 'ai', 2002],
  ['510205', '大数据技术', 'electronics', '计算机类', 'ai', 2017],
  ['510206', '云计算技术应用', 'electronics', '计算机类', 'ai', 2016],
  ['510207', '信息安全技术应用', 'electronics', '计算机类', 'ai', 2010],
  ['510209', '人工智能技术应用', 'electronics', '计算机类', 'ai', 2019],
  ['530202', '金融科技应用', 'business', '金融类', 'economics', 2018],
  ['530302', '大数据与会计', 'business', '财务会计类', 'economics', 2002],
  ['530503', '关务与外贸服务', 'business', '经济贸易类', 'economics', 2013],
  ['530605', '市场营销', 'business', '工商管理类', 'economics', 2003],
  ['530701', '电子商务', 'business', '电子商务类', 'economics', 2004],
  ['530802', '现代物流管理', 'business', '物流类', 'economics', 2005],
  ['540101', '旅游管理', 'tourism', '旅游类', 'economics', 2006],
  ['540106', '酒店管理与数字化运营', 'tourism', '旅游类', 'economics', 2008],
  ['460105', '工业设计', 'manufacturing', '机械设计制造类', 'design', 2007],
  ['510204', '数字媒体技术', 'electronics', '计算机类', 'design', 2012],
  ['550102', '视觉传达设计', 'arts', '艺术设计类', 'design', 2006],
  // On the books without students since its last class graduated: 57 majors, 56 of them with students.
  ['550104', '产品艺术设计', 'arts', '艺术设计类', 'design', 2009],
  ['550106', '环境艺术设计', 'arts', '艺术设计类', 'design', 2005],
  ['550113', '广告艺术设计', 'arts', '艺术设计类', 'design', 2004],
  ['550114', '室内艺术设计', 'arts', '艺术设计类', 'design', 2010],
  ['460202', '机电设备技术', 'manufacturing', '机电设备类', 'electrical', 2004],
  ['460301', '机电一体化技术', 'manufacturing', '自动化类', 'electrical', 2001],
  ['460401', '铁道机车车辆制造与维护', 'manufacturing', '轨道装备类', 'electrical', 2013],
  ['500405', '空中乘务', 'transport', '航空运输类', 'electrical', 2014],
  ['500603', '城市轨道交通机电技术', 'transport', '城市轨道交通类', 'electrical', 2012],
  ['530803', '航空物流管理', 'business', '物流类', 'electrical', 2018],
  ['470201', '应用化工技术', 'chemistry', '化工技术类', 'chemistry', 2002],
  ['470208', '分析检验技术', 'chemistry', '化工技术类', 'chemistry', 2003],
  ['490201', '药品生产技术', 'food', '药品与医疗器械类', 'chemistry', 2006],
  ['490206', '药品质量与安全', 'food', '药品与医疗器械类', 'chemistry', 2010],
  ['490208', '药品经营与管理', 'food', '药品与医疗器械类', 'chemistry', 2011],
  ['490213', '医疗器械维护与管理', 'food', '药品与医疗器械类', 'chemistry', 2019],
  ['420301', '工程测量技术', 'resources', '测绘地理信息类', 'construction', 2008],
  ['440301', '建筑工程技术', 'construction', '土建施工类', 'construction', 2003],
  ['440304', '智能建造技术', 'construction', '土建施工类', 'construction', 2021],
  ['440501', '工程造价', 'construction', '建设工程管理类', 'construction', 2004],
  ['500201', '道路与桥梁工程技术', 'transport', '道路运输类', 'construction', 2007],
  ['460107', '材料成型及控制技术', 'manufacturing', '机械设计制造类', 'mechanical', 2002, 2018],
  ['530501', '国际经济与贸易', 'business', '经济贸易类', 'economics', 2003, 2019],
  ['440102', '建筑装饰工程技术', 'construction', '建筑设计类', 'construction', 2005, 2020],
]

/** The faculty of a major, by name. */
export const facultyOfMajor: ReadonlyMap<string, Faculty> = new Map(MAJORS.map(([, name, , , unit]) => [name, unit]))
/** The code of a major in the catalogue, by name. */
export const codeOfMajor: ReadonlyMap<string, string> = new Map(MAJORS.map(([code, name]) => [name, code]))
/** Majors on the books at 2023-08-31, by name. */
export const majorNames: readonly string[] = MAJORS.filter((major) => major[6] === undefined).map(([, name]) => name)

interface GroupFacts {
  readonly key: string
  readonly name: string
  readonly approvedName?: string
  readonly level: 'national' | 'provincial' | 'college'
  readonly unit: Faculty
  readonly since: string
  readonly backbone: readonly string[]
}

const GROUPS: readonly GroupFacts[] = [
  {
    key: '01',
    name: '模具设计与制造专业群',
    level: 'national',
    unit: 'mechanical',
    since: '2019-12-10',
    backbone: ['模具设计与制造', '数控技术', '机械设计与制造', '电气自动化技术', '工业机器人技术'],
  },
  {
    key: '02',
    name: '汽车制造与试验技术专业群',
    approvedName: '汽车检测与维修技术专业群',
    level: 'national',
    unit: 'automotive',
    since: '2019-12-10',
    backbone: ['汽车制造与试验技术', '新能源汽车技术', '汽车智能技术', '汽车技术服务与营销', '汽车检测与维修技术'],
  },
  {
    key: '03',
    name: '软件技术专业群',
    level: 'provincial',
    unit: 'ai',
    since: '2021-06-01',
    backbone: ['软件技术', '云计算技术应用', '大数据技术', '物联网应用技术', '应用电子技术'],
  },
  {
    key: '04',
    name: '广告艺术设计专业群',
    approvedName: '广告设计与制作专业群',
    level: 'provincial',
    unit: 'design',
    since: '2021-06-01',
    backbone: ['广告艺术设计', '工业设计', '数字媒体技术', '环境艺术设计', '室内艺术设计'],
  },
  {
    key: '05',
    name: '城市轨道交通机电技术专业群',
    approvedName: '城市轨道交通机电设备专业群',
    level: 'college',
    unit: 'electrical',
    since: '2019-03-01',
    backbone: ['城市轨道交通机电技术', '铁道机车车辆制造与维护', '机电设备技术', '机电一体化技术'],
  },
  {
    key: '06',
    name: '大数据技术专业群',
    approvedName: '大数据技术与应用专业群',
    level: 'college',
    unit: 'ai',
    since: '2019-03-01',
    backbone: ['大数据技术', '云计算技术应用', '计算机网络技术', '软件技术', '信息安全技术应用'],
  },
  {
    key: '07',
    name: '物联网应用技术专业群',
    level: 'college',
    unit: 'electronic',
    since: '2019-03-01',
    backbone: ['物联网应用技术', '应用电子技术', '计算机应用技术', '移动互联应用技术'],
  },
  {
    key: '08',
    name: '大数据与会计专业群',
    approvedName: '会计专业群',
    level: 'college',
    unit: 'economics',
    since: '2019-03-01',
    backbone: ['大数据与会计', '现代物流管理', '金融科技应用', '市场营销'],
  },
  {
    key: '09',
    name: '酒店管理与数字化运营专业群',
    approvedName: '酒店管理专业群',
    level: 'college',
    unit: 'economics',
    since: '2019-03-01',
    backbone: ['酒店管理与数字化运营', '旅游管理', '电子商务'],
  },
  {
    key: '10',
    name: '药品生产技术专业群',
    level: 'college',
    unit: 'chemistry',
    since: '2020-03-01',
    backbone: ['药品生产技术', '分析检验技术', '应用化工技术', '药品质量与安全', '药品经营与管理'],
  },
  {
    key: '11',
    name: '建筑工程技术专业群',
    level: 'college',
    unit: 'construction',
    since: '2020-03-01',
    backbone: ['建筑工程技术', '工程造价', '工程测量技术', '道路与桥梁工程技术'],
  },
]

const NATIONAL_KEY = new Set([
  ...GROUPS[0]!.backbone,
  ...GROUPS[1]!.backbone,
  '软件技术',
  '广告艺术设计',
  '机电一体化技术',
  '大数据与会计',
  '药品生产技术',
  '建筑工程技术',
])
const PROVINCIAL_KEY = new Set([
  '云计算技术应用',
  '大数据技术',
  '物联网应用技术',
  '应用电子技术',
  '工业设计',
  '数字媒体技术',
  '环境艺术设计',
  '室内艺术设计',
  '城市轨道交通机电技术',
  '铁道机车车辆制造与维护',
  '机电设备技术',
  '现代物流管理',
  '应用化工技术',
  '工程造价',
])

/** A major may be a backbone of several groups; its own is that of its faculty. */
function groupOf(name: string): GroupFacts | undefined {
  const groups = GROUPS.filter((group) => group.backbone.includes(name))
  return groups.find((group) => group.unit === facultyOfMajor.get(name)) ?? groups[0]
}

/** Of which kind a key major is, and since when: those of the national groups are high-level ones. */
function honourOf(name: string): { readonly kind: string; readonly awardedOn: string } | null {
  if (PROVINCIAL_KEY.has(name)) return { kind: 'distinctive', awardedOn: '2017-06-30' }
  if (!NATIONAL_KEY.has(name)) return null
  return GROUPS.some((group) => group.level === 'national' && group.backbone.includes(name))
    ? { kind: 'high-level', awardedOn: '2019-12-10' }
    : { kind: 'strong', awardedOn: '2019-07-01' }
}

export const majorsDemo: DemoPart = (demo) => {
  const groups: DemoRow[] = GROUPS.map((group) => ({
    $key: group.key,
    code: group.key,
    name: group.name,
    approvedName: group.approvedName ?? null,
    level: group.level,
    unit: demo.id('units', group.unit),
    openedOn: group.since,
    endedOn: null,
  }))
  const majors: DemoRow[] = MAJORS.map(([code, name, category, className, unit, opened, stopped]) => {
    const group = groupOf(name)
    return {
      $key: name,
      code,
      name,
      unit: demo.id('units', unit),
      category,
      class: className,
      level: 'junior-college',
      years: 3,
      group: group && stopped === undefined ? demo.id('major-groups', group.key) : null,
      approvedIn: `${opened}-03`,
      // Freshmen register in the last days of August.
      openedOn: `${opened}-08-26`,
      stoppedOn: stopped === undefined ? null : `${stopped}-08-31`,
      keyLevel: NATIONAL_KEY.has(name) ? 'national' : PROVINCIAL_KEY.has(name) ? 'provincial' : null,
      key: NATIONAL_KEY.has(name) || PROVINCIAL_KEY.has(name),
      keyKind: honourOf(name)?.kind ?? null,
      keySince: honourOf(name)?.awardedOn ?? null,
    }
  })
  const members: DemoRow[] = GROUPS.flatMap((group) =>
    group.backbone.map((name, i) => ({
      $key: `${group.key}/${name}`,
      group: demo.id('major-groups', group.key),
      major: demo.id('majors', name),
      name,
      role: i === 0 ? 'core' : 'backbone',
      from: group.since,
      to: null,
    })),
  )
  const honours: DemoRow[] = MAJORS.flatMap(([, name]) => {
    const honour = honourOf(name)
    const level = NATIONAL_KEY.has(name) ? 'national' : 'provincial'
    return honour ? [{ $key: `${name}/${level}`, major: demo.id('majors', name), level, ...honour, note: null }] : []
  })
  return [
    { register: 'major-honours', rows: honours },
    { register: 'major-groups', rows: groups },
    { register: 'majors', rows: majors },
    { register: 'major-group-members', rows: members },
  ]
}

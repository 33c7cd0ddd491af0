import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { STAFF, staffNumber, unitOfStaff } from './college.ts'
import { SYSTEMS } from './information-systems.ts'
import { placesOf } from './intake.ts'
import { facultyOfMajor } from './majors.ts'
import { autumnDays, dayBetween, isWorkday } from './shares.ts'

/**
 * The information systems of the made-up college and what they saw in the autumn of 2023.
 *
 * Keys for other parts (demo.id): information-systems their number, 'XT01'…'XT20'.
 */
export const networkDemo: DemoPart = (demo) => [
  { register: 'information-systems', rows: systemRows(demo) },
  { register: 'system-integrations', rows: integrationRows(demo) },
  { register: 'system-visits', rows: visitRows(demo) },
  { register: 'featured-system-outputs', rows: outputRows(demo) },
  { register: 'security-reports', rows: securityRows(demo) },
  { register: 'data-integrations', rows: dataRows(demo) },
  { register: 'data-mappings', rows: mappingRows(demo) },
  { register: 'sign-ins', rows: signInRows(demo) },
]

const systemId = (demo: DemoContext, number: string) => demo.id('information-systems', number)
const featured = SYSTEMS.filter((system) => system.featured)

function systemRows(demo: DemoContext): DemoRow[] {
  return SYSTEMS.map((system) => ({
    $key: system.number,
    number: system.number,
    name: system.name,
    shortName: system.shortName,
    unit: demo.id('units', system.unit),
    category: system.category,
    source: system.source,
    address: `https://${system.number.toLowerCase()}.example.edu.cn/`,
    featured: system.featured,
    scenarioAccess: system.featured ? 'single-sign-on' : null,
    description: `用于${system.use}。`,
  }))
}

/** Everything signs on through XT14, which needs no integration with itself. */
function integrationRows(demo: DemoContext): DemoRow[] {
  return SYSTEMS.filter((system) => system.number !== 'XT14').map((system, i) => {
    const random = demo.random(`system-integrations/${system.number}`)
    return {
      $key: system.number,
      system: systemId(demo, system.number),
      direction: 'inward',
      way: i % 6 === 5 ? 'sdk' : 'api',
      integrationVersion: 'V2.1',
      protocol: 'https',
      interfaceVersion: 'V1.0',
      authentication: random.pick(['oauth2', 'cas', 'cas', 'openid-connect']),
      completedOn: dayBetween(random, '2021-03-01', '2023-12-20'),
    }
  })
}

/** Weekends and the holidays of October see an eighth of a working day. */
const busy = (day: string, usual: number, percent: number) =>
  Math.round(((isWorkday(day) ? usual : usual / 8) * percent) / 100)

function visitRows(demo: DemoContext): DemoRow[] {
  return autumnDays.flatMap((day) => {
    const random = demo.random(`system-visits/${day}`)
    // Those with fewer visits report on working days only.
    const open = SYSTEMS.filter((system) => isWorkday(day) || system.byStudents >= 1000)
    return open.map((system) => ({
      $key: `${day}/${system.number}`,
      day,
      system: systemId(demo, system.number),
      channel: ['XT12', 'XT13'].includes(system.number) ? 'mini-program' : 'website',
      teacherVisits: busy(day, system.byTeachers, random.between(80, 120)),
      studentVisits: busy(day, system.byStudents, random.between(80, 120)),
    }))
  })
}

/** A row for each featured system and week. */
function outputRows(demo: DemoContext): DemoRow[] {
  const mondays = autumnDays.filter((day) => new Date(day).getUTCDay() === 1)
  return featured.flatMap((system) =>
    mondays.map((producedOn) => {
      const random = demo.random(`featured-system-outputs/${system.number}/${producedOn}`)
      const figures = {
        使用人数: random.between(200, 2400),
        办结事项: random.between(40, 600),
        预警: random.between(0, 24),
      }
      return {
        $key: `${system.number}/${producedOn}`,
        system: systemId(demo, system.number),
        producedOn,
        content: JSON.stringify({ [system.shortName]: figures }),
      }
    }),
  )
}

function securityRows(demo: DemoContext): DemoRow[] {
  return autumnDays.map((day) => {
    const random = demo.random(`security-reports/${day}`)
    const share = isWorkday(day) ? 100 : 70
    return {
      $key: day,
      day,
      sessions: Math.round((random.between(42_000, 58_000) * share) / 100),
      traffic: Math.round((random.between(38_000_000, 62_000_000) * share) / 100),
      attacks: random.between(120, 2600),
      uploadRate: `${random.between(2100, 4800)}.${random.between(10, 99)}`,
      downloadRate: `${random.between(9000, 21_000)}.${random.between(10, 99)}`,
    }
  })
}

/** Source tables that the data centre takes in: system, table, what it holds, how often, rows on the first day, added a day. */
const TABLES = [
  ['XT01', 'jw_course', '课程基本信息', 'semester', 1465, 0],
  ['XT01', 'jw_schedule', '排课数据', 'week', 42_000, 160],
  ['XT01', 'jw_score', '学生成绩', 'day', 810_000, 420],
  ['XT02', 'xg_student', '学生基本信息', 'day', 17_045, 1],
  ['XT02', 'xg_leave', '学生请假', 'day', 21_400, 75],
  ['XT03', 'rs_staff', '教职工基本信息', 'day', 1079, 0],
  ['XT04', 'ky_project', '科研项目', 'week', 1240, 1],
  ['XT06', 'zc_equipment', '设备资产', 'month', 2848, 2],
  ['XT07', 'wk_study', '在线学习记录', 'hour', 3_600_000, 18_500],
  ['XT11', 'ts_loan', '图书借阅', 'day', 264_000, 310],
  ['XT12', 'ykt_trade', '一卡通消费', 'hour', 9_400_000, 21_000],
] as const

/** Days on which a table that is updated so often is brought in. */
const isDue = (day: string, frequency: string) =>
  frequency === 'day' || frequency === 'hour'
    ? true
    : frequency === 'week'
      ? new Date(day).getUTCDay() === 1
      : frequency === 'month'
        ? day.endsWith('-01')
        : day === autumnDays[0]

function dataRows(demo: DemoContext): DemoRow[] {
  return TABLES.flatMap(([system, tableName, tableLabel, frequency, first, daily]) =>
    autumnDays.flatMap((updatedOn, n): DemoRow[] => {
      if (!isDue(updatedOn, frequency)) return []
      const random = demo.random(`data-integrations/${tableName}/${updatedOn}`)
      return [
        {
          $key: `${tableName}/${updatedOn}`,
          updatedOn,
          system: systemId(demo, system),
          database: `ods_${system.toLowerCase()}`,
          tableName,
          tableLabel,
          frequency,
          way: 'automatic',
          rowsHeld: first + daily * n,
          calls: random.between(20, 900),
        },
      ]
    }),
  )
}

/** Names of the standard's tables and the system each comes from; those filled in by hand have none. */
const MAPPED = [
  ['ODS_KCJBSJ', '课程基本数据子类表', 'XT01'],
  ['ODS_KCJSSJ', '课程建设数据子类表', 'XT01'],
  ['ODS_ZYSZSJ', '专业设置数据子类表', 'XT01'],
  ['ODS_PYFASJ', '培养方案数据子类表', 'XT01'],
  ['ODS_PYFAKCSJ', '培养方案课程设置数据子类表', 'XT01'],
  ['ODS_PKSJ', '排课数据子类表', 'XT01'],
  ['ODS_XSXKSJ', '学生选课数据子类表', 'XT01'],
  ['ODS_JCJBSJ', '教材基本数据子类表', 'XT01'],
  ['ODS_SZZYJBSJ', '数字资源基本数据子类表', 'XT07'],
  ['ODS_XNFZSZZYJBSJ', '虚拟仿真数字资源基本数据子类表', 'XT08'],
  ['ODS_SXXMSJ', '实训项目数据子类表', 'XT08'],
  ['ODS_SXJCSJ', '实习基础数据子类表', 'XT09'],
  ['ODS_FWSZTSGZYSJ', '访问数字图书馆资源数据子类表', 'XT11'],
  ['ODS_XSXFSJ', '学生消费数据子类表', 'XT12'],
  ['ODS_YKTRZSJ', '一卡通认证数据子类表', 'XT12'],
  ['ODS_ZXSWBLSJ', '在线事务办理数据子类表', 'XT13'],
  ['ODS_XXHXTJCQKSJ', '信息化系统集成情况数据子类表', 'XT14'],
  ['ODS_TYYHRZDLSJ', '统一用户认证登录数据子类表', 'XT14'],
  ['ODS_XBSJZXSJJCQKSJ', '校本数据中心数据集成情况数据子类表', 'XT15'],
  ['ODS_XYDTXXSJ', '校园动态信息数据子类表', 'XT16'],
  ['ODS_WLAQGLSJ', '网络安全管理数据子类表', 'XT17'],
] as const

function mappingRows(demo: DemoContext): DemoRow[] {
  return MAPPED.map(([tableName, tableLabel, system]) => ({
    $key: tableName,
    tableName,
    tableLabel,
    system: systemId(demo, system),
  }))
}

/** Ten sign-ins of each day, as a sample. */
function signInRows(demo: DemoContext): DemoRow[] {
  const students = placesOf[2022]
  return autumnDays.flatMap((day) =>
    Array.from({ length: 10 }, (_, i): DemoRow => {
      const random = demo.random(`sign-ins/${day}/${i}`)
      const isStudent = i % 5 !== 0
      const student = random.pick(students)
      const member = staffNumber(random.between(1, STAFF))
      const account = isStudent ? student.number : member
      return {
        $key: `${day}/${i}`,
        signedInAt: `${day}T${String(8 + i).padStart(2, '0')}:${random.between(10, 59)}:${random.between(10, 59)}`,
        account,
        roles: isStudent ? '学生' : '教师',
        department: demo.id('units', isStudent ? facultyOfMajor.get(student.major)! : unitOfStaff(member)),
        // Addresses kept for documentation: nobody has them.
        address: `192.0.2.${random.between(1, 254)}`,
        accountState: random.between(1, 60) === 1 ? 'locked' : 'normal',
      }
    }),
  )
}

import { staffNumber, DEMO_STUDENTS } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { autumnDays, dayBetween, daysAfter, isWorkday } from './shares.ts'

/**
 * Daily life on the campus in the autumn of 2023: spending, card checks, requests, news, the library. No other part refers to it.
 */
export const campusDaysDemo: DemoPart = (demo) => [
  { register: 'campus-purchases', rows: purchaseRows(demo) },
  { register: 'card-authentications', rows: cardRows(demo) },
  { register: 'service-requests', rows: requestRows(demo) },
  { register: 'campus-news', rows: newsRows(demo) },
  { register: 'digital-library-visits', rows: libraryRows(demo) },
]

/** Purchases on a working day, and the least and most that one costs, in fen. */
const SPENDING = [
  ['canteen', 26_000, 900, 1250],
  ['shop', 5200, 700, 1500],
  ['library', 240, 80, 200],
  ['other', 1100, 300, 900],
] as const

function purchaseRows(demo: DemoContext): DemoRow[] {
  return autumnDays.flatMap((day) =>
    SPENDING.map(([category, usual, low, high]): DemoRow => {
      const random = demo.random(`campus-purchases/${day}/${category}`)
      const purchases = Math.round((usual * random.between(85, 115) * (isWorkday(day) ? 100 : 60)) / 10_000)
      const fen = purchases * random.between(low, high)
      return {
        $key: `${day}/${category}`,
        day,
        category,
        amount: `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`,
        purchases,
      }
    }),
  )
}

/** Where people are identified, how, and how often on a working day. */
const CHECKS = [
  ['canteen', 'card', 18_000],
  ['canteen', 'qr-code', 8000],
  ['dormitory', 'face', 24_000],
  ['gate', 'face', 9500],
  ['library', 'card', 2600],
  ['classroom', 'card', 5400],
] as const

function cardRows(demo: DemoContext): DemoRow[] {
  return autumnDays.flatMap((day) =>
    CHECKS.map(([place, way, usual]): DemoRow => {
      const random = demo.random(`card-authentications/${day}/${place}/${way}`)
      return {
        $key: `${day}/${place}/${way}`,
        day,
        place,
        way,
        times: Math.round((usual * random.between(85, 115) * (isWorkday(day) ? 100 : 55)) / 10_000),
      }
    }),
  )
}

const MATTERS = [
  ['certificate', '在读证明开具', 'student'],
  ['certificate', '在职证明开具', 'staff'],
  ['reimbursement', '差旅费报销', 'staff'],
  ['repair', '宿舍报修', 'student'],
  ['venue-booking', '报告厅预约', 'staff'],
  ['leave', '学生请假', 'student'],
  ['seal-use', '学校印章使用申请', 'staff'],
  ['procurement-and-contracts', '合同审批', 'staff'],
  ['supplies', '办公用品领用', 'staff'],
  ['certificate', '校友成绩单办理', 'external'],
] as const

function requestRows(demo: DemoContext): DemoRow[] {
  return Array.from({ length: 600 }, (_, i): DemoRow => {
    const number = `SW2023${String(i + 1).padStart(5, '0')}`
    const random = demo.random(`service-requests/${number}`)
    const [kind, name, personKind] = MATTERS[i % MATTERS.length]!
    const at = (day: string) => `${day}T${random.between(10, 17)}:${random.between(10, 59)}:${random.between(10, 59)}`
    const asked = dayBetween(random, '2023-09-01', '2024-01-17')
    const isOpen = random.between(1, 20) === 1
    return {
      $key: number,
      number,
      name,
      kind,
      personKind,
      applicant:
        personKind === 'external'
          ? null
          : demo.id(
              'people',
              personKind === 'staff' ? staffNumber(random.between(1, 1079)) : random.pick(DEMO_STUDENTS),
            ),
      applicantName: personKind === 'external' ? demo.personName(random) : null,
      requestedAt: at(asked),
      handledAt: isOpen ? null : at(dayBetween(random, daysAfter(asked, 1), daysAfter(asked, 3))),
    }
  })
}

const HEADLINES = [
  '学校召开新学期工作会议',
  '学校举行新生开学典礼',
  '师生在职业院校技能大赛中获奖',
  '产教融合共同体成立大会举行',
  '学校开展质量年度报告编制培训',
  '技能活动周系列活动举行',
  '学校与企业签订合作协议',
  '冬季运动会开幕',
]

function newsRows(demo: DemoContext): DemoRow[] {
  return Array.from({ length: 64 }, (_, i): DemoRow => {
    const number = i + 1
    const publishedOn = dayBetween(demo.random(`campus-news/${number}`), '2023-09-01', '2024-01-20')
    return {
      $key: String(number),
      title: `${HEADLINES[i % HEADLINES.length]}（${number}）`,
      address: `https://www.example.edu.cn/news/2023/${number}.html`,
      publishedOn,
    }
  })
}

function libraryRows(demo: DemoContext): DemoRow[] {
  return autumnDays.map((day): DemoRow => {
    const random = demo.random(`digital-library-visits/${day}`)
    const share = isWorkday(day) ? 100 : 45
    return {
      $key: day,
      day,
      journalVisits: Math.round((random.between(700, 1300) * share) / 100),
      bookVisits: Math.round((random.between(400, 900) * share) / 100),
    }
  })
}

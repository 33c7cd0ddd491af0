import { FACULTIES, officersOf, staffMember, staffNumbersOf } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { madeUpCreditCode } from './credit-code.ts'
import { partnersOf, teachersOf } from './partnership.ts'
import { dayBetween, daysAfter } from './shares.ts'
import { idsOf } from './students.ts'

/**
 * Portraits, placements in enterprises, further training and appraisal of staff in the autumn of 2023.
 *
 * Keys for other parts (demo.id): teacher-portraits = staff number · teacher-portrait-measures '<staff>/<measure>' ·
 * enterprise-placements = staff number · staff-trainings '<training>/<staff>' · staff-appraisals = staff number
 */

type Ids = ReturnType<typeof idsOf>

export const staffDevelopmentDemo: DemoPart = (demo) => {
  const of = idsOf(demo)
  const portraits = FACULTIES.flatMap((unit) => teachersOf(unit).slice(0, 6)).map((number) => portraitOf(demo, number))
  return [
    { register: 'teacher-portraits', rows: portraits.map((one) => portraitRow(demo, of, one)) },
    { register: 'teacher-portrait-measures', rows: portraits.flatMap((one) => measureRows(demo, of, one)) },
    { register: 'enterprise-placements', rows: placementRows(demo, of) },
    { register: 'staff-trainings', rows: trainingRows(demo, of) },
    { register: 'staff-appraisals', rows: appraisalRows(demo, of) },
  ]
}

const whose = (demo: DemoContext, of: Ids, number: string) => ({
  teacher: of('staff', number),
  unit: of('units', staffMember(demo, number).unit),
  person: of('people', number),
})

interface Measured {
  readonly group: string
  readonly groupInEnglish: string
  readonly measure: string
  readonly measureInEnglish: string
  readonly result: string
}
interface Portrait {
  readonly number: string
  readonly measures: readonly Measured[]
}

function portraitOf(demo: DemoContext, number: string): Portrait {
  const random = demo.random(`teacher-portraits/${number}`)
  const measured = (group: string, groupInEnglish: string, measure: string, measureInEnglish: string, n: number) => ({
    group,
    groupInEnglish,
    measure,
    measureInEnglish,
    result: String(n),
  })
  return {
    number,
    measures: [
      measured('教学', 'Teaching', '学评教得分', 'Rating by students', random.between(82, 98)),
      measured('教学', 'Teaching', '本学期课时', 'Hours this term', random.between(64, 240)),
      measured('教学', 'Teaching', '指导实习学生数', 'Interns in charge', random.between(0, 24)),
      measured('科研', 'Research', '在研项目数', 'Projects under way', random.between(0, 3)),
      measured('服务', 'Service', '企业实践天数', 'Days in enterprises', random.between(0, 60)),
    ],
  }
}

function portraitRow(demo: DemoContext, of: Ids, { number, measures }: Portrait): DemoRow {
  const random = demo.random(`teacher-portraits/${number}/visits`)
  const groups = Map.groupBy(measures, ({ group }) => group)
  const results = Object.fromEntries(
    [...groups].map(([group, own]) => [group, Object.fromEntries(own.map(({ measure, result }) => [measure, result]))]),
  )
  return {
    $key: number,
    ...whose(demo, of, number),
    generatedOn: '2023-12-31',
    results: JSON.stringify(results),
    visits: random.between(1, 40),
    visitedOn: dayBetween(random, '2023-12-01', '2023-12-31'),
  }
}

const measureRows = (demo: DemoContext, of: Ids, { number, measures }: Portrait): DemoRow[] =>
  measures.map((measured) => ({
    $key: `${number}/${measured.measureInEnglish}`,
    ...whose(demo, of, number),
    ...measured,
  }))

const ORGANISATIONS: Readonly<Record<string, string>> = {
  'state-owned': 'state-owned',
  'other-enterprise': 'private',
}

function placementRows(demo: DemoContext, of: Ids): DemoRow[] {
  return FACULTIES.flatMap((unit) => teachersOf(unit).slice(6, 22)).map((number, i) => {
    const random = demo.random(`enterprise-placements/${number}`)
    const partner = random.pick(partnersOf(FACULTIES[Math.floor(i / 16)]!))
    const startsOn = dayBetween(random, '2023-09-01', '2023-11-10')
    const practises = i % 6 !== 5
    return {
      $key: number,
      ...whose(demo, of, number),
      kind: practises ? 'practice' : 'part-time-post',
      creditCode: madeUpCreditCode(Number(partner.key.slice(1))),
      enterprise: partner.name,
      partner: of('partners', partner.key),
      organisationKind: ORGANISATIONS[partner.kind] ?? 'other',
      industry: partner.industry,
      post: practises ? random.pick(['工艺工程师助理', '项目组成员', '技术员']) : '技术顾问',
      startsOn,
      endsOn: daysAfter(startsOn, practises ? random.between(28, 70) : 365),
    }
  })
}

const TOPICS = [
  '课程思政建设',
  '数字化教学能力',
  '专业带头人能力提升',
  '双师型教师企业研修',
  '教学能力比赛备赛',
] as const
const ABROAD = 19

/** Twenty trainings with eight people each, the last of them abroad. */
function trainingRows(demo: DemoContext, of: Ids): DemoRow[] {
  return Array.from({ length: 20 }, (_, t) => t).flatMap((t) => {
    const random = demo.random(`staff-trainings/${t}`)
    const abroad = t === ABROAD
    const topic = TOPICS[t % TOPICS.length]!
    const startsOn = dayBetween(random, '2023-09-08', '2023-12-10')
    const endsOn = daysAfter(startsOn, abroad ? 20 : random.between(1, 6))
    const number = `PX2023${String(t + 1).padStart(3, '0')}`
    const unit = FACULTIES[t % FACULTIES.length]!
    return teachersOf(unit)
      .slice(24, 32)
      .map((member): DemoRow => ({
        $key: `${number}/${member}`,
        ...whose(demo, of, member),
        number,
        name: abroad ? '职业教育教学法海外研修班（演示）' : `2023年${topic}培训班第${t + 1}期（演示）`,
        place: abroad ? 'abroad' : 'at-home',
        topic,
        content: `围绕${topic}的专题讲座、案例研讨与实践。`,
        speaker: demo.personName(demo.random(`staff-trainings/${t}/speaker`)),
        startsOn,
        endsOn,
        leftOn: abroad ? daysAfter(startsOn, -1) : null,
        dueBackOn: abroad ? daysAfter(endsOn, 1) : null,
        purpose: abroad ? 'further-training' : null,
        sentBy: abroad ? '匠心示范职业技术学院' : null,
        approvedBy: abroad ? '示例市教育委员会（演示）' : null,
        approvedOn: abroad ? '2023-06-20' : null,
      }))
  })
}

/** The appraisal of the year, of a sample of each faculty's staff. */
function appraisalRows(demo: DemoContext, of: Ids): DemoRow[] {
  return FACULTIES.flatMap((unit) => {
    const { head } = officersOf(unit)
    return staffNumbersOf(unit)
      .filter((number) => number !== head)
      .slice(0, 30)
      .map((number, i): DemoRow => {
        const result = i % 7 === 0 ? 'excellent' : i === 29 ? 'basically-competent' : 'competent'
        return {
          $key: number,
          ...whose(demo, of, number),
          appraiser: of('units', unit),
          kind: 'annual',
          appraisedOn: '2023-12-22',
          content: '德、能、勤、绩、廉',
          unitResult: result,
          head: of('staff', head),
          collegeResult: result,
        }
      })
  })
}

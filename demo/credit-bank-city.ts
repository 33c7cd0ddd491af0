/**
 * A made-up city's credit bank in full: as many files, outcomes, conversions, certificates and institutions as a published
 * self-evaluation counts (双高计划中期绩效评价自评报告：学分银行). Everybody and everything in it is invented, has 示 in
 * its name, and is the same on every run: it is made by counting, without chance.
 */

/** What the city's bank holds. */
export const CITY_SIZE = {
  learners: 234_300,
  outcomes: 207_700,
  conversions: 96_900,
  certificates: 31,
  schools: 82,
  firms: 6,
}

export interface CityRow {
  readonly id: string
  readonly state?: string
  readonly values: Readonly<Record<string, unknown>>
}

const CERTIFICATES = [
  '特殊焊接技术', '智能新能源汽车', '建筑信息模型', '工业机器人操作与运维', '数控车铣加工', '物流管理', '老年照护',
  '母婴护理', '幼儿照护', '网店运营推广', '电子商务数据分析', '云计算平台运维', '网络安全评估', '大数据平台管理',
  '界面设计', '前端开发', '智能财税', '财务共享服务', '邮轮运营服务', '现代酒店服务', '研学旅行策划', '无人机驾驶',
  '轨道交通通信信号', '飞机维护', '食品检验管理', '粮农食品安全评价', '药物制剂生产', '医学影像存储', '植物病虫害防治',
  '智能制造单元维护', '电梯维修保养',
] // prettier-ignore
const OTHERS = [
  { kind: 'degree-course', names: ['机械制图', '电工基础', '英语', '计算机应用', '会计基础'], credits: '4' },
  { kind: 'degree-course', names: ['工程力学', '数据库', '市场营销', '护理学基础', '汽车构造'], credits: '4' },
  { kind: 'training', names: ['安全生产培训', '家政服务培训', '数字技能培训'], credits: '2' },
  { kind: 'work-experience', names: ['生产岗位工作经历', '服务岗位工作经历'], credits: '3' },
  { kind: 'competition', names: ['焊接技术竞赛', '养老服务竞赛'], credits: '2' },
] as const
const LEVELS = ['elementary', 'intermediate', 'advanced'] as const
const GRADES = ['pass', 'good', 'excellent'] as const
const MARKS = { pass: '75', good: '85', excellent: '90' } as const
const CREDITS = { elementary: '3', intermediate: '5', advanced: '8' } as const
/** Outcomes of ten learners, one after the other. */
const PATTERN = [0, 1, 2, 0, 1, 1, 0, 3, 0, 1]
const SURNAMES = [...'赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹']
const GIVEN = [...'安博晨达恩芳刚浩佳凯兰明宁鹏琪然书涛文欣雅泽']
const DISTRICTS = [
  '500101', '500102', '500103', '500104', '500105', '500106', '500107', '500108', '500109', '500110', '500111',
  '500112', '500113', '500114', '500115', '500116', '500117', '500118', '500119', '500120', '500151', '500152',
  '500153', '500154', '500155', '500156', '500229', '500230', '500231', '500233', '500235', '500236', '500237',
  '500238', '500240', '500241', '500242', '500243',
] // prettier-ignore
/** Schools that convert: colleges and universities; the others, and the firms, only issue. */
const CONVERTING = 20

const two = (n: number) => String(n).padStart(2, '0')
const day = (year: number, n: number) => `${year}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`

/** Ids are counted, too: a kind, and a number in it. */
const idOf = (kind: number, n: number) => `0000000${kind}-c175-7000-8000-${n.toString(16).padStart(12, '0')}`
const INSTITUTION = 1
const LEARNER = 2
const OUTCOME = 3
const RULE = 4
const LIMIT = 5
const CONVERSION = 6

/** A number that fits its check character (GB 11643), of a region that there is not: nobody has it. */
function identityOf(n: number): string {
  const born = `${1958 + (n % 48)}${two(1 + (Math.floor(n / 48) % 12))}${two(1 + (Math.floor(n / 576) % 28))}`
  const digits = `990000${born}${String(Math.floor(n / 16_128) % 1000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return digits + '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11]!
}

interface Skill {
  readonly kind: string
  readonly name: string
  readonly level: string
  readonly credits: string
}

/** What the n-th outcome is: two of three are certificates. */
function skillOf(n: number): Skill {
  if (n % 3 !== 2) {
    const level = LEVELS[Math.floor(n / 7) % 3]!
    return {
      kind: 'vocational-certificate',
      name: CERTIFICATES[n % CERTIFICATES.length]!,
      level,
      credits: CREDITS[level],
    }
  }
  const other = OTHERS[Math.floor(n / 3) % OTHERS.length]!
  return {
    kind: other.kind,
    name: other.names[Math.floor(n / 15) % other.names.length]!,
    level: 'none',
    credits: other.credits,
  }
}

const isProven = (learner: number) => learner % 13 !== 12

/** The n-th school that converts, of which the first are universities. */
const schoolId = (n: number) => idOf(INSTITUTION, n % CONVERTING)
const target = (name: string) => `${name}（转换课程）`

export const cityInstitutions = (): CityRow[] =>
  Array.from({ length: CITY_SIZE.schools + CITY_SIZE.firms }, (_, i) => {
    const [kind, name] =
      i < 6
        ? ['university', `示例${two(i + 1)}大学继续教育学院（演示）`]
        : i < CONVERTING
          ? ['vocational-college', `示例${two(i + 1)}职业学院（演示）`]
          : i < CITY_SIZE.schools
            ? ['secondary-vocational', `示例${two(i + 1)}中等职业学校（演示）`]
            : ['firm', `示例${two(i + 1)}企业（演示）`]
    return {
      id: idOf(INSTITUTION, i),
      values: { code: `YS-${two(i + 1)}`, name, kind, region: DISTRICTS[i % DISTRICTS.length], joinedOn: '2018-01-01' },
    }
  })

/** Every converting school takes every certificate of any level, and every other outcome, each for a course of its own. */
export function cityRules(): CityRow[] {
  const skills = [
    ...CERTIFICATES.map((name) => ({ kind: 'vocational-certificate', name, credits: '3' })),
    ...OTHERS.flatMap(({ kind, names }) => names.map((name) => ({ kind, name, credits: '2' }))),
  ]
  return skills.flatMap(({ kind, name, credits }, s) =>
    Array.from({ length: CONVERTING }, (_, i) => ({
      id: idOf(RULE, s * CONVERTING + i),
      state: 'approved',
      values: {
        number: `YS-${s + 1}-${i + 1}`,
        name: `${name} → ${target(name)}`,
        institution: schoolId(i),
        outcomeKind: kind,
        outcomeName: name,
        level: null,
        leastGrade: 'pass',
        targetKind: 'course',
        target: target(name),
        category: kind === 'vocational-certificate' ? 'core' : 'elective',
        credits,
        gradeForPass: MARKS.pass,
        gradeForGood: MARKS.good,
        gradeForExcellent: MARKS.excellent,
        from: '2018-01-01',
        basis: '学分认定与转换办法（演示）',
      },
    })),
  )
}

export const cityLimits = (): CityRow[] =>
  Array.from({ length: CONVERTING }, (_, i) => ({
    id: idOf(LIMIT, i),
    state: 'approved',
    values: {
      number: `YS-${i + 1}`,
      name: '全专业上限',
      institution: schoolId(i),
      per: 'programme',
      mostCredits: '12',
      from: '2018-01-01',
    },
  }))

/** Learners from a number on. @param all how many there are in all */
export const cityLearners = (from: number, count: number): CityRow[] =>
  Array.from({ length: count }, (_, i) => {
    const n = from + i
    return {
      id: idOf(LEARNER, n),
      values: {
        number: `YS${String(n + 1).padStart(7, '0')}`,
        name: `${SURNAMES[n % SURNAMES.length]}示${GIVEN[Math.floor(n / SURNAMES.length) % GIVEN.length]}`,
        proof: isProven(n) ? (n % 4 === 0 ? 'verified' : 'document') : 'declared',
        identity: isProven(n) ? identityOf(n) : null,
        stage: n % 9 === 8 ? 'senior' : n % 3 === 0 ? 'worker' : 'student',
        openedOn: day(2019 + (n % 5), n),
      },
    }
  })

interface Held extends Skill {
  readonly n: number
  readonly learner: number
  readonly grade: keyof typeof MARKS
  readonly year: number
  readonly isAccredited: boolean
}

/** Outcomes, learner by learner. */
export function* cityHeld(learners: number, most: number): Generator<Held> {
  let n = 0
  for (let learner = 0; learner < learners; learner++)
    for (let i = 0; i < PATTERN[learner % PATTERN.length]! && n < most; i++, n++)
      yield {
        ...skillOf(n),
        n,
        learner,
        grade: GRADES[n % 3]!,
        year: 2019 + (n % 5),
        isAccredited: n % 25 !== 24,
      }
}

export const cityOutcome = ({ n, learner, grade, year, isAccredited, ...skill }: Held): CityRow => ({
  id: idOf(OUTCOME, n),
  state: isAccredited ? 'accredited' : 'registered',
  values: {
    ...skill,
    number: `YS-${n + 1}`,
    learner: idOf(LEARNER, learner),
    grade,
    issuer: idOf(INSTITUTION, CONVERTING + (n % (CITY_SIZE.schools + CITY_SIZE.firms - CONVERTING))),
    issuedOn: day(year, n),
    hours: 16 * Number(skill.credits),
    certificateNumber: `演示-${n + 1}`,
  },
})

/** The conversion of an outcome, if it was converted: eleven of twenty were, at a school of their own each. */
export function cityConversion(held: Held): CityRow | undefined {
  const { n, learner, kind, name, grade, year, isAccredited } = held
  if (!isAccredited || !isProven(learner) || n % 20 >= 11) return undefined
  const school = n % CONVERTING
  const isCertificate = kind === 'vocational-certificate'
  const skills: string[] = [...CERTIFICATES, ...OTHERS.flatMap(({ names }) => names)]
  return {
    id: idOf(CONVERSION, n),
    state: 'approved',
    values: {
      number: `YS-${n + 1}`,
      learner: idOf(LEARNER, learner),
      outcome: idOf(OUTCOME, n),
      rule: idOf(RULE, skills.indexOf(name) * CONVERTING + school),
      institution: schoolId(school),
      target: target(name),
      category: isCertificate ? 'core' : 'elective',
      credits: isCertificate ? '3' : '2',
      grade: MARKS[grade],
      appliedOn: day(year + 1, n),
    },
  }
}

import { COLLEGE, DEMO_STUDENTS } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { DEMO_EXPERT } from './plan-scores.ts'

/**
 * The credit bank of a made-up city: schools, firms and issuing bodies, citizens with what they learnt, rules and limits
 * of conversion, applications in every state. What is approved keeps within the rules: the ledger is opened from it.
 *
 * Keys: credit-institutions their code · credit-learners 'XL001'… · learning-outcomes '<learner>-<n>' ·
 * conversion-rules 'GZ001'… · conversion-limits 'SX01'… · credit-conversions 'ZH<n>' · credit-consents 'TY01'… ·
 * learner-requests 'SQ01' · life-events 'SJ01'… · learner-merges 'HB01' · outcome-opinions 'YJ01'…
 */

const LEARNERS = 80
/** The learner whom the demo's student account belongs to. */
const STUDENT = 'XL001'
/** The person of the demo's teacher account. */
const TEACHER = 'T0200'
/** Two accounts of one learner. */
const TWICE = ['XL002', 'XL011'] as const

interface School {
  readonly code: string
  readonly name: string
  readonly kind: string
  /** Converts outcomes; others only issue them. */
  readonly converts?: boolean
}
const HOME = 'XB-001'
const INSTITUTIONS: readonly School[] = [
  { code: HOME, name: COLLEGE.zh, kind: 'vocational-college', converts: true },
  { code: 'XB-002', name: '示例江南职业学院（演示）', kind: 'vocational-college', converts: true },
  { code: 'XB-003', name: '示例工业大学继续教育学院（演示）', kind: 'university', converts: true },
  { code: 'XB-004', name: '示例市开放大学（演示）', kind: 'open-university', converts: true },
  { code: 'XB-005', name: '示例第一中等职业学校（演示）', kind: 'secondary-vocational' },
  { code: 'XB-006', name: '示例装备制造学校（演示）', kind: 'secondary-vocational' },
  { code: 'XB-007', name: '示例船舶重工企业（演示）', kind: 'firm' },
  { code: 'XB-008', name: '示例汽车制造企业（演示）', kind: 'firm' },
  { code: 'XB-101', name: '示例职业技能评价机构（演示）', kind: 'assessment-body' },
  { code: 'XB-102', name: '示例培训评价组织（演示）', kind: 'assessment-body' },
]

/** Districts that the institutions lie in. */
const REGIONS = ['500112', '500106', '500108', '500101', '500118', '500116', '500102', '500120', '500105', '500103']

interface Skill {
  readonly kind: string
  readonly name: string
  readonly levels: readonly string[]
  readonly issuers: readonly string[]
  readonly credits: Readonly<Record<string, string>>
  /** What it becomes, and where: of each institution one course. */
  readonly becomes: readonly (readonly [course: string, category: string, credits: string])[]
}
const SKILLS: readonly Skill[] = [
  {
    kind: 'vocational-certificate',
    name: '特殊焊接技术',
    levels: ['elementary', 'intermediate', 'advanced'],
    issuers: ['XB-102'],
    credits: { elementary: '3', intermediate: '5', advanced: '8' },
    becomes: [
      ['焊接工艺', 'core', '4'],
      ['焊接实训', 'practice', '3'],
      ['材料成型基础', 'foundation', '2'],
    ],
  },
  {
    kind: 'vocational-certificate',
    name: '智能新能源汽车',
    levels: ['elementary', 'intermediate'],
    issuers: ['XB-102'],
    credits: { elementary: '3', intermediate: '5' },
    becomes: [
      ['新能源汽车技术', 'core', '4'],
      ['汽车电工电子', 'foundation', '3'],
    ],
  },
  {
    kind: 'vocational-certificate',
    name: '电工',
    levels: ['intermediate', 'advanced'],
    issuers: ['XB-101'],
    credits: { intermediate: '4', advanced: '6' },
    becomes: [
      ['电工技术', 'foundation', '4'],
      ['电气控制', 'core', '3'],
      ['电工实训', 'practice', '2'],
    ],
  },
  {
    kind: 'training',
    name: '安全生产培训',
    levels: ['none'],
    issuers: ['XB-007', 'XB-008'],
    credits: { none: '1' },
    becomes: [['安全教育', 'elective', '1']],
  },
  {
    kind: 'competition',
    name: '职业院校技能大赛焊接技术赛项',
    levels: ['provincial', 'national'],
    issuers: ['XB-006'],
    credits: { provincial: '2', national: '4' },
    becomes: [['创新创业实践', 'extension', '2']],
  },
  {
    kind: 'work-experience',
    name: '船舶焊接岗位工作经历',
    levels: ['none'],
    issuers: ['XB-007'],
    credits: { none: '4' },
    becomes: [['岗位实习', 'practice', '4']],
  },
  {
    kind: 'degree-course',
    name: '机械制图',
    levels: ['none'],
    issuers: ['XB-005', 'XB-006'],
    credits: { none: '4' },
    becomes: [['机械制图与识图', 'foundation', '3']],
  },
  {
    kind: 'other-certificate',
    name: '英语应用能力考试',
    levels: ['none'],
    issuers: ['XB-101'],
    credits: { none: '3' },
    becomes: [['大学英语', 'general', '3']],
  },
  // Nobody takes these yet: a gap among the rules.
  { kind: 'training', name: '插花艺术', levels: ['none'], issuers: ['XB-004'], credits: { none: '1' }, becomes: [] },
]
const LEVEL_NAMES: Readonly<Record<string, string>> = { intermediate: '中级', advanced: '高级' }

const three = (n: number) => String(n).padStart(3, '0')

/** A number that fits its check character (GB 11643), of a region that there is not: nobody has it. */
function identityOf(n: number): string {
  const digits = `990000${1958 + (n % 48)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${three(n % 1000)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return digits + '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11]!
}

function institutions(demo: DemoContext): DemoRow[] {
  return INSTITUTIONS.map(({ code, name, kind }, i) => ({
    $key: code,
    code,
    name,
    kind,
    region: REGIONS[i % REGIONS.length]!,
    unit: code === HOME ? demo.id('units', 'continuing-education') : null,
    joinedOn: '2020-01-01',
    leftOn: null,
  }))
}

function learners(demo: DemoContext): DemoRow[] {
  const random = demo.random('credit-learners')
  const people = Array.from({ length: LEARNERS }, (_, i): DemoRow => {
    const number = `XL${three(i + 1)}`
    // A few have only said who they are.
    const proof = number !== STUDENT && i % 11 === 10 ? 'declared' : i % 3 === 0 ? 'verified' : 'document'
    return {
      $key: number,
      number,
      name: demo.personName(random),
      proof,
      identity: proof === 'declared' ? null : identityOf(i + 1),
      stage: i % 9 === 8 ? 'senior' : i % 2 === 0 ? 'student' : 'worker',
      person: number === STUDENT ? demo.id('people', DEMO_STUDENTS[1]!) : null,
      openedOn: `2022-0${1 + (i % 9)}-15`,
    }
  })
  // One person who came twice: their accounts wait to be merged.
  return people.map((row) =>
    row.$key === TWICE[1] ? { ...row, name: people.find(({ $key }) => $key === TWICE[0])!['name'] } : row,
  )
}

interface Outcome {
  readonly key: string
  readonly learner: string
  readonly proven: boolean
  readonly skill: Skill
  readonly level: string
  readonly grade: string
  readonly state: string
}

/** Who holds what: the demo's student a certificate of every welder, others two to four outcomes each. */
function held(demo: DemoContext, people: readonly DemoRow[]): Outcome[] {
  const random = demo.random('learning-outcomes')
  return people.flatMap(({ $key, proof }) => {
    const skills = $key === STUDENT ? SKILLS.slice(0, 6) : random.shuffle(SKILLS).slice(0, random.between(2, 4))
    return skills.map((skill, n) => {
      const at = random.between(0, 19)
      return {
        key: `${$key}-${n + 1}`,
        learner: $key,
        proven: proof !== 'declared',
        skill,
        level: $key === STUDENT && n === 0 ? 'intermediate' : random.pick(skill.levels),
        grade: random.pick(['pass', 'good', 'excellent']),
        state: $key === STUDENT ? 'accredited' : at === 0 ? 'refused' : at < 3 ? 'registered' : 'accredited',
      }
    })
  })
}

const outcomes = (demo: DemoContext, all: readonly Outcome[]): DemoRow[] => {
  const random = demo.random('outcome-days')
  return all.map(({ key, learner, skill, level, grade, state }) => ({
    $key: key,
    $state: state,
    number: `CG-${key}`,
    learner: demo.id('credit-learners', learner),
    kind: skill.kind,
    name: skill.name,
    level,
    grade,
    issuer: demo.id('credit-institutions', random.pick(skill.issuers)),
    issuedOn: `202${random.between(2, 3)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(10, 28))}`,
    expiresOn: null,
    hours: 16 * Number(skill.credits[level]),
    credits: skill.credits[level]!,
    certificateNumber: `演示-${key}`,
  }))
}

interface Rule {
  readonly key: string
  readonly school: string
  readonly skill: Skill
  readonly level: string | null
  readonly course: string
  readonly category: string
  readonly credits: string
}

/** Every school that converts takes each skill for the course of its turn; skills of several levels from the second on. */
const ruleList: readonly Rule[] = INSTITUTIONS.filter(({ converts }) => converts)
  .flatMap(({ code }, s) =>
    SKILLS.flatMap((skill, k) => {
      const [course, category, credits] = skill.becomes[s % Math.max(1, skill.becomes.length)] ?? []
      // No school takes everything.
      if (!course || (s > 0 && (s + k) % 4 === 0)) return []
      const level = skill.kind === 'vocational-certificate' ? skill.levels[1]! : null
      return [{ school: code, skill, level, course, category: category!, credits: credits! }]
    }),
  )
  .map((rule, i) => ({ ...rule, key: `GZ${three(i + 1)}` }))

const rules = (demo: DemoContext): DemoRow[] => [
  ...ruleList.map(({ key, school, skill, level, course, category, credits }) => ({
    $key: key,
    ...ruleValues(demo, key, school, skill, course, category, credits),
    name: `${skill.name}${level === null ? '' : `（${LEVEL_NAMES[level] ?? level}）`} → ${course}`,
    level,
  })),
  // One that waits for its approval, to be tried first: it asks for the highest level.
  {
    $key: 'GZ900',
    $state: 'submitted',
    ...ruleValues(demo, 'GZ900', 'XB-002', SKILLS[0]!, '焊接检验', 'core', '6'),
    name: '特殊焊接技术（高级） → 焊接检验',
    level: 'advanced',
  },
]

const ruleValues = (
  demo: DemoContext,
  number: string,
  school: string,
  skill: Skill,
  course: string,
  category: string,
  credits: string,
) => ({
  number,
  institution: demo.id('credit-institutions', school),
  unit: null,
  outcomeKind: skill.kind,
  outcomeName: skill.name,
  leastGrade: 'pass',
  issuer: null,
  targetKind: 'course',
  target: course,
  category,
  credits,
  gradeForPass: '75',
  gradeForGood: '85',
  gradeForExcellent: '90',
  from: '2022-01-01',
  until: null,
  excludedBy: null,
  supersedes: null,
  basis: '学分认定与转换办法（演示）',
})

const MOST_OF_PROGRAMME = 12

const limits = (demo: DemoContext): DemoRow[] =>
  INSTITUTIONS.filter(({ converts }) => converts).flatMap(({ code }, i) => {
    const limit = (n: number, name: string, more: object) => ({
      $key: `SX${i + 1}${n}`,
      number: `SX${i + 1}${n}`,
      name,
      institution: demo.id('credit-institutions', code),
      unit: null,
      category: null,
      mostCredits: null,
      mostPercent: null,
      ofCredits: null,
      from: '2022-01-01',
      until: null,
      basis: '学分认定与转换办法（演示）',
      ...more,
    })
    return [
      limit(1, '每项成果上限', { per: 'outcome', mostCredits: '8' }),
      limit(2, '全专业上限', { per: 'programme', mostCredits: String(MOST_OF_PROGRAMME) }),
      limit(3, '核心课占比上限', { per: 'category', category: 'core', mostPercent: '20', ofCredits: '40' }),
      limit(4, '思想政治课不接受转换', { per: 'category', category: 'ideological', mostCredits: '0' }),
      limit(5, '体育课不接受转换', { per: 'category', category: 'physical', mostCredits: '0' }),
    ]
  })

/** Of every two outcomes that a rule takes one is converted; the rest of them wait, were refused, or nobody asked yet. */
function conversions(demo: DemoContext, all: readonly Outcome[]): DemoRow[] {
  const random = demo.random('credit-conversions')
  const taken = new Map<string, number>()
  const core = new Map<string, number>()
  const done = new Set<string>()
  return all.flatMap((outcome, n): DemoRow[] => {
    if (!outcome.proven || outcome.state !== 'accredited' || outcome.learner === STUDENT || n % 2 === 1) return []
    const fitting = ruleList.filter(
      ({ skill, level, credits }) =>
        skill === outcome.skill &&
        (level === null || level === outcome.level) &&
        Number(credits) <= Number(skill.credits[outcome.level]),
    )
    if (fitting.length === 0) return []
    const rule = random.pick(fitting)
    const place = `${outcome.learner} ${rule.school}`
    const sum = (taken.get(place) ?? 0) + Number(rule.credits)
    const cores = (core.get(place) ?? 0) + (rule.category === 'core' ? Number(rule.credits) : 0)
    const course = `${place} ${rule.course}`
    if (sum > MOST_OF_PROGRAMME || cores > 8 || done.has(course)) return []
    taken.set(place, sum)
    core.set(place, cores)
    done.add(course)
    const grades: Readonly<Record<string, string>> = { pass: '75', good: '85', excellent: '90' }
    const key = `ZH${three(n + 1)}`
    return [
      {
        $key: key,
        $state: n % 10 === 0 ? 'submitted' : n % 16 === 0 ? 'refused' : 'approved',
        number: key,
        learner: demo.id('credit-learners', outcome.learner),
        outcome: demo.id('learning-outcomes', outcome.key),
        rule: demo.id('conversion-rules', rule.key),
        institution: demo.id('credit-institutions', rule.school),
        unit: rule.school === HOME ? demo.id('units', 'continuing-education') : null,
        target: rule.course,
        category: rule.category,
        credits: rule.credits,
        grade: grades[outcome.grade]!,
        appliedOn: `2024-0${1 + (n % 6)}-${String(10 + (n % 18))}`,
      },
    ]
  })
}

/** Experts asked about the first outcomes that wait: the expert of the demo has one to answer, the teacher has answered one. */
const opinions = (demo: DemoContext, all: readonly Outcome[]): DemoRow[] => {
  const [first, second] = all.filter(({ state }) => state === 'registered')
  const row = (n: number, outcome: Outcome, expert: string, more: object): DemoRow => ({
    $key: `YJ0${n}`,
    number: `YJ-0${n}`,
    outcome: demo.id('learning-outcomes', outcome.key),
    expert: demo.id('people', expert),
    dueOn: '2024-07-15',
    question: '成果与所填等级、学时是否相符？',
    isLearnerShown: false,
    recommendation: null,
    level: null,
    credits: null,
    reason: null,
    ...more,
  })
  return [
    row(1, first!, DEMO_EXPERT[0], { $state: 'assigned' }),
    row(2, first!, TEACHER, {
      $state: 'answered',
      recommendation: 'accredit',
      level: first!.level === 'none' ? null : first!.level,
      credits: first!.skill.credits[first!.level]!,
      reason: '学时与考核记录齐全，达到所填等级（演示）',
    }),
    row(3, second!, DEMO_EXPERT[0], {
      $state: 'answered',
      recommendation: 'more-evidence',
      reason: '请补交证书原件的清晰扫描件（演示）',
    }),
  ]
}

/** Of the demo's student: a consent given and one withdrawn, a request that waits, the way from school to college. */
const ownAffairs = (demo: DemoContext) => {
  const learner = demo.id('credit-learners', STUDENT)
  const at = (school: string) => demo.id('credit-institutions', school)
  return {
    consents: [
      { school: HOME, state: 'given', purposes: ['see-outcomes', 'register-outcomes'], on: '2023-09-05' },
      { school: 'XB-002', state: 'given', purposes: ['see-outcomes'], on: '2024-03-11' },
      { school: 'XB-007', state: 'withdrawn', purposes: ['see-outcomes', 'see-contact'], on: '2023-06-20' },
    ].map(({ school, state, purposes, on }, i) => ({
      $key: `TY0${i + 1}`,
      $state: state,
      number: `TY-0${i + 1}`,
      learner,
      institution: at(school),
      purposes,
      givenOn: on,
      until: null,
    })),
    requests: [
      {
        $key: 'SQ01',
        $state: 'submitted',
        number: 'SQ-01',
        learner: demo.id('credit-learners', 'XL004'),
        kind: 'correction',
        name: '林示恆',
        identity: null,
        phone: null,
        reason: '身份证上的姓名用“恆”字',
        askedOn: '2024-05-20',
      },
    ],
    events: [
      { key: 'SJ01', stage: 'student', where: '示例第一中等职业学校（演示）', on: '2019-09-01' },
      { key: 'SJ02', stage: 'worker', where: '示例船舶重工企业（演示）', on: '2022-07-01' },
      { key: 'SJ03', stage: 'student', where: COLLEGE.zh, on: '2023-09-01' },
    ].map(({ key, ...event }) => ({ $key: key, learner, ...event })),
    merges: [
      {
        $key: 'HB01',
        $state: 'proposed',
        number: 'HB-01',
        kept: demo.id('credit-learners', TWICE[0]),
        absorbed: demo.id('credit-learners', TWICE[1]),
        reason: '同一人两次开户：第二次没有带身份证',
      },
    ],
  }
}

export const creditBankDemo: DemoPart = (demo) => {
  const people = learners(demo)
  const all = held(demo, people)
  const own = ownAffairs(demo)
  return [
    { register: 'credit-institutions', rows: institutions(demo) },
    { register: 'credit-learners', rows: people },
    { register: 'learning-outcomes', rows: outcomes(demo, all) },
    { register: 'conversion-rules', rows: rules(demo) },
    { register: 'conversion-limits', rows: limits(demo) },
    { register: 'credit-conversions', rows: conversions(demo, all) },
    { register: 'credit-consents', rows: own.consents },
    { register: 'learner-requests', rows: own.requests },
    { register: 'life-events', rows: own.events },
    { register: 'learner-merges', rows: own.merges },
    { register: 'outcome-opinions', rows: opinions(demo, all) },
  ]
}

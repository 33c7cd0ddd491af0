import { createHash } from 'node:crypto'
import { doubleHigh } from '../catalogue/schemes/double-high.ts'
import { planDuty } from '../catalogue/schemes/plan-duty.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { PLAN, SCHOOL_SHEET } from './plan-outline.ts'
import { planResultsDemo } from './plan-results.ts'
import { planTree } from './plan-tree.ts'

type Level = 'school' | 'group'
/** Value, points, and where the value comes from. */
type Item = readonly [key: string, label: string, value: object, points: string, source?: 'given' | 'plan']
interface SheetFacts {
  readonly key: string
  readonly name: string
  readonly scheme: typeof doubleHigh
  readonly round: 'person' | 'unit' | 'group' | 'school' | 'experts'
  readonly unit: string
  readonly keptBy: string
  readonly scorer: string | null
  readonly weighting: string
  readonly levels: Readonly<Record<string, readonly Item[]>>
  /** What experts confirmed, which the sheet counts without holding it. */
  readonly judged?: Readonly<Record<string, Readonly<Record<string, object>>>>
  readonly total: string | null
  readonly grade: string | null
  readonly isOpen?: true
}

/** Marks of five outside experts; the highest and the lowest of each are left out. */
const EXPERTS = [
  ['E0001', '赵示评', { school: ['93', '90'], group: ['97', '94'] }],
  ['E0002', '钱示审', { school: ['94', '88'], group: ['97.2', '93'] }],
  ['E0003', '孙示鉴', { school: ['95', '92'], group: ['97.4', '95'] }],
  ['E0004', '李示衡', { school: ['80', '70'], group: ['90', '85'] }],
  ['E0005', '周示度', { school: ['99', '96'], group: ['99', '98'] }],
] as const
/** A sixth one, who has yet to declare: the demo's account. */
export const DEMO_EXPERT = ['E0006', '吴示评'] as const

const full = (key: string, label: string, points: string): Item => [key, label, { value: '100.00' }, points, 'plan']
const satisfied = (key: string, label: string, points: string, value: string, target: string): Item => [
  key,
  `${label}满意度`,
  { value, target },
  points,
  'plan',
]

/** What the plan's records say of a level, with the points that the scheme gives for it. */
const measured = (demo: DemoContext, level: Level): readonly Item[] => {
  const [onTime, onTimePoints, used, usedPoints, arrived] =
    level === 'school' ? ['99.61', '4.98', '97.54', '4.88', '105.99'] : ['98.73', '4.94', '98.14', '4.91', '110.72']
  const satisfaction =
    level === 'school' ? ['97.86', '99.67', '97.88', '94.5', '99.33'] : ['99.34', '99.83', '97.88', '95.16', '99.59']
  return [
    full('quantity-targets', '数量指标达成度', '15.00'),
    full('quality-targets', '质量指标达成度', '15.00'),
    ['tasks-on-time', '任务按期完成率', { value: onTime }, onTimePoints!, 'plan'],
    ['budget-used', '资金使用率（支出÷预算）', { value: used }, usedPoints!, 'plan'],
    full('benefit-targets', '效益指标达成度', '10.00'),
    ['landmarks', '标志性成果', { target: '40', claims: landmarksOf(demo, level) }, '5.00', 'plan'],
    satisfied('students', '在校生', '3.00', satisfaction[0]!, '95'),
    satisfied('graduates', '毕业生', '2.00', satisfaction[1]!, '95'),
    satisfied('staff', '教职工', '1.00', satisfaction[2]!, '95'),
    satisfied('employers', '用人单位', '2.00', satisfaction[3]!, '94'),
    satisfied('parents', '家长', '2.00', satisfaction[4]!, '95'),
    ['money-arrived', '资金到位率（到位÷预算）', { value: arrived }, '5.00', 'plan'],
    ['compliance', '资金使用合规性', { cases: {} }, '10.00'],
  ]
}

function landmarksOf(demo: DemoContext, level: Level): readonly object[] {
  const levelOf = new Map(planTree(demo).map((task) => [demo.id('plan-tasks', task.number), task.level.key]))
  return planResultsDemo(demo)
    .flatMap(({ rows }) => rows)
    .filter((row) => row['landmark'] === true && levelOf.get(String(row['task'])) === level)
    .toSorted((a, b) => (String(a['result']) < String(b['result']) ? -1 : 1))
    .map((row) => ({ result: row['result'], level: row['level'], rank: row['rank'] }))
}

const evidence = (value: string): Item => ['evidence', '佐证材料与台账', { value }, value]
const judgedBy = (
  names: readonly string[],
  contribution: readonly string[],
  mechanism: readonly string[],
  points: readonly [string, string],
): readonly Item[] => {
  const scores = (marks: readonly string[]) => ({ scores: marks.map((score, i) => ({ expert: names[i]!, score })) })
  return [
    ['contribution', '贡献度', scores(contribution), points[0]],
    ['mechanism', '项目推进机制', scores(mechanism), points[1]],
  ]
}
const GROUP_JUDGES = ['组内评委一', '组内评委二', '组内评委三']

function sheets(demo: DemoContext): readonly SheetFacts[] {
  const duty = (reached: Item, filed: string): readonly Item[] => [
    ['completed', '任务点完成率', { value: '100.00' }, '40.00', 'plan'],
    ['on-time', '到期任务点按期完成率', { value: '100.00' }, '20.00', 'plan'],
    reached,
    ['filed', '过程材料齐全、与成果一致', { value: filed }, filed],
  ]
  const ofCollege = { unit: 'college', keptBy: 'quality', scheme: doubleHigh } as const
  const expert = (number: string, name: string): Omit<SheetFacts, 'levels'> => ({
    ...ofCollege,
    key: `expert-${number}`,
    name: `专家评审：${name}`,
    round: 'experts',
    scorer: number,
    weighting: 'group-project',
    total: null,
    grade: null,
  })
  const marks = (level: Level, item: 0 | 1) => ({
    scores: EXPERTS.map(([, , of], i) => ({ expert: String(i + 1), score: of[level][item] })),
  })
  const judged = Object.fromEntries(
    (['school', 'group'] as const).map((level) => [
      level,
      { contribution: marks(level, 0), mechanism: marks(level, 1) },
    ]),
  )
  return [
    {
      key: 'person',
      name: '个人自评：示例教师',
      scheme: planDuty,
      round: 'person',
      unit: 'automotive',
      keptBy: 'automotive',
      scorer: 'T0200',
      weighting: 'own',
      levels: { own: duty(['reached', '任务目标平均达成度', { value: '100' }, '20.00'], '18') },
      total: '98.00',
      grade: '优',
    },
    {
      key: 'unit',
      name: '部门自评：车辆工程学院',
      scheme: planDuty,
      round: 'unit',
      unit: 'automotive',
      keptBy: 'automotive',
      scorer: null,
      weighting: 'own',
      levels: { own: duty(['reached', '任务目标平均达成度', { value: '99.55' }, '19.91', 'plan'], '18.5') },
      total: '98.41',
      grade: '优',
    },
    {
      ...ofCollege,
      key: 'group-school',
      name: '任务组自评：学校层面',
      round: 'group',
      scorer: null,
      weighting: 'school-level',
      levels: {
        school: [
          ...measured(demo, 'school'),
          ...judgedBy(GROUP_JUDGES, ['95', '96', '94'], ['92', '91', '93'], ['4.75', '9.20']),
          evidence('5'),
        ],
      },
      total: '98.81',
      grade: '优',
    },
    {
      ...ofCollege,
      key: 'group-group',
      name: '任务组自评：专业群层面',
      round: 'group',
      scorer: null,
      weighting: 'group-level',
      levels: {
        group: [
          ...measured(demo, 'group'),
          ...judgedBy(GROUP_JUDGES, ['98', '97', '99'], ['95', '96', '97'], ['4.90', '9.60']),
          evidence('5'),
        ],
      },
      total: '99.35',
      grade: '优',
    },
    ...EXPERTS.map(([number, name, of]): SheetFacts => ({
      ...expert(number, name),
      levels: Object.fromEntries(
        (['school', 'group'] as const).map((level) => [
          level,
          judgedBy([name], [of[level][0]], [of[level][1]], [pointsOf(of[level][0], 5), pointsOf(of[level][1], 10)]),
        ]),
      ),
    })),
    { ...expert(...DEMO_EXPERT), levels: {}, isOpen: true },
    {
      ...ofCollege,
      key: SCHOOL_SHEET,
      name: '学校自评：双高计划中期绩效',
      round: 'school',
      scorer: null,
      weighting: 'group-project',
      levels: {
        school: [...measured(demo, 'school'), evidence('4.5')],
        group: [...measured(demo, 'group'), evidence('4.5')],
      },
      judged,
      total: '98.45',
      grade: '优',
    },
  ]
}

/** A mark of 100 as points, two decimals; the marks of the demo have at most one. */
const pointsOf = (mark: string, of: number) => {
  const [whole = '0', rest = '0'] = mark.split('.')
  const thousandths = (Number(whole) * 10 + Number(rest)) * of
  return `${Math.floor(thousandths / 1000)}.${String(Math.round((thousandths % 1000) / 10)).padStart(2, '0')}`
}

/** Four rounds of self-evaluation and five outside experts, all confirmed; the total of the school's is the plan's. */
export const planScoresDemo: DemoPart = (demo) => {
  const all = sheets(demo)
  const schemes = [doubleHigh, planDuty].map((scheme) => ({ scheme, content: JSON.stringify(scheme) }))
  const people = [...EXPERTS.map(([number, name]) => [number, name] as const), DEMO_EXPERT]
  return [
    {
      register: 'people',
      rows: people.map(([number, name]) => ({ $key: number, number, name, kind: 'external', unit: null })),
    },
    {
      register: 'scoring-schemes',
      rows: schemes.map(({ scheme, content }) => ({
        $key: scheme.name,
        label: `${scheme.label.zh}（第 ${scheme.version} 版）`,
        name: scheme.name,
        edition: scheme.version,
        digest: createHash('sha256').update(content).digest('hex'),
        content,
      })),
    },
    { register: 'score-sheets', rows: all.map((sheet) => sheetRow(demo, sheet)) },
    { register: 'score-entries', rows: all.flatMap((sheet) => entryRows(demo, sheet)) },
    {
      register: 'expert-assignments',
      rows: all.flatMap(({ key, round, scorer, isOpen }) =>
        round === 'experts'
          ? [
              {
                $key: key,
                ...(isOpen ? { $state: 'assigned' } : {}),
                number: key,
                expert: demo.id('people', scorer!),
                sheet: demo.id('score-sheets', key),
                plan: demo.id('plans', PLAN),
                task: isOpen ? demo.id('plan-tasks', 'DH-G01') : null,
                dueOn: '2022-04-30',
                note: null,
              },
            ]
          : [],
      ),
    },
  ]
}

const valuesOf = ({ weighting, levels, judged, round }: SheetFacts) => ({
  weighting,
  levels: Object.fromEntries(
    Object.entries(levels).map(([level, items]) => [
      level,
      { ...Object.fromEntries(items.map(([key, , value]) => [key, value])), ...judged?.[level] },
    ]),
  ),
  said: [],
  vetoes: round === 'group' || round === 'school' ? { 'tasks-completed': '99.27' } : {},
})

const sheetRow = (demo: DemoContext, sheet: SheetFacts): DemoRow => ({
  $key: sheet.key,
  $state: sheet.isOpen ? 'draft' : 'confirmed',
  number: sheet.key,
  name: sheet.name,
  scheme: demo.id('scoring-schemes', sheet.scheme.name),
  round: sheet.round,
  unit: demo.id('units', sheet.unit),
  keptBy: demo.id('units', sheet.keptBy),
  plan: demo.id('plans', PLAN),
  period: null,
  scorer: sheet.scorer === null ? null : demo.id('people', sheet.scorer),
  weighting: sheet.weighting,
  total: sheet.total,
  grade: sheet.grade,
  frozen: sheet.isOpen ? null : JSON.stringify(valuesOf(sheet)),
  note: null,
})

function entryRows(demo: DemoContext, sheet: SheetFacts): DemoRow[] {
  const row = (level: string, [item, name, value, points, source = 'given']: Item): DemoRow => ({
    $key: `${sheet.key}/${level}/${item}`,
    sheet: demo.id('score-sheets', sheet.key),
    keptBy: demo.id('units', sheet.keptBy),
    scorer: sheet.scorer === null ? null : demo.id('people', sheet.scorer),
    name,
    level,
    item,
    given: JSON.stringify(value),
    points: points === '' ? null : points,
    source,
    reason: source === 'plan' ? '取自建设计划' : '按评分办法评定',
  })
  const vetoes: Item[] =
    sheet.round === 'group' || sheet.round === 'school'
      ? [['tasks-completed', '任务完成率低于 80 %', { value: '99.27' }, '', 'plan']]
      : []
  return [
    ...Object.entries(sheet.levels).flatMap(([level, items]) => items.map((item) => row(level, item))),
    ...vetoes.map((item) => row('vetoes', item)),
  ]
}

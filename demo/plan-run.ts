import { officersOf, staffNumbersOf } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { PLAN } from './plan-outline.ts'

/**
 * A plan of the college's own that runs now, so that there is something to fill, to review, to meet about and to
 * mend; and the years and checks of the Double-High plan. Nothing of it enters the Double-High plan's figures.
 *
 * Keys: plans WORKSHOP · plan-levels 'workshop' · plan-tasks the number ('GF-1-2-3') · plan-meetings the day ·
 * plan-decisions '<day>/<order>' · plan-checks, plan-findings, plan-years as written below.
 */
const WORKSHOP = 'workshop-2026'
const FROM = '2026-03-01'
const TO = '2028-12-31'
const MONTHS = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'] as const

interface Leaf {
  readonly name: string
  readonly unit: string
  /** The unit's officer or its n-th member of staff. */
  readonly owner: 'head' | 'filler' | 'teacher' | number
  readonly from: string
  readonly to: string
  /** Reported for the months from its start, up to October or fewer; the last stands in `last`. */
  readonly reports: readonly number[]
  /** State of the last report when it does not count yet. */
  readonly last?: 'submitted' | 'unit-reviewed'
  readonly problem?: string
}

const leaf = (
  name: string,
  unit: string,
  owner: Leaf['owner'],
  span: readonly [from: string, to: string],
  reports: readonly number[],
  more: Pick<Leaf, 'last' | 'problem'> = {},
): Leaf => ({ name, unit, owner, from: span[0], to: span[1], reports, ...more })

/** Board → task → leaves. */
const BOARDS: readonly { readonly name: string; readonly unit: string; readonly tasks: readonly Task[] }[] = [
  {
    name: '工坊条件建设',
    unit: 'automotive',
    tasks: [
      {
        name: '校内工坊',
        unit: 'automotive',
        leaves: [
          leaf('完成场地改造', 'automotive', 'teacher', [FROM, '2026-10-31'], [10, 20, 35, 45, 50, 55, 65, 70]),
          leaf('完成设备采购与验收', 'automotive', 'teacher', ['2026-05-01', '2026-12-15'], [10, 25, 40, 50, 60, 70], {
            last: 'submitted',
          }),
          leaf('开放预约并形成运行记录', 'automotive', 'teacher', ['2026-09-01', '2027-06-30'], [5, 15]),
          leaf('编写安全操作规程', 'automotive', 3, [FROM, '2026-06-30'], [40, 70, 90, 100]),
        ],
      },
      {
        name: '企业工坊',
        unit: 'automotive',
        leaves: [
          leaf('签订共建协议', 'automotive', 'head', [FROM, '2026-09-30'], [20, 40, 60, 80, 80, 90, 100]),
          leaf('选聘产业导师', 'automotive', 5, ['2026-04-01', '2026-12-05'], [20, 40, 55, 60], {
            problem: '导师课酬标准尚未确定，需要人事处答复',
          }),
          leaf('接收学生轮岗实践', 'automotive', 7, ['2026-06-01', '2027-12-31'], [5, 10, 15, 20, 30], {
            last: 'submitted',
          }),
        ],
      },
    ],
  },
  {
    name: '工坊育人成效',
    unit: 'academic-affairs',
    tasks: [
      {
        name: '课程与教材',
        unit: 'academic-affairs',
        leaves: [
          leaf('开发工坊课程六门', 'academic-affairs', 'filler', [FROM, '2027-03-31'], [5, 10, 15, 25, 30, 35, 45, 50]),
          leaf('编写活页式教材三部', 'academic-affairs', 2, ['2026-05-01', '2027-08-31'], [5, 10, 15, 15, 20, 25], {
            last: 'unit-reviewed',
          }),
          leaf('建成资源库并上线', 'academic-affairs', 3, ['2026-06-01', '2027-12-31'], [5, 10, 15], {
            problem: '服务器扩容未到位，资源上传受限',
          }),
        ],
      },
      {
        name: '就业与服务',
        unit: 'employment',
        leaves: [
          leaf('工坊学员就业跟踪', 'employment', 'filler', ['2026-07-01', '2028-10-31'], [2, 5, 8, 10]),
          leaf(
            '面向社区开展技能服务',
            'employment',
            'head',
            ['2026-04-01', '2026-11-30'],
            [10, 20, 40, 50, 65, 80, 90],
            {
              last: 'submitted',
            },
          ),
        ],
      },
    ],
  },
]
interface Task {
  readonly name: string
  readonly unit: string
  readonly leaves: readonly Leaf[]
}

/** The demo's teacher has something to fill in. */
const TEACHER = 'T0200'

function ownerOf(unit: string, owner: Leaf['owner']): string {
  if (owner === 'teacher') return TEACHER
  if (owner === 'head' || owner === 'filler') return officersOf(unit)[owner]
  return staffNumbersOf(unit)[owner]!
}

export const planRunDemo: DemoPart = (demo) => {
  const unit = (key: string) => demo.id('units', key)
  const person = (number: string) => demo.id('people', number)
  const task = (number: string) => demo.id('plan-tasks', number)
  const taskRow = (number: string, kind: string, parent: string | null, at: Omit<Leaf, 'reports'>): DemoRow => ({
    $key: number,
    number,
    name: at.name,
    plan: demo.id('plans', WORKSHOP),
    level: demo.id('plan-levels', 'workshop'),
    kind,
    parent: parent === null ? null : task(parent),
    unit: unit(at.unit),
    owner: person(ownerOf(at.unit, at.owner)),
    from: at.from,
    to: at.to,
    weight: null,
    deliverables: kind === 'leaf' ? `${at.name}的过程材料与验收结论` : null,
  })
  const tasks: DemoRow[] = []
  const targets: DemoRow[] = []
  const progress: DemoRow[] = []
  for (const [b, board] of BOARDS.entries()) {
    const boardNumber = `GF-${b + 1}`
    const whole = { owner: 'head', from: FROM, to: TO } as const
    tasks.push(taskRow(boardNumber, 'board', null, { ...whole, name: board.name, unit: board.unit }))
    for (const [t, { name, unit: at, leaves }] of board.tasks.entries()) {
      const taskNumber = `${boardNumber}-${t + 1}`
      tasks.push(taskRow(taskNumber, 'task', boardNumber, { ...whole, name, unit: at }))
      for (const [l, one] of leaves.entries()) {
        const number = `${taskNumber}-${l + 1}`
        tasks.push(taskRow(number, 'leaf', taskNumber, { ...one, name: `${name}：${one.name}` }))
        targets.push(...targetRows(demo, number, one))
        progress.push(...progressRows(demo, number, one))
      }
    }
  }
  return [
    {
      register: 'plans',
      rows: [
        {
          $key: WORKSHOP,
          $state: 'in-force',
          code: WORKSHOP,
          name: '匠心工坊三年建设计划',
          kind: 'college',
          from: FROM,
          to: TO,
          asOf: null,
          edition: 1,
          copiedFrom: null,
          goal: '建成校内与企业工坊，课程、教材、导师和服务配套到位。',
          files: [],
        },
      ],
    },
    {
      register: 'plan-levels',
      rows: [
        {
          $key: 'workshop',
          code: 'GF',
          plan: demo.id('plans', WORKSHOP),
          kind: 'school',
          name: '学校层面',
          majorGroup: null,
          weight: '100',
          score: null,
        },
      ],
    },
    { register: 'plan-tasks', rows: tasks },
    { register: 'plan-targets', rows: targets },
    { register: 'task-progress', rows: progress },
    ...meetingRows(demo),
    ...checkRows(demo),
    {
      register: 'plan-years',
      rows: [
        yearRow(demo, PLAN, 2019, 'pending', '中期检查后关闭；补录一笔奖项，申请重新打开'),
        yearRow(demo, WORKSHOP, 2026, 'open', null),
      ],
    },
  ]
}

const yearRow = (demo: DemoContext, plan: string, year: number, state: string, note: string | null): DemoRow => ({
  $key: `${plan}/${year}`,
  $state: state,
  plan: demo.id('plans', plan),
  year,
  name: `${year} 年度`,
  note,
})

/** One measure each, this year: some are reached, some are not, whatever the progress. */
function targetRows(demo: DemoContext, number: string, { unit }: Leaf): DemoRow[] {
  const random = demo.random(`plan-run/targets/${number}`)
  const target = random.between(4, 20)
  return [
    {
      $key: `${number}/受益学生`,
      task: demo.id('plan-tasks', number),
      unit: demo.id('units', unit),
      name: '受益学生',
      indicator: null,
      measuredIn: '人',
      direction: 'up',
      year: 2026,
      base: null,
      target: String(target * 10),
      actual: String(Math.floor((target * 10 * random.between(30, 110)) / 100)),
    },
  ]
}

function progressRows(demo: DemoContext, number: string, one: Leaf): DemoRow[] {
  const first = MONTHS.indexOf(one.from.slice(0, 7) as (typeof MONTHS)[number])
  return one.reports.map((percent, i) => {
    const month = MONTHS[first + i]!
    const isLast = i === one.reports.length - 1
    return {
      $key: `${number}/${month}`,
      ...(isLast && one.last ? { $state: one.last } : {}),
      task: demo.id('plan-tasks', number),
      unit: demo.id('units', one.unit),
      filledBy: demo.id('people', ownerOf(one.unit, one.owner)),
      month,
      percent,
      done: percent === 100 ? `${one.name}：已完成，通过验收` : `${one.name}：按计划推进，累计 ${percent}%`,
      reason: null,
      problems: isLast ? (one.problem ?? null) : null,
      files: [],
    }
  })
}

function meetingRows(demo: DemoContext): { register: string; rows: DemoRow[] }[] {
  const plan = demo.id('plans', WORKSHOP)
  const chair = demo.id('people', officersOf('quality').head)
  const meeting = (day: string, name: string, more: Partial<DemoRow>): DemoRow => ({
    $key: day,
    plan,
    name,
    heldOn: day,
    place: '行政楼三楼会议室',
    chair,
    attendees: null,
    minutes: null,
    files: [],
    ...more,
  })
  const decision = (
    order: number,
    $state: string,
    number: string,
    unit: string,
    owner: Leaf['owner'],
    said: { readonly reason: string; readonly subject: string; readonly facts: string; readonly decision: string },
    dueOn: string,
    outcome: string | null,
  ): DemoRow => ({
    $key: `2026-11-16/${order}`,
    $state,
    meeting: demo.id('plan-meetings', '2026-11-16'),
    order,
    task: demo.id('plan-tasks', number),
    unit: demo.id('units', unit),
    ...said,
    responsible: demo.id('people', ownerOf(unit, owner)),
    dueOn,
    outcome,
    files: [],
  })
  return [
    {
      register: 'plan-meetings',
      rows: [
        meeting('2026-11-16', '第 37 次周例会', {
          $state: 'published',
          attendees: '双高办、车辆工程学院、教务处、就业指导中心负责人',
          minutes: '会议听取了各单位任务进展，逐项研究逾期、停滞和有问题的任务，形成以下决议。',
        }),
        meeting('2026-11-23', '第 38 次周例会', { $state: 'planned' }),
      ],
    },
    {
      register: 'plan-decisions',
      rows: [
        decision(
          1,
          'open',
          'GF-1-1-1',
          'automotive',
          'teacher',
          {
            reason: 'late',
            subject: 'GF-1-1-1 校内工坊：完成场地改造',
            facts: '期限 2026-10-31，逾期 16 天，累计进度 70%。',
            decision: '增派施工班组，月底前完成水电与地面工程并组织验收。',
          },
          '2026-11-30',
          null,
        ),
        decision(
          2,
          'done',
          'GF-1-2-2',
          'automotive',
          5,
          {
            reason: 'problem',
            subject: 'GF-1-2-2 企业工坊：选聘产业导师',
            facts: '导师课酬标准尚未确定，7 月以后没有进展。',
            decision: '与人事处商定课酬标准，报校长办公会审议。',
          },
          '2026-11-20',
          '课酬标准已与人事处商定，11 月 19 日报校长办公会。',
        ),
        decision(
          3,
          'verified',
          'GF-2-1-3',
          'academic-affairs',
          3,
          {
            reason: 'stuck',
            subject: 'GF-2-1-3 课程与教材：建成资源库并上线',
            facts: '8 月以后没有进展。',
            decision: '提交服务器扩容申请。',
          },
          '2026-11-18',
          '扩容申请已批准，预计 12 月到位。',
        ),
      ],
    },
  ]
}

function checkRows(demo: DemoContext): { register: string; rows: DemoRow[] }[] {
  const check = 'workshop-2026-10'
  const finding = (
    what: string,
    $state: string,
    [number, unit, owner]: readonly [string, string, Leaf['owner']],
    more: Partial<DemoRow>,
  ): DemoRow => ({
    $key: `${check}/${what}`,
    $state,
    check: demo.id('plan-checks', check),
    task: demo.id('plan-tasks', number),
    unit: demo.id('units', unit),
    responsible: demo.id('people', ownerOf(unit, owner)),
    grade: 'general',
    what,
    demand: null,
    mendBy: '2026-11-15',
    mended: null,
    files: [],
    ...more,
  })
  return [
    {
      register: 'plan-checks',
      rows: [
        {
          $key: check,
          $state: 'open',
          plan: demo.id('plans', WORKSHOP),
          name: '2026 年度检查',
          kind: 'annual',
          year: 2026,
          heldOn: '2026-10-20',
          checker: demo.id('people', officersOf('quality').reviewer),
          conclusion: '总体按计划推进；场地改造滞后，过程材料需要补齐。',
          files: [],
        },
      ],
    },
    {
      register: 'plan-findings',
      rows: [
        finding('场地改造滞后，无赶工方案', 'open', ['GF-1-1-1', 'automotive', 'teacher'], {
          grade: 'serious',
          demand: '提交赶工方案，明确每周节点。',
        }),
        finding('轮岗实践缺少学生签到记录', 'rectified', ['GF-1-2-3', 'automotive', 7], {
          demand: '补齐 6 月以来的签到记录。',
          mended: '已补齐并上传。',
        }),
        finding('课程标准未经教学委员会审议', 'closed', ['GF-2-1-1', 'academic-affairs', 'filler'], {
          mendBy: '2026-11-10',
          mended: '11 月 5 日教学委员会审议通过。',
        }),
      ],
    },
  ]
}

import type { DemoContext, DemoPart, DemoRow, DemoRows } from './context.ts'
import { officersOf } from './college.ts'
import { planMoneyDemo } from './plan-money.ts'
import { PLAN } from './plan-outline.ts'

/**
 * Money of the plan that runs now (demo/plan-run.ts): budgets, arrivals, a contract, claims in every state with their
 * invoices; corrections and reviews; and the ledger of both plans. Nothing of it enters the Double-High plan's figures.
 *
 * Keys: the numbers.
 */
const YEAR = 2026
const TEACHER = 'T0200'

const yuan = (amount: number) => amount.toFixed(2)
const number = (row: DemoRow) => String(row['number'])

/** Task, unit, source, yuan. */
const BUDGETS: readonly (readonly [task: string, unit: string, source: string, amount: number])[] = [
  ['GF-1-1', 'automotive', 'own', 260_000],
  ['GF-1-1', 'automotive', 'industry', 80_000],
  ['GF-1-2', 'automotive', 'own', 60_000],
  ['GF-2-1', 'academic-affairs', 'own', 150_000],
  ['GF-2-2', 'employment', 'own', 30_000],
]
const ARRIVALS: readonly (readonly [board: string, unit: string, source: string, amount: number, on: string])[] = [
  ['GF-1', 'automotive', 'own', 300_000, '2026-03-20'],
  ['GF-1', 'automotive', 'industry', 40_000, '2026-05-11'],
  ['GF-2', 'academic-affairs', 'own', 70_000, '2026-06-02'],
]

interface Claim {
  readonly number: string
  readonly task: string
  readonly unit: string
  readonly state: string
  readonly kind: string
  readonly amount: number
  readonly purpose: string
  readonly payee: string
  readonly on: string
  readonly contract?: string
}
const claim = (
  n: number,
  on: string,
  task: string,
  state: string,
  kind: string,
  amount: number,
  purpose: string,
  payee: string,
  contract?: string,
): Claim => ({
  number: `C${on.replaceAll('-', '')}-${String(n).padStart(3, '0')}`,
  task,
  unit: task.startsWith('GF-1') ? 'automotive' : task.startsWith('GF-2-1') ? 'academic-affairs' : 'employment',
  state,
  kind,
  amount,
  purpose,
  payee,
  on,
  ...(contract ? { contract } : {}),
})

const CONTRACT = 'HT-2026-018'
const CLAIMS: readonly Claim[] = [
  claim(1, '2026-04-16', 'GF-1-1-1', 'paid', 'service', 46_000, '工坊场地改造进度款', '演示建设有限公司'),
  claim(1, '2026-06-09', 'GF-1-1', 'paid', 'purchase', 36_000, '工坊设备合同首付款', '演示设备有限公司', CONTRACT),
  claim(1, '2026-09-02', 'GF-2-1-1', 'paid', 'labour', 8_400, '工坊课程评审专家费', '校外专家（示）'),
  claim(1, '2026-10-20', 'GF-1-1-1', 'submitted', 'travel', 3_260, '调研兄弟院校工坊差旅', '柳示轩'),
  claim(1, '2026-10-28', 'GF-1-1-2', 'unit-reviewed', 'purchase', 58_000, '工坊检测仪器采购', '演示仪器有限公司'),
  claim(1, '2026-11-03', 'GF-2-1-1', 'reviewed', 'service', 62_000, '工坊课程资源制作', '演示传媒有限公司'),
  claim(1, '2026-11-06', 'GF-1-1-3', 'approved', 'print', 5_600, '工坊操作规程印刷', '演示印务有限公司'),
  claim(1, '2026-11-10', 'GF-1-1-1', 'cancelled', 'meeting', 1_200, '工坊方案论证会', '演示会务有限公司'),
  claim(1, '2026-11-17', 'GF-1-1-2', 'draft', 'travel', 880, '设备验收差旅', '柳示轩'),
]
const HOLDING = ['submitted', 'unit-reviewed', 'reviewed', 'approved']
const DRAWN = CLAIMS.filter(({ contract }) => contract === CONTRACT).reduce((sum, { amount }) => sum + amount, 0)
const CONTRACT_AMOUNT = 90_000

const place = (demo: DemoContext, task: string, unit: string) => ({
  task: demo.id('plan-tasks', task),
  unit: demo.id('units', unit),
})

const claimantOf = (demo: DemoContext, { unit }: Claim) =>
  demo.id('people', unit === 'automotive' ? TEACHER : officersOf(unit).filler)

function claimRow(demo: DemoContext, one: Claim): DemoRow {
  return {
    $key: one.number,
    $state: one.state,
    number: one.number,
    ...place(demo, one.task, one.unit),
    claimant: claimantOf(demo, one),
    year: YEAR,
    source: 'own',
    kind: one.kind,
    amount: yuan(one.amount),
    purpose: one.purpose,
    payee: one.payee,
    commitment: one.contract ? demo.id('plan-commitments', one.contract) : null,
    decision: null,
    paidOn: one.state === 'paid' ? one.on : null,
    files: [],
  }
}

/** Two invoices for what is large, one for the rest; a cancelled claim has given its own back. */
function invoiceRows(demo: DemoContext, one: Claim, at: number): DemoRow[] {
  if (one.kind === 'labour' || one.state === 'cancelled') return []
  const parts = one.amount > 50_000 ? [one.amount - 20_000, 20_000] : [one.amount]
  return parts.map((amount, i) => {
    const invoice = `2637${String(2_000_000 + at * 31 + i).padStart(16, '0')}`
    return {
      $key: invoice,
      claim: demo.id('plan-claims', one.number),
      unit: demo.id('units', one.unit),
      claimant: claimantOf(demo, one),
      number: invoice,
      code: null,
      issuedOn: one.on,
      amount: yuan(amount),
      seller: one.payee === '柳示轩' ? '演示客运有限公司' : one.payee,
      buyer: '匠心示范职业技术学院',
      kind: 'digital',
      file: null,
    }
  })
}

/** Registers of money with the accounts that their records move, as the ledger posts them. */
function ledgerRows(demo: DemoContext, money: readonly DemoRows[], claims: readonly DemoRow[]): DemoRow[] {
  const entries = (
    register: string,
    row: DemoRow,
    kind: string,
    on: string,
    accounts: Readonly<Record<string, 1 | -1>>,
    amount = Number(row['amount']),
  ) =>
    Object.entries(accounts).map(([account, sign], i): DemoRow => ({
      $key: `${register}/${row.$key}/${i}`,
      postedOn: on,
      transaction: `demo/${register}/${row.$key}`.slice(0, 60),
      line: i + 1,
      voucher: number(row),
      kind,
      account,
      task: row['task'],
      unit: row['unit'],
      source: row['source'],
      year: Number(row['year'] ?? on.slice(0, 4)),
      amount: yuan(sign * amount),
      register,
      record: demo.id(register, row.$key),
    }))
  const rowsOf = (register: string) => money.filter((part) => part.register === register).flatMap(({ rows }) => rows)
  return [
    ...rowsOf('plan-budgets').flatMap((row) =>
      entries('plan-budgets', row, 'budget', `${String(row['year'])}-01-15`, { available: 1, budget: -1 }),
    ),
    ...rowsOf('plan-arrivals').flatMap((row) =>
      entries('plan-arrivals', row, 'arrival', String(row['arrivedOn']), { cash: 1, income: -1 }),
    ),
    ...rowsOf('plan-payments').flatMap((row) =>
      entries('plan-payments', row, 'payment', String(row['paidOn']), {
        spent: 1,
        available: -1,
        expense: 1,
        cash: -1,
      }),
    ),
    ...rowsOf('plan-commitments').flatMap((row) =>
      entries(
        'plan-commitments',
        row,
        'commitment',
        String(row['signedOn']),
        { committed: 1, available: -1 },
        CONTRACT_AMOUNT - DRAWN,
      ),
    ),
    ...claims
      .filter(({ $state }) => HOLDING.includes($state ?? ''))
      .flatMap((row) => entries('plan-claims', row, 'hold', '2026-11-18', { held: 1, available: -1 })),
  ]
}

export const planSpendingDemo: DemoPart = (demo) => {
  const claims = CLAIMS.map((one) => claimRow(demo, one))
  const money: readonly DemoRows[] = [
    {
      register: 'plan-budgets',
      rows: BUDGETS.map(([task, unit, source, amount]) => ({
        $key: `YS-${task}-${YEAR}-${source}`,
        number: `YS-${task}-${YEAR}-${source}`,
        ...place(demo, task, unit),
        year: YEAR,
        source,
        kind: 'budget',
        amount: yuan(amount),
        reason: null,
      })),
    },
    {
      register: 'plan-arrivals',
      rows: ARRIVALS.map(([board, unit, source, amount, on]) => ({
        $key: `DW-${board}-${YEAR}-${source}`,
        number: `DW-${board}-${YEAR}-${source}`,
        ...place(demo, board, unit),
        source,
        amount: yuan(amount),
        arrivedOn: on,
        payer: source === 'own' ? '学校自筹' : '合作企业（演示）',
      })),
    },
    {
      register: 'plan-payments',
      rows: CLAIMS.filter(({ state }) => state === 'paid').map((one) => ({
        $key: one.number,
        number: one.number,
        ...place(demo, one.task, one.unit),
        purpose: one.purpose,
        source: 'own',
        amount: yuan(one.amount),
        paidOn: one.on,
      })),
    },
    {
      register: 'plan-commitments',
      rows: [
        {
          $key: CONTRACT,
          number: CONTRACT,
          name: '工坊设备采购合同',
          ...place(demo, 'GF-1-1', 'automotive'),
          year: YEAR,
          source: 'own',
          amount: yuan(CONTRACT_AMOUNT),
          supplier: '演示设备有限公司',
          signedOn: '2026-05-20',
          files: [],
        },
      ],
    },
  ]
  const ledger = ledgerRows(demo, [...planMoneyDemo(demo), ...money], claims)
  const sums = new Set(ledger.map((row) => [row['account'], row['task'], row['source'], row['year']].join()))
  return [
    ...money,
    { register: 'plan-claims', rows: claims },
    { register: 'plan-invoices', rows: CLAIMS.flatMap((one, i) => invoiceRows(demo, one, i)) },
    {
      register: 'claim-rules',
      rows: [
        rule('校领导审批', 50_000, false, '学校经费支出审批办法（演示）'),
        rule('“三重一大”集体决策', 300_000, true, '学校“三重一大”决策制度（演示）'),
      ],
    },
    {
      register: 'budget-exceptions',
      rows: [
        {
          $key: 'CY-2026-01',
          $state: 'submitted',
          number: 'CY-2026-01',
          ...place(demo, 'GF-2-2', 'employment'),
          year: YEAR,
          source: 'own',
          amount: yuan(6_000),
          reason: '社区技能服务场次增加，材料费超出年初预算',
          decision: null,
          files: [],
        },
      ],
    },
    { register: 'ledger-entries', rows: ledger },
    {
      register: 'ledger-reconciliations',
      rows: [{ $key: '2026-11-21', at: '2026-11-21T02:10:00', lines: sums.size, unequal: 0, records: 0 }],
    },
    { register: 'plan-quarterly-reviews', rows: reviewRows(demo) },
    { register: 'plan-corrections', rows: correctionRows(demo) },
  ]
}

const rule = (name: string, from: number, needsDecision: boolean, basis: string): DemoRow => ({
  $key: name,
  name,
  from: yuan(from),
  needsLeader: true,
  needsDecision,
  basis,
})

const reviewRows = (demo: DemoContext): DemoRow[] =>
  (
    [
      [
        'automotive',
        '400000.00',
        '340000.00',
        '82000.00',
        '20.50',
        '41.43',
        'watch',
        '支出落后于时间，请加快设备验收和付款',
      ],
      [
        'academic-affairs',
        '150000.00',
        '70000.00',
        '8400.00',
        '5.60',
        '28.33',
        'watch',
        '资金到位不足半数，请协调拨付',
      ],
    ] as const
  ).map(([unit, budget, arrived, spent, used, progress, conclusion, opinion]) => ({
    $key: `workshop-2026-2026Q3-${unit}`,
    number: `workshop-2026-2026Q3-${unit}`,
    plan: demo.id('plans', 'workshop-2026'),
    unit: demo.id('units', unit),
    year: YEAR,
    quarter: 3,
    budget,
    arrived,
    spent,
    used,
    progress,
    achieved: null,
    conclusion,
    opinion,
  }))

/** One order is under way for the task of the Double-High plan that spent its money and missed its goal. */
const correctionRows = (demo: DemoContext): DemoRow[] => [
  {
    $key: 'ZG-2021-07',
    $state: 'open',
    number: 'ZG-2021-07',
    ...place(demo, 'DH-G09-3', 'electronic'),
    responsible: demo.id('people', officersOf('electronic').head),
    alert: 'money-ahead-of-goal',
    wrong: `建设计划 ${PLAN}：资金支出超过九成，目标达成四成`,
    wanted: '逐项核对未达成的目标，提出补救措施和完成日期，暂停新增支出',
    dueOn: '2022-03-31',
    done: null,
    files: [],
  },
  {
    $key: 'ZG-2026-01',
    $state: 'rectified',
    number: 'ZG-2026-01',
    ...place(demo, 'GF-2-1', 'academic-affairs'),
    responsible: demo.id('people', officersOf('academic-affairs').head),
    alert: null,
    wrong: '季度检视发现：课程资源制作合同迟迟未签，支出滞后',
    wanted: '一个月内完成合同签订和首批资源验收',
    dueOn: '2026-11-30',
    done: '合同已经校内审批，首批十二个资源通过验收，报账已提交',
    files: [],
  },
]

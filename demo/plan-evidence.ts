import type { DemoPart, DemoRow } from './context.ts'
import { planGoalsDemo } from './plan-goals.ts'
import { type PlanTask, planTree } from './plan-tree.ts'
import { planResultsDemo } from './plan-results.ts'
import { planWorkDemo } from './plan-work.ts'

/** Out of so many claims, one was forgotten: the page of gaps has something to show. */
const FORGOTTEN = { leaf: 90, milestone: 60, target: 70, result: 180 } as const
/** One result in so many is claimed at a higher level than its certificate shows. */
const OVERSTATED = 290

const isForgotten = (i: number, kind: keyof typeof FORGOTTEN) => i % FORGOTTEN[kind] === FORGOTTEN[kind] - 1

/** What stands behind the demo's claims: links into an archive that does not exist, for the demo holds no files. */
export const planEvidenceDemo: DemoPart = (demo) => {
  const tree = planTree(demo)
  const taskOf = new Map(tree.map((task) => [demo.id('plan-tasks', task.number), task]))
  const rowsOf = (part: DemoPart, register: string) =>
    part(demo).flatMap((one) => (one.register === register ? one.rows : []))
  const milestones = rowsOf(planWorkDemo, 'plan-milestones').filter((row) => row['reachedOn'] !== null)
  const targets = [...rowsOf(planWorkDemo, 'plan-targets'), ...rowsOf(planGoalsDemo, 'plan-targets')]
  const results = [
    ...new Map(
      rowsOf(planResultsDemo, 'plan-results')
        .toReversed()
        .map((row) => [row['result'], row]),
    ).values(),
  ].toReversed()
  const proof = (key: string, task: PlanTask, more: Readonly<Record<string, unknown>>): DemoRow => ({
    $key: key,
    number: key,
    task: demo.id('plan-tasks', task.number),
    unit: demo.id('units', task.unit),
    milestone: null,
    target: null,
    result: null,
    kind: 'link',
    files: [],
    link: `https://archive.example.edu.cn/${encodeURIComponent(key)}`,
    register: null,
    record: null,
    indicator: null,
    period: null,
    level: null,
    rank: null,
    collectedBy: demo.id('people', task.owner),
    note: null,
    ...more,
  })
  const ofRow = (row: DemoRow) => taskOf.get(String(row['task']))!
  return [
    {
      register: 'plan-evidence',
      rows: [
        ...tree
          .filter((task) => task.kind === 'leaf')
          .flatMap((task, i) =>
            isForgotten(i, 'leaf')
              ? []
              : [proof(task.number, task, { name: `${task.name}验收结论`, proves: 'progress', collectedOn: task.to })],
          ),
        ...milestones.flatMap((row, i) =>
          isForgotten(i, 'milestone')
            ? []
            : [
                proof(`milestone/${row.$key}`, ofRow(row), {
                  name: `${String(row['what'])}的检查记录`,
                  proves: 'milestone',
                  milestone: demo.id('plan-milestones', row.$key),
                  collectedOn: row['reachedOn'],
                }),
              ],
        ),
        ...targets.flatMap((row, i) =>
          isForgotten(i, 'target')
            ? []
            : [
                proof(`target/${row.$key}`, ofRow(row), {
                  name: `${String(row['name'])}统计表`,
                  proves: 'target',
                  target: demo.id('plan-targets', row.$key),
                  collectedOn: '2021-12-30',
                }),
              ],
        ),
        ...results.flatMap((row, i) =>
          isForgotten(i, 'result')
            ? []
            : [certificate(row, i, proof(`result/${String(row['result'])}`, ofRow(row), {}))],
        ),
      ],
    },
  ]
}

const certificate = (row: DemoRow, i: number, proof: DemoRow): DemoRow => ({
  ...proof,
  name: `${String(row['name'])}证书`,
  proves: 'result',
  result: row['result'],
  level: i % OVERSTATED === OVERSTATED - 1 ? 'municipal' : row['level'],
  rank: row['rank'],
  collectedOn: row['grantedOn'],
})

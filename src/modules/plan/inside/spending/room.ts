import { sql } from 'kysely'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { GuardProblem } from '../../../../engine/records/guards.ts'
import { table } from '../../../../engine/records/stored.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import { DRAWING, HOLDING } from './claim-states.ts'

/** Where money is budgeted: a task, in a year, from a source. */
export interface Cell {
  readonly task: string
  readonly year: number
  readonly source: string
}

/** What a cell holds, in yuan. */
export interface Room {
  /** Number of the task whose budget it is: the task itself, or the nearest above it that has one; null without any. */
  readonly holder: string | null
  readonly budget: string
  /** Approved beyond the budget. */
  readonly exceptions: string
  readonly spent: string
  readonly held: string
  readonly committed: string
  /** What may still be spent; negative when there is too much already. */
  readonly room: string
}

/**
 * What may still be spent in a cell. A task without a budget of its own in that year and from that source spends from the
 * nearest task above it that has one. Looks at all records, whoever asks: a limit is one for all. Lock first.
 */
export async function roomOf(engine: Engine, tx: Tx, { task, year, source }: Cell): Promise<Room> {
  const of = (register: string) => table(getRegister(engine, register))
  const here = sql`college_id = ${tx.collegeId} AND deleted_at IS NULL`
  const inCell = sql`${here} AND year = ${year} AND source = ${source}`
  const sumDown = (register: string, condition = sql`state = 'approved'`) => sql`
    (SELECT coalesce(sum(amount), 0) FROM ${of(register)} WHERE ${inCell} AND ${condition} AND task IN (SELECT id FROM down))`
  const [row] = await tx.run<Room & Record<string, unknown>>(sql`
    WITH RECURSIVE budget AS (
      SELECT task, sum(amount) AS amount FROM ${of('plan-budgets')} WHERE ${inCell} AND state = 'approved' GROUP BY task),
    up AS (
      SELECT id, parent, number, 0 AS depth FROM ${of('plan-tasks')} WHERE college_id = ${tx.collegeId} AND id = ${task}
      UNION ALL
      SELECT t.id, t.parent, t.number, up.depth + 1 FROM up
        JOIN ${of('plan-tasks')} AS t ON t.college_id = ${tx.collegeId} AND t.id = up.parent WHERE up.depth < 12),
    holder AS (SELECT up.id, up.number, budget.amount FROM up JOIN budget ON budget.task = up.id ORDER BY depth LIMIT 1),
    down AS (
      SELECT coalesce((SELECT id FROM holder), ${task}::uuid) AS id
      UNION
      SELECT t.id FROM down JOIN ${of('plan-tasks')} AS t ON t.college_id = ${tx.collegeId} AND t.parent = down.id
      WHERE t.id NOT IN (SELECT task FROM budget)),
    sums AS (
      SELECT coalesce((SELECT amount FROM holder), 0) AS budget, ${sumDown('budget-exceptions')} AS exceptions,
        ${sumDown('plan-payments')} AS spent, ${sumDown('plan-claims', sql`state = ANY(${[...HOLDING]}::text[])`)} AS held,
        (SELECT coalesce(sum(greatest(0, k.amount - coalesce(c.claimed, 0))), 0) FROM ${of('plan-commitments')} AS k
          LEFT JOIN (${claimedOfCommitments(engine, tx)}) AS c ON c.commitment = k.id
          WHERE k.college_id = ${tx.collegeId} AND k.deleted_at IS NULL AND k.year = ${year} AND k.source = ${source}
            AND k.state = 'approved' AND k.task IN (SELECT id FROM down)) AS committed)
    SELECT (SELECT number FROM holder) AS holder, budget::numeric(18, 2)::text AS budget,
      exceptions::numeric(18, 2)::text AS exceptions, spent::numeric(18, 2)::text AS spent,
      held::numeric(18, 2)::text AS held, committed::numeric(18, 2)::text AS committed,
      (budget + exceptions - spent - held - committed)::numeric(18, 2)::text AS room FROM sums`)
  return row!
}

/** What claims have drawn on each contract: for a FROM. */
export const claimedOfCommitments = (engine: Engine, tx: Tx) => sql`
  SELECT commitment, sum(amount) AS claimed FROM ${table(getRegister(engine, 'plan-claims'))}
  WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND commitment IS NOT NULL AND state = ANY(${[...DRAWING]}::text[])
  GROUP BY commitment`

/**
 * Problems of cells that would hold more than they may, with the sums that show it. Runs after the write, so that what was
 * just written is among the sums.
 * @param id the record to blame
 */
export async function overspent(engine: Engine, tx: Tx, cell: Cell, id: string): Promise<readonly GuardProblem[]> {
  const found = await roomOf(engine, tx, cell)
  const over = new Exact(found.room).neg()
  if (over.lte(0)) return []
  const source = getRegister(engine, 'plan-budgets').fields['source']
  const label = (source?.kind === 'choice' ? source.codes.values[cell.source] : undefined) ?? {
    zh: cell.source,
    en: cell.source,
  }
  const { budget, exceptions, spent, held, committed, holder } = found
  const sums = {
    zh: `预算 ${budget} 元${exceptions === '0.00' ? '' : `，批准超支 ${exceptions} 元`}，连同本次已支出 ${spent} 元、占用 ${held} 元、签约未付 ${committed} 元`,
    en: `budget ${budget}${exceptions === '0.00' ? '' : `, allowed beyond it ${exceptions}`}; with this one spent ${spent}, held ${held}, committed ${committed} yuan`,
  }
  return [
    {
      id,
      field: 'amount',
      message:
        holder === null
          ? {
              zh: `该任务 ${cell.year} 年没有来自“${label.zh}”的预算，不能支出。请核对年度和来源，或先办理预算、“超预算批准”`,
              en: `The task has no budget of ${cell.year} from "${label.en}". Check year and source, or ask for a budget or an exception first`,
            }
          : {
              zh: `超出 ${holder} ${cell.year} 年“${label.zh}”预算 ${over.toFixed(2)} 元：${sums.zh}。请调减金额，或先办理预算调整、“超预算批准”`,
              en: `${over.toFixed(2)} yuan more than ${holder} may spend of ${cell.year} from "${label.en}": ${sums.en}. Lower the amount, or ask for an adjustment or an exception first`,
            },
    },
  ]
}

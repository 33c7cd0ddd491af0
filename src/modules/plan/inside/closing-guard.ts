import { sql } from 'kysely'
import { type Actor, hasRole } from '../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../engine/records/guards.ts'
import { type Stored, table } from '../../../engine/records/stored.ts'

interface Closing {
  /** What must be filled before a step. */
  readonly needs: Readonly<Record<string, readonly string[]>>
  /** Who reports something as done does not check it. */
  readonly done: string
  readonly check: string
  /** What was agreed; only the office changes it. */
  readonly agreed: readonly string[]
}

/** What is decided or found is made by the office, done by somebody, and checked by somebody else. */
const CLOSINGS: Readonly<Record<string, Closing>> = {
  'plan-decisions': {
    needs: { decide: ['decision', 'responsible', 'dueOn'], report: ['outcome'] },
    done: 'report',
    check: 'verify',
    agreed: ['meeting', 'order', 'reason', 'task', 'unit', 'subject', 'facts', 'decision', 'responsible', 'dueOn'],
  },
  'plan-findings': {
    needs: { mend: ['mended'] },
    done: 'mend',
    check: 'close',
    agreed: ['check', 'task', 'unit', 'responsible', 'grade', 'what', 'demand', 'mendBy'],
  },
}
const OFFICE = ['quality-office', 'system-administrator']

export const closingGuard: Guard = {
  registers: Object.keys(CLOSINGS),
  async hear(engine, tx, actor, written) {
    const problems: GuardProblem[] = []
    for (const one of written) {
      const closing = CLOSINGS[one.register]!
      problems.push(...missing(engine, one, closing), ...notAgreed(actor, one, closing))
      if (
        one.action === closing.check &&
        (await didThem(tx, actor, one.register, [{ id: one.id, ...one.after }])).has(one.id)
      )
        problems.push({
          id: one.id,
          message: {
            zh: '报告完成的人不能自己核实：请由双高办的其他人办理',
            en: 'Who reported it as done does not check it: somebody else of the office does',
          },
        })
    }
    return problems
  },
  async withholds(_engine, tx, actor, register, records) {
    const { check } = CLOSINGS[register]!
    const theirs = hasRole(actor, OFFICE) ? [] : ['delete', 'restore']
    const own = await didThem(tx, actor, register, records)
    return new Map(records.map(({ id }) => [id, own.has(id) ? [...theirs, check] : theirs]))
  },
  mayAdd: (actor) => hasRole(actor, OFFICE),
}

function missing(engine: Engine, { register, id, action, after }: Written, { needs }: Closing): GuardProblem[] {
  const { fields } = getRegister(engine, register)
  return (needs[action] ?? [])
    .filter((name) => after.values[name] === null || after.values[name] === undefined)
    .map((field) => ({
      id,
      field,
      message: {
        zh: `请先填写“${fields[field]!.label.zh}”`,
        en: `Fill in “${fields[field]!.label.en}” first`,
      },
    }))
}

function notAgreed(actor: Actor, { id, before, after, action }: Written, { agreed }: Closing): GuardProblem[] {
  if (hasRole(actor, OFFICE)) return []
  if (before === null || action === 'delete' || action === 'restore')
    return [
      {
        id,
        message: {
          zh: '议题、决议和检查发现由双高办登记',
          en: 'Agenda items, decisions and findings are entered by the office',
        },
      },
    ]
  const field = agreed.find((name) => before.values[name] !== after.values[name])
  return field === undefined
    ? []
    : [
        {
          id,
          field,
          message: {
            zh: '已商定的内容由双高办修改；您可以填写落实或整改情况',
            en: 'What was agreed is changed by the office; you may fill in what was done',
          },
        },
      ]
}

/** Which of these the actor answers for, or has reported as done: those they do not check. */
async function didThem(
  tx: Tx,
  actor: Actor,
  register: string,
  records: readonly Pick<Stored, 'id' | 'values'>[],
): Promise<ReadonlySet<string>> {
  if (actor.system) return new Set()
  const reported = await tx.run<{ id: string; actor: string | null }>(sql`
    SELECT DISTINCT ON (subject_id) subject_id AS id, actor_id AS actor FROM history
    WHERE college_id = ${tx.collegeId} AND subject = ${register} AND subject_id = ANY(${records.map(({ id }) => id)}::text[])
      AND action = ${CLOSINGS[register]!.done} ORDER BY subject_id, id DESC`)
  const answers = records.filter(({ values }) => actor.personId !== null && values['responsible'] === actor.personId)
  return new Set([
    ...answers.map(({ id }) => id),
    ...reported.flatMap(({ id, actor: by }) => (by === actor.accountId ? [id] : [])),
  ])
}

/** A check is closed when everything it found is. */
export const checkGuard: Guard = {
  registers: ['plan-checks'],
  async hear(engine, tx, _actor, written) {
    const closing = written.filter(({ action }) => action === 'close').map(({ id }) => id)
    if (closing.length === 0) return []
    const open = await tx.run<{ check: string; n: number }>(sql`
      SELECT "check", count(*) AS n FROM ${table(getRegister(engine, 'plan-findings'))}
      WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND state <> 'closed' AND "check" = ANY(${closing}::uuid[])
      GROUP BY "check"`)
    return open.map(({ check, n }) => ({
      id: check,
      message: {
        zh: `还有 ${n} 个问题没有整改验收，检查不能关闭`,
        en: `${n} findings are not mended and accepted yet: the check stays open`,
      },
    }))
  },
}

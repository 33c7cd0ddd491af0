import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Problem } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import type { Stored } from './stored.ts'

/** What has just been written of one record. */
export interface Written {
  readonly register: string
  readonly id: string
  /** create, update, delete, restore, or an action of the lifecycle. */
  readonly action: string
  readonly before: Pick<Stored, 'state' | 'values'> | null
  readonly after: Pick<Stored, 'state' | 'values' | 'deletedAt'>
}

/** A mistake that a guard found; `id` names the record at fault where several were written. */
export type GuardProblem = Problem & { readonly id?: string }

/**
 * A rule of a module that looks beyond one record: no circle, no sum above its limit, nothing in a closed year; and what
 * must follow in the same transaction (a posting of an approved claim). What a record's own values show belongs into
 * the register's `check` instead.
 */
export interface Guard {
  /** The registers whose changes it hears. */
  readonly registers: readonly string[]
  /**
   * Runs right after the write, in its transaction, so that statements see the new values; what it gives back refuses
   * the whole write. It may write itself, by `act`. Whoever compares sums must lock what they depend on first:
   * another write may be under way.
   */
  readonly hear: (engine: Engine, tx: Tx, actor: Actor, written: readonly Written[]) => Promise<readonly GuardProblem[]>
  /**
   * What the rule refuses this actor whatever they fill in, of what the register allows them: screens do not offer it.
   * What they can mend (a value that is missing, something open elsewhere) is offered, for the refusal says what to do.
   * @returns actions, update, delete and restore among them, by record id
   */
  readonly withholds?: (
    engine: Engine,
    tx: Tx,
    actor: Actor,
    register: string,
    records: readonly Stored[],
  ) => Promise<ReadonlyMap<string, readonly string[]>>
  /** Whether the rule lets this actor add to a register at all. */
  readonly mayAdd?: (actor: Actor, register: string) => boolean
}

const guardsOf = (engine: Engine, register: string) =>
  engine.guards.filter((guard) => guard.registers.includes(register))

/** What guards withhold of these records, by id. Nothing is withheld from the system. */
export async function withheld(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: string,
  records: readonly Stored[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const all = new Map<string, Set<string>>()
  if (actor.system || records.length === 0) return all
  for (const guard of guardsOf(engine, register))
    for (const [id, actions] of (await guard.withholds?.(engine, tx, actor, register, records)) ?? [])
      all.set(id, new Set([...(all.get(id) ?? []), ...actions]))
  return all
}

/** Whether every guard of a register lets the actor add to it. */
export const mayAdd = (engine: Engine, actor: Actor, register: string): boolean =>
  guardsOf(engine, register).every((guard) => guard.mayAdd?.(actor, register) ?? true)

/** Lets the guards of a register hear what was written. @throws Refusal 422 with their problems, `row` counting from 1 */
export async function hearGuards(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: string,
  written: () => readonly Written[],
): Promise<void> {
  const guards = guardsOf(engine, register)
  if (guards.length === 0) return
  const all = written()
  if (all.length === 0) return
  const problems: GuardProblem[] = []
  for (const guard of guards) problems.push(...(await guard.hear(engine, tx, actor, all)))
  if (problems.length === 0) return
  const rows = new Map(all.map(({ id }, index) => [id, index + 1]))
  throw new Refusal(
    'invalid',
    { zh: `有 ${problems.length} 处需要修改`, en: `${problems.length} to mend` },
    {
      problems: problems.map(({ id, ...problem }) => {
        const row = id === undefined || all.length === 1 ? undefined : rows.get(id)
        return row === undefined ? problem : { ...problem, row }
      }),
    },
  )
}

/** Undoes what one act wrote when it is refused, and leaves the rest of the transaction standing. */
export async function undoneWhenRefused<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.run(sql`SAVEPOINT one_act`)
  try {
    const done = await work()
    await tx.run(sql`RELEASE SAVEPOINT one_act`)
    return done
  } catch (error) {
    await tx.run(sql`ROLLBACK TO SAVEPOINT one_act`)
    throw error
  }
}

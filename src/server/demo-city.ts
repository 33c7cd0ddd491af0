import { sql } from 'kysely'
import { v7 } from 'uuid'
import {
  CITY_SIZE,
  cityConversion,
  cityHeld,
  cityInstitutions,
  cityLearners,
  cityLimits,
  cityOutcome,
  type CityRow,
  cityRules,
} from '../../demo/credit-bank-city.ts'
import { asSystem } from '../engine/access/actor.ts'
import { hashPassword } from '../engine/access/password-hash.ts'
import { createCollege, listColleges } from '../engine/colleges.ts'
import type { Engine } from '../engine/engine.ts'
import { createMany } from '../engine/records/write-many.ts'
import { Refusal } from '../engine/refusal.ts'
import { unitTree } from '../engine/units.ts'
import { openLedger, reconcile } from '../modules/credit-bank/index.ts'

const CODE = 'demo-city'
const PASSWORD = 'demo-jiangxin'
/** Who may look around: the bank's office and its desk. */
const ACCOUNTS = [
  { name: 'centre', role: 'quality-office', label: '学分银行中心（演示）' },
  { name: 'desk', role: 'reviewer', label: '学分银行受理台（演示）' },
] as const
const PORTION = 5000

/**
 * Loads a made-up city's credit bank as a college of its own, so that the ordinary demo stays small.
 * @param share of the whole that is loaded; 1 for all of it
 * @returns how many rows of each kind there are, and whether ledger and registers agree
 * @throws Refusal 409 when it is there already
 */
export async function loadCity(
  engine: Engine,
  share: number,
  log: (line: string) => void,
): Promise<{ college: string; counts: Record<string, number>; entries: number; differences: number }> {
  if ((await listColleges(engine)).some(({ code }) => code === CODE))
    throw new Refusal('conflict', {
      zh: `演示城市（${CODE}）已经载入`,
      en: `The demo city (${CODE}) is loaded already`,
    })
  const of = (whole: number) => Math.round(whole * share)
  const college = await createCollege(engine, { code: CODE, name: '示例市终身学习学分银行（演示）', demo: true })
  const system = asSystem(college, 'demo')
  const counts: Record<string, number> = {}
  // The rows are whole: what must follow from one is among them, and every conversion is checked when the ledger opens.
  const plain = { ...engine, guards: [] }
  const { inCollege } = engine.database
  async function load(register: string, rows: Iterable<CityRow>) {
    let portion: CityRow[] = []
    const write = async () => {
      const some = portion
      portion = []
      if (some.length === 0) return
      await inCollege(college, (tx) => createMany(plain, tx, system, register, some))
      counts[register] = (counts[register] ?? 0) + some.length
      log(`${register} ${counts[register]}`)
    }
    for (const row of rows) {
      portion.push(row)
      if (portion.length === PORTION) await write()
    }
    await write()
  }
  const learners = of(CITY_SIZE.learners)
  await load('credit-institutions', cityInstitutions())
  await load('conversion-rules', cityRules())
  await load('conversion-limits', cityLimits())
  await load('credit-learners', portionsOf(learners))
  await load('learning-outcomes', outcomesOf(learners, of(CITY_SIZE.outcomes)))
  await load('credit-conversions', conversionsOf(learners, of(CITY_SIZE.outcomes), of(CITY_SIZE.conversions)))
  await inCollege(college, (tx) => tx.run(sql`SELECT analyze_tables(NULL)`))
  log('ledger')
  for (let posted = 1; posted > 0;)
    posted = await inCollege(college, async (tx) => {
      const { outcomes, conversions } = await openLedger(engine, tx)
      return outcomes + conversions
    })
  const { entries, differences } = await inCollege(college, (tx) => reconcile(engine, tx))
  await inCollege(college, async (tx) => {
    const hash = await hashPassword(PASSWORD)
    const { root } = await unitTree(engine.database, tx)
    const at = new Date().toISOString()
    for (const { name, role, label } of ACCOUNTS) {
      const id = v7()
      await tx.run(sql`
        INSERT INTO accounts (college_id, id, name, password_hash, display_name, created_at, password_changed_at)
        VALUES (${college}, ${id}, ${name}, ${hash}, ${label}, ${at}, ${at})`)
      await tx.run(
        sql`INSERT INTO assignments (college_id, id, account_id, role, unit_id) VALUES (${college}, ${v7()}, ${id}, ${role}, ${root.id})`,
      )
    }
    await tx.run(sql`SELECT analyze_tables(NULL)`)
  })
  return { college, counts, entries, differences: differences.length }
}

function* portionsOf(learners: number): Generator<CityRow> {
  for (let from = 0; from < learners; from += PORTION) yield* cityLearners(from, Math.min(PORTION, learners - from))
}

function* outcomesOf(learners: number, most: number): Generator<CityRow> {
  for (const held of cityHeld(learners, most)) yield cityOutcome(held)
}

function* conversionsOf(learners: number, outcomes: number, most: number): Generator<CityRow> {
  let made = 0
  for (const held of cityHeld(learners, outcomes)) {
    if (made === most) return
    const row = cityConversion(held)
    if (!row) continue
    made++
    yield row
  }
}

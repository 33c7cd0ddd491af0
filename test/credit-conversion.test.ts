import { spawn } from 'node:child_process'
import path from 'node:path'
import { once } from 'node:events'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database, Tx } from '../src/database/connection.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import type { Engine } from '../src/engine/engine.ts'
import { act } from '../src/engine/records/act.ts'
import { apply } from '../src/modules/credit-bank/inside/apply.ts'
import { consequencesOf, revokeWithConsequences } from '../src/modules/credit-bank/inside/consequences.ts'
import { explain } from '../src/modules/credit-bank/inside/decision.ts'
import { balancesOf } from '../src/modules/credit-bank/inside/ledger.ts'
import { nextVersion } from '../src/modules/credit-bank/inside/next-version.ts'
import { reconcile } from '../src/modules/credit-bank/inside/reconcile.ts'
import { reviewRules } from '../src/modules/credit-bank/inside/review-rules.ts'
import { tryRule } from '../src/modules/credit-bank/inside/try-rule.ts'
import { jobs } from '../src/modules/credit-bank/jobs.ts'
import { type CreditBank, makeCreditBank, openBankDatabase } from './credit-bank-college.ts'
import { refused } from './plan-college.ts'

/** Rules by their versions, revocation with what follows, the nightly look at the ledger, and death between any two steps. */

let db: { engine: Engine; database: Database; appUrl: string; close(): Promise<void> }
let bank: CreditBank
beforeAll(async () => {
  db = await openBankDatabase()
})
afterAll(() => db.close())
beforeEach(async () => {
  bank = await makeCreditBank(db.engine)
})

const applyFor = (outcome: string, rule: string, actor: Actor = bank.welder) =>
  bank.run(async (tx) => (await apply(bank.engine, tx, actor, { outcome, rule })).id)
const approve = (id: string) => bank.step(bank.reviewer, 'credit-conversions', id, 'approve')
const balances = () => bank.run((tx) => balancesOf(tx, bank.learner))
const differences = async () => (await bank.run((tx) => reconcile(bank.engine, tx))).differences

describe('a rule', () => {
  it('gets a next version from a day on; the former ends the day before, and what it decided stays explained by it', async () => {
    const rule = await bank.rule(bank.institutions.east, '焊工', '焊接工艺')
    const decided = await applyFor(await bank.certificate('焊工'), rule)
    await approve(decided)
    const other = await bank.certificate('焊工')
    const change = { credits: '5', from: '2025-03-01' }
    const trial = await bank.run((tx) => tryRule(bank.engine, tx, bank.quality, rule, [], { credits: '5' }))
    expect(trial.rows.map(({ becomes, why }) => [becomes, why.length > 0])).toHaveLength(2)
    expect(
      await refused(bank.run((tx) => nextVersion(bank.engine, tx, bank.quality, rule, { from: '2024-01-01' }))),
    ).toContain('晚于')
    const next = await bank.run((tx) => nextVersion(bank.engine, tx, bank.quality, rule, change))
    await bank.step(bank.quality, 'conversion-rules', next.id, 'submit')
    await bank.step(bank.reviewer, 'conversion-rules', next.id, 'approve')
    const [former] = await bank.run((tx) =>
      tx.run(
        sql`SELECT until, state FROM records.conversion_rules WHERE college_id = ${tx.collegeId} AND id = ${rule}`,
      ),
    )
    expect(former).toEqual({ until: '2025-02-28', state: 'approved' })
    expect(await refused(applyFor(other, rule))).toContain('不生效')
    const explained = await bank.run((tx) => explain(bank.engine, tx, bank.welder, decided))
    expect(explained.checks.every(({ ok }) => ok)).toBe(true)
    expect(explained).toMatchObject({ ruleVersion: 3 })
  })

  it('excludes whoever has used another one; circles and what nobody can reach are found', async () => {
    const { east, west } = bank.institutions
    const first = await bank.rule(east, '焊工', '焊接工艺')
    const second = await bank.rule(west, '钳工', '钳工实训', { excludedBy: first })
    await approve(await applyFor(await bank.certificate('焊工'), first))
    expect(await refused(applyFor(await bank.certificate('钳工'), second))).toContain('互斥')
    await bank.rule(west, '焊工', '焊接检验', { credits: '9' })
    const review = await bank.run((tx) => reviewRules(bank.engine, tx, bank.quality))
    expect(review.conflicts.map(({ label }) => label.zh)).toEqual([expect.stringContaining('这类成果最多 6 学分')])
  })
})

describe('a revocation', () => {
  it('shows what it would do, then does all of it or nothing', async () => {
    const rule = await bank.rule(bank.institutions.east, '焊工', '焊接工艺')
    const outcome = await bank.certificate('焊工')
    await approve(await applyFor(outcome, rule))
    const shown = await bank.run((tx) => consequencesOf(bank.engine, tx, bank.reviewer, outcome))
    expect(shown).toMatchObject({
      credits: '6.0',
      conversions: [{ state: 'approved', target: '焊接工艺', credits: '4.0' }],
    })
    expect(await balances()).toMatchObject({ converted: '4.0' })
    const revoke = (version: number) =>
      bank.run((tx) =>
        revokeWithConsequences(bank.engine, tx, bank.reviewer, outcome, { version, reason: '证书系伪造' }),
      )
    await expect(revoke(1)).rejects.toMatchObject({ status: 409 })
    expect(await balances()).toMatchObject({ converted: '4.0' })
    await revoke(shown.version)
    expect(await balances()).toEqual({ issued: '0.0', held: '0.0', converted: '0.0', lapsed: '0.0' })
    expect(await differences()).toEqual([])
  })
})

describe('every night', () => {
  it('outcomes run out on their day, and what does not agree is named', async () => {
    await bank.certificate('焊工', { expiresOn: '2024-12-31' })
    const whole = await bank.certificate('钳工')
    const [nightly] = jobs
    const context = {
      engine: bank.engine,
      college: bank.college.id,
      data: {},
      signal: new AbortController().signal,
      log: { error() {}, warn() {} },
      progress: async () => {},
    }
    expect(await nightly!.run(context as never)).toMatchObject({ expired: 1, entries: 3, differences: 0 })
    expect(await balances()).toMatchObject({ held: '6.0', lapsed: '6.0' })
    await bank.run((tx) =>
      act({ ...bank.engine, guards: [] }, tx, bank.system, {
        register: 'learning-outcomes',
        id: whole,
        action: 'revoke',
      }),
    )
    const found = await nightly!.run(context as never)
    expect(found).toMatchObject({ expired: 0, differences: 1 })
    expect(nightly!.tell!(found as never).zh).toContain('有 1 处不一致：成果 CG-')
  })
})

describe('death', () => {
  /** Does a step in a transaction whose connection breaks after so many statements. @returns whether it broke */
  async function broken(statements: number, work: (tx: Tx) => Promise<unknown>): Promise<boolean> {
    let asked = 0
    try {
      await bank.run(async (tx) => {
        const [{ pid } = { pid: 0 }] = await tx.run<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
        const die = async <T>(answer: Promise<T>): Promise<T> => {
          const done = await answer
          if (++asked === statements) await db.database.run(sql`SELECT pg_terminate_backend(${pid})`)
          return done
        }
        await work({ ...tx, run: (s) => die(tx.run(s)), change: (s) => die(tx.change(s)) })
      })
      return false
    } catch (error) {
      if (asked < statements) throw error
      return true
    }
  }

  it('between any two steps of a conversion leaves all of it or nothing', async () => {
    const rule = await bank.rule(bank.institutions.east, '焊工', '焊接工艺')
    const id = await applyFor(await bank.certificate('焊工'), rule)
    const step = (action: string, comment?: string) => async (tx: Tx) => {
      const [row] = await tx.run<{ version: number }>(
        sql`SELECT version FROM records.credit_conversions WHERE college_id = ${tx.collegeId} AND id = ${id}`,
      )
      await act(bank.engine, tx, bank.reviewer, {
        register: 'credit-conversions',
        id,
        action,
        version: row!.version,
        ...(comment ? { comment } : {}),
      })
    }
    for (const [work, after] of [
      [step('approve'), { held: '0.0', converted: '4.0', lapsed: '2.0' }],
      [step('reverse', '试'), { held: '6.0', converted: '0.0', lapsed: '0.0' }],
    ] as const) {
      const before = await balances()
      let died = 0
      while (await broken(died + 1, work)) {
        died++
        expect(await balances()).toEqual(before)
        expect(await differences()).toEqual([])
      }
      expect(died).toBeGreaterThan(6)
      expect(await balances()).toMatchObject(after)
      expect(await differences()).toEqual([])
    }
  })

  it('by kill -9 in the midst of many conversions leaves ledger and registers in agreement', async () => {
    const { east } = bank.institutions
    const pairs: string[][] = []
    for (let i = 0; i < 12; i++)
      pairs.push([await bank.certificate(`证书 ${i}`), await bank.rule(east, `证书 ${i}`, `课程 ${i}`)])
    const load = (file: string) => `await import(${JSON.stringify(path.resolve(import.meta.dirname, '..', file))})`
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { connect } = ${load('src/database/connection.ts')}
         const { declarations } = ${load('catalogue/index.gen.ts')}
         const { assembleCatalogue } = ${load('src/language/catalogue.ts')}
         const { guards } = ${load('src/modules/credit-bank/server.ts')}
         const { apply } = ${load('src/modules/credit-bank/inside/apply.ts')}
         const { asSystem } = ${load('src/engine/access/actor.ts')}
         const { act } = ${load('src/engine/records/act.ts')}
         const { college, pairs, url, files } = JSON.parse(process.env.WORK)
         const engine = { catalogue: assembleCatalogue(declarations), database: connect(url), filesDir: files, guards }
         const system = asSystem(college, 'test')
         for (let turn = 0; ; turn++)
           for (const [outcome, rule] of pairs) {
             const { id } = await engine.database.inCollege(college, (tx) => apply(engine, tx, system, { outcome, rule }))
             for (const action of ['approve', 'reverse'])
               await engine.database.inCollege(college, (tx) => act(engine, tx, system, { register: 'credit-conversions', id, action }))
             console.log(turn)
           }`,
      ],
      {
        env: {
          ...process.env,
          WORK: JSON.stringify({ college: bank.college.id, pairs, url: db.appUrl, files: db.engine.filesDir }),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    // Killed while it works: some conversions are through, one is under way.
    await once(child.stdout, 'data')
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await differences()).toEqual([])
    const { held, converted, lapsed } = await balances()
    expect(Number(held) + Number(converted) + Number(lapsed)).toBe(72)
  })
})

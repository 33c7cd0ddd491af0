import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { writeXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../src/database/connection.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import { createAccount } from '../src/engine/access/accounts.ts'
import type { Engine } from '../src/engine/engine.ts'
import { keepFile } from '../src/engine/files/store.ts'
import { acceptImport } from '../src/engine/importing/accept-import.ts'
import { previewImport } from '../src/engine/importing/preview-import.ts'
import { act } from '../src/engine/records/act.ts'
import { issueBadge } from '../src/modules/badges/inside/issue.ts'
import { stepOwn } from '../src/modules/credit-bank/inside/accounts/self.ts'
import { ownData } from '../src/modules/credit-bank/inside/accounts/own-data.ts'
import { standingOf } from '../src/modules/credit-bank/inside/learner-page.ts'
import { askExperts, findExperts, opinionsOf } from '../src/modules/credit-bank/inside/opinions/ask-experts.ts'
import {
  declineOpinion,
  giveOpinion,
  myOpinions,
  opinionFile,
} from '../src/modules/credit-bank/inside/opinions/own-opinions.ts'
import { type CreditBank, makeCreditBank, openBankDatabase } from './credit-bank-college.ts'
import { refused } from './plan-college.ts'

/** Experts are asked about an outcome, see that and no more, and say what they think; the desk decides. */

let db: { engine: Engine; database: Database; close(): Promise<void> }
let bank: CreditBank
let expert: Actor
let second: Actor
let outcome: string

beforeAll(async () => {
  db = await openBankDatabase()
})
afterAll(() => db.close())
beforeEach(async () => {
  bank = await makeCreditBank(db.engine)
  expert = await signing('专示家', 'scoring-expert')
  second = await signing('师示范', 'teacher')
  outcome = await bank.add('learning-outcomes', {
    number: 'CG-1',
    learner: bank.learner,
    kind: 'work-experience',
    name: '船舶焊接岗位工作经历',
    issuer: bank.institutions.firm,
    issuedOn: '2024-05-01',
    credits: '4',
    certificateNumber: 'N-1',
    note: '焊示工的说明',
  })
})

/** A person with an account. */
async function signing(name: string, role: string): Promise<Actor> {
  const personId =
    role === 'scoring-expert'
      ? await bank.add('people', { number: 'E1', name, kind: 'external' })
      : await bank.college.person(name, bank.college.west)
  const { account } = await bank.run((tx) =>
    createAccount(db.engine, tx, bank.system, { name, personId, assignments: [{ role, unitId: bank.college.west }] }),
  )
  return { ...(await bank.college.actor([role, bank.college.west])), accountId: account.id, personId, name }
}

const ask = (experts: readonly Actor[], more: object = {}, by = bank.reviewer) =>
  bank.run((tx) =>
    askExperts(db.engine, tx, by, outcome, {
      experts: experts.map(({ personId }) => personId!),
      dueOn: '2099-01-31',
      isLearnerShown: false,
      ...more,
    }),
  )
const mine = async (actor: Actor) => (await bank.run((tx) => myOpinions(db.engine, tx, actor))).opinions
const desk = (actor = bank.reviewer) => bank.run((tx) => opinionsOf(db.engine, tx, actor, outcome))
const said = { recommendation: 'accredit', level: 'none', credits: '3.5', reason: '工龄证明齐全' }
async function give(actor: Actor, more: object = {}) {
  const [open] = await mine(actor)
  await bank.run((tx) => giveOpinion(db.engine, tx, actor, open!.id, { ...said, version: open!.version, ...more }))
}
const told = (actor: Actor) =>
  bank.run((tx) =>
    tx.run<{ kind: string }>(
      sql`SELECT kind FROM notices WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId}`,
    ),
  )

describe('experts', () => {
  it('see what they were asked about without the name, and change their opinion until the outcome is decided', async () => {
    expect((await bank.run((tx) => findExperts(db.engine, tx, bank.reviewer, '示'))).map(({ name }) => name)).toEqual([
      '专示家',
      '师示范',
    ])
    await ask([expert, second], { question: '工作年限是否相符？' })
    expect(await told(expert)).toEqual([{ kind: 'credit-bank.opinion-asked' }])
    expect((await bank.run((tx) => standingOf(db.engine, tx, expert))).opinions).toBe(1)
    const [open] = await mine(expert)
    expect(open).toMatchObject({ question: '工作年限是否相符？', outcome: { name: '船舶焊接岗位工作经历' } })
    for (const hidden of ['焊示工', 'N-1']) expect(JSON.stringify(open)).not.toContain(hidden)
    expect(await refused(give(expert, { reason: '' }))).toContain('请说明理由')
    await give(expert)
    await give(expert, { credits: '3' })
    expect((await desk()).opinions.find(({ expert: name }) => name === '专示家')).toMatchObject({
      state: 'answered',
      recommendation: { zh: '建议认定' },
      credits: '3.0',
      reason: '工龄证明齐全',
    })
    // Nobody else's: neither to read nor to answer; the learner knows nothing of it.
    const [other] = await mine(second)
    const stolen = bank.run((tx) => giveOpinion(db.engine, tx, second, open!.id, { ...said, version: 3 }))
    expect(await refused(stolen)).toContain('没有找到')
    expect(await refused(desk(bank.welder))).not.toBe('')

    await bank.step(bank.reviewer, 'learning-outcomes', outcome, 'accredit')
    expect(await mine(expert)).toEqual([])
    const late = bank.run((tx) => giveOpinion(db.engine, tx, expert, open!.id, { ...said, version: 4 }))
    expect(await refused(late)).toContain('已经作出决定')
    // Who had not answered need not any more.
    expect((await desk()).opinions.find(({ id }) => id === other!.id)).toMatchObject({
      state: 'withdrawn',
      why: '成果已作出决定',
    })
    const badge = await bank.run((tx) => issueBadge(db.engine, tx, bank.welder, 'https://bank.example', { outcome }))
    // What was said is the learner's data, and so are certificates; who said it is not.
    const taken = await bank.run((tx) => ownData(db.engine, tx, bank.welder, bank.learner))
    expect(taken).toMatchObject({
      opinions: [{ outcome, recommendation: 'accredit', credits: '3.0' }],
      certificates: [{ id: badge.id, outcomes: [outcome], revokedAt: null, credential: { proof: {} } }],
    })
    expect(JSON.stringify(taken)).not.toContain('专示家')
  })

  it('open the evidence of what they were asked about, and nobody else’s', async () => {
    const limits = { maxBytes: 1000 }
    const file = await bank.run((tx) =>
      keepFile(
        db.engine,
        tx,
        bank.system,
        { name: '证书.pdf', type: 'application/pdf', content: Readable.from([Buffer.from('%PDF-1.7')]) },
        limits,
      ),
    )
    await bank.run((tx) =>
      act(db.engine, tx, bank.system, {
        register: 'learning-outcomes',
        id: outcome,
        action: 'update',
        values: { evidence: [file] },
      }),
    )
    await ask([expert])
    const [open] = await mine(expert)
    expect(open!.outcome.evidence).toMatchObject([{ name: '证书.pdf' }])
    const opened = (by: Actor, sha256 = file.sha256) =>
      bank.run((tx) => opinionFile(db.engine, tx, by, open!.id, sha256))
    expect(await text((await opened(expert)).stream)).toBe('%PDF-1.7')
    expect(await refused(opened(second))).toContain('没有找到')
    expect(await refused(opened(expert, 'f'.repeat(64)))).toContain('没有找到')
    await bank.step(bank.reviewer, 'outcome-opinions', open!.id, 'withdraw', '另请专家')
    expect(await refused(opened(expert))).toContain('没有找到')
  })

  it('step back with a reason, are named the learner when that is needed, and are asked once', async () => {
    await ask([expert], { isLearnerShown: true })
    const [open] = await mine(expert)
    expect(open!.outcome).toMatchObject({ learner: '焊示工', certificateNumber: 'N-1', note: '焊示工的说明' })
    expect(await refused(ask([expert]))).toContain('已请过')
    await bank.run((tx) => declineOpinion(db.engine, tx, expert, open!.id, { version: 1, reason: '曾是师徒' }))
    expect((await desk()).opinions).toMatchObject([{ state: 'declined', why: '曾是师徒', canWithdraw: false }])
    // Whoever is the learner, or cannot sign in, is not asked; nor does the desk write an opinion for somebody.
    expect(await refused(ask([bank.welder]))).toContain('专家本人的')
    const stranger = { ...expert, personId: await bank.college.person('无示号', bank.college.west) }
    expect(await refused(ask([stranger]))).toContain('没有登录账号')
    await ask([second])
    const [asked] = await mine(second)
    await expect(bank.step(bank.reviewer, 'outcome-opinions', asked!.id, 'answer')).rejects.toMatchObject({
      status: 403,
    })
    const forged = bank.run((tx) =>
      act(db.engine, tx, bank.reviewer, {
        register: 'outcome-opinions',
        id: asked!.id,
        action: 'update',
        version: asked!.version,
        values: { recommendation: 'accredit', reason: '代填' },
      }),
    )
    expect(await refused(forged)).toContain('专家本人填写')
  })
})

describe('an appeal', () => {
  it('lacks an opinion until somebody who did not refuse it gives one that was asked for since', async () => {
    await ask([expert])
    await give(expert)
    const chief = await signing('审示员', 'reviewer')
    const deciding = { ...bank.reviewer, accountId: chief.accountId, personId: chief.personId }
    await bank.step(deciding, 'learning-outcomes', outcome, 'refuse', '年限不足')
    expect(await desk()).toMatchObject({ isAppeal: false, missing: 0, canAsk: false })
    expect(await refused(ask([second]))).toContain('待认定')
    const appeal = { register: 'learning-outcomes', id: outcome, step: 'appeal', comment: '另有证明' }
    await bank.run((tx) => stepOwn(db.engine, tx, bank.welder, bank.learner, appeal))
    expect(await desk()).toMatchObject({ isAppeal: true, missing: 1, canAsk: true })
    expect(await refused(ask([chief]))).toContain('另请专家')
    // The same expert may be asked again: the appeal is new.
    await ask([expert])
    expect(await desk()).toMatchObject({ missing: 1 })
    const again = (await mine(expert)).find(({ state }) => state === 'assigned')!
    await bank.run((tx) => giveOpinion(db.engine, tx, expert, again.id, { ...said, version: again.version }))
    expect(await desk()).toMatchObject({ isAppeal: true, missing: 0 })
    await bank.step(bank.reviewer, 'learning-outcomes', outcome, 'accredit')
  })
})

describe('an institution’s sheet of outcomes', () => {
  const HEADERS = [
    '成果编号',
    '学习者',
    '成果类型',
    '成果名称',
    '等级',
    '成绩',
    '颁发机构',
    '取得日期',
    '学分',
    '证书编号',
  ]
  const row = (number: string, more: Partial<Record<string, string>> = {}) => {
    const values: Record<string, string> = {
      成果编号: number,
      学习者: 'XZ-1',
      成果类型: '培训',
      成果名称: '安全生产培训',
      等级: '不分等级',
      成绩: '良好',
      颁发机构: 'firm',
      取得日期: '2024-03-01',
      学分: '1.5',
      证书编号: `PX-${number}`,
    }
    return HEADERS.map((header) => more[header] ?? values[header]!)
  }
  const preview = async (rows: readonly (readonly string[])[]) => {
    const bytes = await writeXlsx({ sheets: [{ name: '成果', rows: [HEADERS, ...rows].map((line) => [...line]) }] })
    return bank.run((tx) =>
      previewImport(db.engine, tx, bank.clerk, 'learning-outcomes', { fileName: '成果.xlsx', bytes }),
    )
  }

  it('is registered whole, and what is wrong is said row by row', async () => {
    const wrong = await preview([
      row('A-1'),
      row('A-2', { 学习者: 'XZ-404' }),
      row('A-3', { 颁发机构: '未知机构' }),
      row('A-4', { 学分: '1000' }),
    ])
    expect(wrong.problems.map(({ row: at, column }) => [at, column])).toEqual([
      [3, '学习者'],
      [4, '颁发机构'],
      [5, '学分'],
    ])
    const right = await preview([row('B-1'), row('B-2')])
    expect(right).toMatchObject({ problems: [], creates: 2 })
    await bank.run((tx) => acceptImport(db.engine, tx, bank.clerk, right.id))
    const future = await preview([row('C-1', { 取得日期: '2099-01-01' })])
    expect(await refused(bank.run((tx) => acceptImport(db.engine, tx, bank.clerk, future.id)))).toContain('今天之后')
    const kept = await bank.run((tx) =>
      tx.run(sql`
        SELECT number, state, credits::text AS credits FROM records.learning_outcomes
        WHERE college_id = ${tx.collegeId} AND number <> 'CG-1' ORDER BY number`),
    )
    expect(kept).toEqual([
      { number: 'B-1', state: 'registered', credits: '1.5' },
      { number: 'B-2', state: 'registered', credits: '1.5' },
    ])
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../src/database/connection.ts'
import type { Engine } from '../src/engine/engine.ts'
import { act } from '../src/engine/records/act.ts'
import { findCitizen, makeCode, signIn, signUp } from '../src/modules/credit-bank/inside/accounts/citizen.ts'
import { reviewClosing } from '../src/modules/credit-bank/inside/accounts/close-account.ts'
import { reviewMerger } from '../src/modules/credit-bank/inside/accounts/merge-accounts.ts'
import { ownData } from '../src/modules/credit-bank/inside/accounts/own-data.ts'
import { ask, bringOutcome, giveConsent, ownAccount, stepOwn } from '../src/modules/credit-bank/inside/accounts/self.ts'
import { apply } from '../src/modules/credit-bank/inside/apply.ts'
import { explain } from '../src/modules/credit-bank/inside/decision.ts'
import { balancesOf } from '../src/modules/credit-bank/inside/ledger.ts'
import { learnerPage } from '../src/modules/credit-bank/inside/learner-page.ts'
import { reconcile } from '../src/modules/credit-bank/inside/reconcile.ts'
import { type CreditBank, makeCreditBank, openBankDatabase } from './credit-bank-college.ts'
import { refused } from './plan-college.ts'

/** Accounts of citizens: opened at the public door, corrected, merged without loss, taken along and closed. */

let db: { engine: Engine; database: Database; close(): Promise<void> }
let bank: CreditBank
beforeAll(async () => {
  db = await openBankDatabase()
})
afterAll(() => db.close())
beforeEach(async () => {
  bank = await makeCreditBank(db.engine)
})

const PASSWORD = '焊花照亮长江两岸的夜晚啊'
const IDENTITY = '11010119900307010X'
const citizen = { name: '林示恒', identity: IDENTITY, phone: '13800001111', password: PASSWORD, stage: 'worker' }
const open = async (more: object = {}) => {
  const token = await signUp(bank.engine, bank.college.id, { ...citizen, ...more }, '10.0.0.1')
  return (await bank.run((tx) => findCitizen(bank.engine, tx, token)))!
}
const balances = (learner: string) => bank.run((tx) => balancesOf(tx, learner))
const differences = async () => (await bank.run((tx) => reconcile(bank.engine, tx))).differences
const proven = (learner: string) =>
  bank.run((tx) =>
    act(bank.engine, tx, bank.system, {
      register: 'credit-learners',
      id: learner,
      action: 'update',
      values: { proof: 'document' },
    }),
  )

describe('a citizen', () => {
  it('opens an account with a number that fits its check character, signs in, and brings and converts what is theirs', async () => {
    expect(await refused(open({ identity: '110101199003070100' }))).toContain('校验位')
    expect(await refused(open({ phone: '12' }))).toContain('电话号码')
    const me = await open()
    expect(await refused(open({ phone: '13800002222' }))).toContain('已经开户')
    const college = bank.college.id
    expect(await signIn(bank.engine, college, { phone: citizen.phone, password: PASSWORD }, '10.0.0.1')).toHaveLength(
      43,
    )
    await expect(
      signIn(bank.engine, college, { phone: citizen.phone, password: 'wrong' }, '10.0.0.1'),
    ).rejects.toMatchObject({ status: 401 })

    const rule = await bank.rule(bank.institutions.east, '焊工', '焊接工艺')
    const { id } = await bank.run((tx) =>
      bringOutcome(bank.engine, tx, me.actor, me.learner, {
        kind: 'vocational-certificate',
        name: '焊工',
        level: 'intermediate',
        issuer: bank.institutions.firm,
        issuedOn: '2024-05-01',
        credits: '6',
      }),
    )
    await bank.step(bank.reviewer, 'learning-outcomes', id, 'accredit')
    const applyNow = () => bank.run((tx) => apply(bank.engine, tx, me.actor, { outcome: id, rule }))
    expect(await refused(applyNow())).toContain('尚未核验证件')
    await proven(me.learner)
    const { id: application } = await applyNow()
    const page = await bank.run((tx) => learnerPage(bank.engine, tx, me.actor, me.learner))
    expect(page).toMatchObject({ isOwn: true, canApply: true, learner: { isProven: true } })
    expect(page.applications[0]!.can.map(({ name }) => name)).toEqual(['withdraw'])
    // Of the certificate one place remains: the other is asked for already, and would be offered until it is decided.
    expect(page.next.places).toMatchObject([{ institution: 'east 机构', credits: '4.0' }])
    expect(
      await refused(
        bank.run((tx) =>
          act(bank.engine, tx, me.actor, {
            register: 'credit-conversions',
            id: application,
            action: 'approve',
            version: 1,
          }),
        ),
      ),
    ).toContain('没有')
    // Another's affairs are not there at all.
    await expect(bank.run((tx) => learnerPage(bank.engine, tx, me.actor, bank.learner))).rejects.toMatchObject({
      status: 404,
    })
    const theirs = await bank.certificate('焊工')
    expect(await refused(bank.run((tx) => apply(bank.engine, tx, me.actor, { outcome: theirs, rule })))).toContain(
      '自己的账户',
    )
    await bank.run((tx) =>
      stepOwn(bank.engine, tx, me.actor, me.learner, {
        register: 'credit-conversions',
        id: application,
        step: 'withdraw',
      }),
    )
  })

  it('takes over the account a school opened, by its code, also when the name has a variant character', async () => {
    const learner = await bank.add('credit-learners', {
      number: 'XZ-9',
      name: '林示恆',
      identity: IDENTITY,
      stage: 'student',
      openedOn: '2024-01-01',
    })
    expect(await refused(open())).toContain('启用码')
    const { code } = await bank.run((tx) => makeCode(tx, learner))
    expect(await refused(open({ code, name: '林示衡' }))).toContain('姓名与该身份证号登记的姓名不同')
    const me = await open({ code })
    expect(me.learner).toBe(learner)
    expect(await refused(open({ code }))).toContain('启用码')
  })

  it('gives and withdraws consents, asks for a correction that is then made, and moves on in life', async () => {
    const me = await open()
    const { id: consent } = await bank.run((tx) =>
      giveConsent(bank.engine, tx, me.actor, me.learner, {
        institution: bank.institutions.east,
        purposes: ['see-outcomes'],
      }),
    )
    const step = { register: 'credit-consents', id: consent, step: 'withdraw' }
    await bank.run((tx) => stepOwn(bank.engine, tx, me.actor, me.learner, step))
    await expect(bank.run((tx) => stepOwn(bank.engine, tx, me.actor, me.learner, step))).rejects.toMatchObject({
      status: 404,
    })
    const asking = (more: object) =>
      bank.run((tx) => ask(bank.engine, tx, me.actor, me.learner, { kind: 'correction', ...more }))
    expect(await refused(asking({}))).toContain('请填写要更正的内容')
    expect(await refused(asking({ identity: '123' }))).toContain('18 位')
    const { id: request } = await asking({ name: '林示恆', reason: '身份证为恆' })
    expect(await refused(asking({ name: '林示恆' }))).toContain('正在办理')
    await bank.step(bank.reviewer, 'learner-requests', request, 'accept')
    const event = { learner: me.learner, stage: 'senior', where: '老年大学', on: '2024-09-01' }
    await bank.run((tx) => act(bank.engine, tx, me.actor, { register: 'life-events', action: 'create', values: event }))
    const page = await bank.run((tx) => learnerPage(bank.engine, tx, me.actor, me.learner))
    expect(page.learner).toMatchObject({ name: '林示恆', stage: { zh: '老年学习者' } })
    expect(page.timeline).toMatchObject([{ what: 'life', about: '老年大学' }])
    const other = { ...event, learner: bank.learner }
    expect(
      await refused(
        bank.run((tx) => act(bank.engine, tx, me.actor, { register: 'life-events', action: 'create', values: other })),
      ),
    ).toContain('自己账户')
    const account = await bank.run((tx) => ownAccount(bank.engine, tx, me.learner))
    expect(account).toMatchObject({ consents: [{ state: 'withdrawn' }], requests: [{ state: 'accepted' }] })
  })

  it('takes everything along as JSON, and closes the account: what names them is gone, what must stay has no name', async () => {
    const me = await open()
    await proven(me.learner)
    const rule = await bank.rule(bank.institutions.east, '焊工', '焊接工艺')
    const outcome = await bank.certificate('焊工', { learner: me.learner, note: '家住示路 1 号' })
    const { id } = await bank.run((tx) => apply(bank.engine, tx, me.actor, { outcome, rule }))
    await bank.step(bank.reviewer, 'credit-conversions', id, 'approve')
    const taken = JSON.stringify(await bank.run((tx) => ownData(bank.engine, tx, me.actor, me.learner)))
    for (const part of [IDENTITY, '焊接工艺', '"entries"', '成果 6.0 学分', 'east 机构']) expect(taken).toContain(part)
    const review = await bank.run((tx) => reviewClosing(bank.engine, tx, me.learner))
    expect(review.kept.map(({ why }) => why.zh).join()).toContain('个人信息保护法')
    const { id: request } = await bank.run((tx) => ask(bank.engine, tx, me.actor, me.learner, { kind: 'closing' }))
    await bank.step(bank.reviewer, 'learner-requests', request, 'accept')
    const rows = await bank.run((tx) =>
      tx.run(sql`
        SELECT l.name, l.identity, l.phone, o.note, o.state, (SELECT count(*)::integer FROM credit_logins WHERE college_id = ${tx.collegeId}) AS logins
        FROM records.credit_learners l JOIN records.learning_outcomes o ON o.college_id = l.college_id AND o.learner = l.id
        WHERE l.college_id = ${tx.collegeId} AND l.id = ${me.learner}`),
    )
    expect(rows).toEqual([{ name: '已注销', identity: null, phone: null, note: null, state: 'accredited', logins: 0 }])
    expect(await differences()).toEqual([])
    // The same person may begin anew.
    expect((await open()).learner).not.toBe(me.learner)
  })
})

describe('two accounts of one person', () => {
  async function another() {
    const me = await open({ name: '焊示工' })
    const rule = await bank.rule(bank.institutions.east, '电工', '电工技术')
    const used = await bank.certificate('电工', { learner: me.learner })
    await proven(me.learner)
    const { id } = await bank.run((tx) => apply(bank.engine, tx, me.actor, { outcome: used, rule }))
    await bank.step(bank.reviewer, 'credit-conversions', id, 'approve')
    await bank.certificate('钳工', { learner: me.learner })
    return { me, id, rule, used }
  }
  const propose = (absorbed: string, kept = bank.learner) =>
    bank.run((tx) =>
      act(bank.engine, tx, bank.clerk, {
        register: 'learner-merges',
        action: 'create',
        values: { number: `HB-${absorbed}`, kept, absorbed, reason: '同一身份证' },
      }),
    )

  it('become one by entries of their own, and two again until it is confirmed; no credit is made or lost', async () => {
    const { me, id, used } = await another()
    await bank.certificate('焊工')
    const [mine, theirs] = [await balances(bank.learner), await balances(me.learner)]
    const before = await bank.run((tx) => explain(bank.engine, tx, bank.reviewer, id))
    const { id: merger } = await propose(me.learner)
    const review = await bank.run((tx) =>
      reviewMerger(bank.engine, tx, { id: merger, number: 'x', kept: bank.learner, absorbed: me.learner }),
    )
    expect(review).toMatchObject({
      problems: [],
      notes: [],
      credits: { kept: '6.0', absorbed: '6.0', together: '12.0' },
    })
    await bank.step(bank.reviewer, 'learner-merges', merger, 'merge')
    expect(await balances(bank.learner)).toEqual({ issued: '-18.0', held: '12.0', converted: '4.0', lapsed: '2.0' })
    expect(await balances(me.learner)).toEqual({ issued: '0.0', held: '0.0', converted: '0.0', lapsed: '0.0' })
    expect(await differences()).toEqual([])
    expect(await bank.run((tx) => explain(bank.engine, tx, bank.reviewer, id))).toEqual(before)

    // What was made of it since goes back as well.
    await bank.step(bank.reviewer, 'credit-conversions', id, 'reverse', '试')
    const again = await bank.rule(bank.institutions.west, '电工', '电气控制')
    const { id: later } = await bank.run((tx) => apply(bank.engine, tx, bank.welder, { outcome: used, rule: again }))
    await bank.step(bank.reviewer, 'credit-conversions', later, 'approve')
    expect(await differences()).toEqual([])
    await bank.step(bank.reviewer, 'learner-merges', merger, 'undo', '不是一人')
    expect(await balances(bank.learner)).toEqual(mine)
    expect(await balances(me.learner)).toEqual(theirs)
    expect(await differences()).toEqual([])
    await bank.step(bank.reviewer, 'credit-conversions', later, 'reverse', '试')
    expect(await balances(me.learner)).toMatchObject({ held: '12.0', converted: '0.0' })
    expect(await differences()).toEqual([])

    const { id: second } = await bank.run((tx) =>
      act(bank.engine, tx, bank.clerk, {
        register: 'learner-merges',
        action: 'create',
        values: { number: 'HB-2', kept: bank.learner, absorbed: me.learner, reason: '查明是一人' },
      }),
    )
    await bank.step(bank.reviewer, 'learner-merges', second, 'merge')
    await bank.step(bank.reviewer, 'learner-merges', second, 'confirm')
    await expect(bank.step(bank.reviewer, 'learner-merges', second, 'undo', '晚了')).rejects.toMatchObject({
      status: 403,
    })
    // The learner signs in as before, and is the one account.
    const token = await signIn(bank.engine, bank.college.id, { phone: citizen.phone, password: PASSWORD }, '10.0.0.1')
    expect((await bank.run((tx) => findCitizen(bank.engine, tx, token)))!.learner).toBe(bank.learner)
    expect(await balances(bank.learner)).toMatchObject({ held: '18.0' })
    expect(await differences()).toEqual([])
  })

  it('are not merged while both have replaced one course, nor the better proven one away', async () => {
    const { me, rule } = await another()
    expect(await refused(propose(bank.learner, me.learner))).toContain('请对调')
    expect(await refused(propose(me.learner, me.learner))).toContain('两个不同')
    const mine = await bank.run(async (tx) =>
      apply(bank.engine, tx, bank.welder, { outcome: await bank.certificate('电工'), rule }),
    )
    await bank.step(bank.reviewer, 'credit-conversions', mine.id, 'approve')
    expect(await refused(propose(me.learner))).toContain('请先冲销其中一项')
  })
})

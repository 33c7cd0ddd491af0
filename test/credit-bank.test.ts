import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../src/database/connection.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import type { Engine } from '../src/engine/engine.ts'
import { act } from '../src/engine/records/act.ts'
import { apply } from '../src/modules/credit-bank/inside/apply.ts'
import { explain } from '../src/modules/credit-bank/inside/decision.ts'
import { balancesOf, post } from '../src/modules/credit-bank/inside/ledger.ts'
import { learnerPage, standingOf } from '../src/modules/credit-bank/inside/learner-page.ts'
import { openLedger } from '../src/modules/credit-bank/inside/open-ledger.ts'
import { reconcile } from '../src/modules/credit-bank/inside/reconcile.ts'
import { reviewRules } from '../src/modules/credit-bank/inside/review-rules.ts'
import { tryRule } from '../src/modules/credit-bank/inside/try-rule.ts'
import { type CreditBank, makeCreditBank, openBankDatabase } from './credit-bank-college.ts'
import { refused } from './plan-college.ts'

/** The credit bank from a certificate to a course at another school, and back; under the guards that the server has. */

let db: { engine: Engine; database: Database; close(): Promise<void> }
let bank: CreditBank

beforeAll(async () => {
  db = await openBankDatabase()
})
afterAll(() => db.close())
beforeEach(async () => {
  bank = await makeCreditBank(db.engine)
})

const applyFor = (actor: Actor, outcome: string, rule: string) =>
  bank.run(async (tx) => (await apply(bank.engine, tx, actor, { outcome, rule })).id)
const approve = (id: string, actor = bank.reviewer) => bank.step(actor, 'credit-conversions', id, 'approve')
const balances = () => bank.run((tx) => balancesOf(tx, bank.learner))
const differences = async () => (await bank.run((tx) => reconcile(bank.engine, tx))).differences

describe('a welder with a certificate', () => {
  it('sees what it could become and why not, converts it at one school and is refused at the second', async () => {
    const { east, west } = bank.institutions
    const certificate = await bank.certificate('特殊焊接技术')
    const [here, there, tooHigh] = [
      await bank.rule(east, '特殊焊接技术', '焊接工艺'),
      await bank.rule(west, '特殊焊接技术', '焊接实训', { credits: '6' }),
      await bank.rule(west, '特殊焊接技术', '焊接检验', { level: 'advanced' }),
    ]
    const me = await bank.run((tx) => standingOf(bank.engine, tx, bank.welder))
    expect(me).toEqual({
      learner: bank.learner,
      desk: false,
      rules: false,
      ledger: false,
      centre: false,
      opinions: null,
      college: expect.stringContaining('bank-'),
    })
    const before = await bank.run((tx) => learnerPage(bank.engine, tx, bank.welder, bank.learner))
    const options = Object.fromEntries(before.outcomes[0]!.options.map((option) => [option.rule, option]))
    expect(options[here]).toMatchObject({ ok: true, credits: '4.0', grade: '90' })
    expect(options[tooHigh]).toMatchObject({ ok: false })
    expect(options[tooHigh]!.checks.filter(({ ok }) => !ok).map(({ label }) => label.zh)).toEqual([
      '规则要求等级“高级”，本成果为“中级”',
    ])

    const id = await applyFor(bank.welder, certificate, here)
    expect(await refused(approve(id, { ...bank.reviewer, personId: bank.welder.personId }))).toContain('自己提出的申请')
    await approve(id)
    expect(await balances()).toEqual({ issued: '-6.0', held: '0.0', converted: '4.0', lapsed: '2.0' })
    expect(await differences()).toEqual([])

    expect(await refused(applyFor(bank.welder, certificate, there))).toContain(
      '成果已在east 机构转换为“焊接工艺”：每项成果只能使用一次',
    )
    await bank.step(bank.reviewer, 'credit-conversions', id, 'reverse', '学习者申请')
    expect(await balances()).toEqual({ issued: '-6.0', held: '6.0', converted: '0.0', lapsed: '0.0' })
    await approve(await applyFor(bank.welder, certificate, there))
    expect(await balances()).toEqual({ issued: '-6.0', held: '0.0', converted: '6.0', lapsed: '0.0' })
    expect(await differences()).toEqual([])
  })

  it('does not convert what nobody accredited, another’s outcome, nor one to a course held already', async () => {
    const rule = await bank.rule(bank.institutions.east, '电工', '电工技术')
    const registered = await bank.add('learning-outcomes', {
      number: 'CG-x',
      learner: bank.learner,
      kind: 'vocational-certificate',
      name: '电工',
      level: 'intermediate',
      issuer: bank.institutions.firm,
      issuedOn: '2024-05-01',
      credits: '6',
    })
    expect(await refused(applyFor(bank.welder, registered, rule))).toContain('已登记')
    const other = await bank.add('credit-learners', {
      number: 'XZ-2',
      name: '他示人',
      stage: 'senior',
      openedOn: '2024-01-01',
    })
    const theirs = await bank.certificate('电工', { learner: other })
    const refusal = await refused(applyFor(bank.welder, theirs, rule))
    expect(refusal).toContain('自己的账户')
    // Nor is anything of the other's affairs said.
    expect(refusal).not.toContain('尚未核验证件')
    const outcome = {
      number: 'CG-y',
      learner: bank.learner,
      kind: 'vocational-certificate',
      name: '电工',
      level: 'intermediate',
      issuer: bank.institutions.firm,
      issuedOn: '2024-05-01',
      credits: '6',
    }
    const brought = await bank.run((tx) =>
      act(bank.engine, tx, bank.welder, { register: 'learning-outcomes', action: 'create', values: outcome }),
    )
    const handedOn = bank.run((tx) =>
      act(bank.engine, tx, bank.welder, {
        register: 'learning-outcomes',
        action: 'update',
        id: brought.id,
        version: brought.version,
        values: { learner: other },
      }),
    )
    expect(await refused(handedOn)).toContain('自己账户')
    expect(await refused(applyFor(bank.clerk, theirs, rule))).toContain('尚未核验证件')
    await bank.certificate('电工技术', { kind: 'degree-course', issuer: bank.institutions.east })
    const own = await bank.certificate('电工')
    expect(await refused(applyFor(bank.welder, own, rule))).toContain('已在east 机构修得“电工技术”')
  })

  it('cannot write themselves another course, grade or day', async () => {
    const rule = await bank.rule(bank.institutions.east, '电工', '电工技术')
    const outcome = await bank.certificate('电工')
    const id = await applyFor(bank.welder, outcome, rule)
    const values = await bank.run(async (tx) => {
      const { rows } = await tx.client.query<Record<string, string>>(
        'SELECT learner, outcome, rule, institution, unit, target, category, credits, grade, applied_on AS "appliedOn" FROM records.credit_conversions WHERE college_id = $1 AND id = $2',
        [tx.collegeId, id],
      )
      return rows[0]!
    })
    const write = (more: object) =>
      bank.run((tx) =>
        act(bank.engine, tx, bank.welder, {
          register: 'credit-conversions',
          action: 'create',
          values: { ...values, number: 'self', ...more },
        }),
      )
    expect(await refused(write({ credits: '6' }))).toContain('不一致')
    expect(await refused(write({ grade: '100' }))).toContain('不一致')
    expect(await refused(write({ appliedOn: '2024-01-02' }))).toContain('申请日期应为今天')
  })
})

describe('limits', () => {
  it('keep an outcome, a category and a programme below what the institution allows', async () => {
    const { east } = bank.institutions
    await bank.limit(east, {
      name: '核心课占比',
      per: 'category',
      category: 'core',
      mostPercent: '20',
      ofCredits: '35',
    })
    await bank.limit(east, { name: '思政课', per: 'category', category: 'ideological', mostCredits: '0' })
    await bank.limit(east, { name: '全专业', per: 'programme', mostCredits: '9' })
    const rules = {
      core: await bank.rule(east, '焊工', '焊接工艺'),
      more: await bank.rule(east, '钳工', '钳工实训'),
      small: await bank.rule(east, '车工', '车工实训', { credits: '3' }),
      practice: await bank.rule(east, '电工', '电工实习', { category: 'practice', credits: '3' }),
    }
    const outcomes = {
      core: await bank.certificate('焊工'),
      more: await bank.certificate('钳工'),
      small: await bank.certificate('车工'),
      practice: await bank.certificate('电工'),
    }
    await approve(await applyFor(bank.welder, outcomes.core, rules.core))
    expect(await refused(applyFor(bank.welder, outcomes.more, rules.more))).toContain(
      '专业核心课最多转换 7 学分（核心课占比）：已转换 4，加上本次为 8，超出 1',
    )
    await approve(await applyFor(bank.welder, outcomes.small, rules.small))
    expect(await refused(applyFor(bank.welder, outcomes.practice, rules.practice))).toContain('整个专业最多转换 9 学分')
  })

  it('close a category, which makes a rule for it a conflict', async () => {
    const { east } = bank.institutions
    await bank.limit(east, { name: '思政课', per: 'category', category: 'ideological', mostCredits: '0' })
    await bank.rule(east, '焊工', '焊接工艺')
    const twice = await bank.rule(east, '焊工', '焊接工艺', { credits: '5' })
    const closed = await bank.rule(east, '志愿服务', '思想道德', { category: 'ideological' })
    await bank.certificate('花艺')
    const review = await bank.run((tx) => reviewRules(bank.engine, tx, bank.quality))
    expect(review.conflicts.map(({ rules }) => rules.at(-1)).sort()).toEqual([twice, closed].sort())
    expect(review.gaps).toEqual([
      {
        outcomes: 1,
        label: {
          zh: '职业技能等级证书“花艺”（中级）没有转换规则',
          en: 'Without a rule: Vocational certificate “花艺” (Intermediate)',
        },
      },
    ])
    await bank.step(bank.reviewer, 'conversion-rules', twice, 'reopen', '检查')
    await bank.step(bank.quality, 'conversion-rules', twice, 'submit')
    expect(await refused(bank.step(bank.reviewer, 'conversion-rules', twice, 'approve'))).toContain('一条给')
  })
})

describe('a decision', () => {
  it('is explained by the rule of its day after the rule has changed', async () => {
    const rule = await bank.rule(bank.institutions.east, '焊工', '焊接工艺')
    const id = await applyFor(bank.welder, await bank.certificate('焊工'), rule)
    await approve(id)
    const decided = await bank.run((tx) => explain(bank.engine, tx, bank.welder, id))
    await bank.step(bank.reviewer, 'conversion-rules', rule, 'reopen', '调整学分')
    await bank.run((tx) =>
      act(bank.engine, tx, bank.system, {
        register: 'conversion-rules',
        id: rule,
        action: 'update',
        values: { credits: '2' },
      }),
    )
    const later = await bank.run((tx) => explain(bank.engine, tx, bank.welder, id))
    expect(later).toEqual(decided)
    expect(later).toMatchObject({ ruleVersion: 3 })
    expect(later.checks.find(({ name }) => name === 'credits')!.label.zh).toBe(
      '成果 6.0 学分，转换 4.0 学分，余 2 学分不结转',
    )
    const [kept] = await bank.run((tx) =>
      tx.run<{ credits: string }>(
        sql`SELECT facts -> 'rule' ->> 'credits' AS credits FROM credit_decisions WHERE college_id = ${tx.collegeId}`,
      ),
    )
    expect(kept).toEqual({ credits: '4.0' })
  })
})

describe('an outcome', () => {
  it('is not revoked while it is converted; it gives its credits back when it is, and lapses when it runs out', async () => {
    const rule = await bank.rule(bank.institutions.east, '焊工', '焊接工艺')
    const outcome = await bank.certificate('焊工')
    const id = await applyFor(bank.welder, outcome, rule)
    await approve(id)
    const revoke = () => bank.step(bank.reviewer, 'learning-outcomes', outcome, 'revoke', '证书有误')
    expect(await refused(revoke())).toContain('请先冲销该转换')
    await bank.step(bank.reviewer, 'credit-conversions', id, 'reverse', '证书有误')
    await revoke()
    expect(await balances()).toEqual({ issued: '0.0', held: '0.0', converted: '0.0', lapsed: '0.0' })

    const other = await bank.certificate('焊工')
    const again = await applyFor(bank.welder, other, rule)
    await approve(again)
    await bank.step(bank.reviewer, 'learning-outcomes', other, 'expire')
    await bank.step(bank.reviewer, 'credit-conversions', again, 'reverse', '退学')
    expect(await balances()).toEqual({ issued: '-6.0', held: '0.0', converted: '0.0', lapsed: '6.0' })
    expect(await differences()).toEqual([])
  })

  it('does not change once accredited, is not of the future, and nobody accredits their own', async () => {
    const outcome = await bank.certificate('焊工')
    const change = bank.run((tx) =>
      act(bank.engine, tx, bank.quality, {
        register: 'learning-outcomes',
        id: outcome,
        action: 'update',
        version: 2,
        values: { credits: '60' },
        comment: '更多',
      }),
    )
    expect(await refused(change)).toContain('成果认定后内容不能改')
    expect(await refused(bank.certificate('钳工', { issuedOn: '2099-01-01' }))).toContain('在今天之后')
    const own = await bank.run((tx) =>
      act(bank.engine, tx, bank.welder, {
        register: 'learning-outcomes',
        action: 'create',
        values: {
          number: 'own',
          learner: bank.learner,
          kind: 'training',
          name: '安全培训',
          issuer: bank.institutions.firm,
          issuedOn: '2024-06-01',
          credits: '1',
        },
      }),
    )
    const self = { ...bank.reviewer, personId: bank.welder.personId }
    expect(await refused(bank.step(self, 'learning-outcomes', own.id, 'accredit'))).toContain('不能认定自己的成果')
    await bank.step(bank.reviewer, 'learning-outcomes', own.id, 'accredit')
    expect(await balances()).toMatchObject({ held: '7.0' })
  })
})

describe('a rule', () => {
  it('is tried on those who hold such an outcome before it is approved', async () => {
    await bank.certificate('焊工')
    await bank.certificate('焊工', { grade: 'pass' })
    const rule = await bank.add('conversion-rules', {
      number: 'GZ-try',
      name: '试',
      institution: bank.institutions.east,
      outcomeKind: 'vocational-certificate',
      outcomeName: '焊工',
      leastGrade: 'good',
      targetKind: 'course',
      target: '焊接工艺',
      category: 'core',
      credits: '4',
      gradeForPass: '80',
      from: '2024-01-01',
    })
    const trial = await bank.run((tx) => tryRule(bank.engine, tx, bank.quality, rule))
    expect(trial.tried).toBe(1)
    expect(trial.rows.map(({ becomes }) => becomes?.grade ?? null).sort()).toEqual(['80', null])
    expect(trial.rows.flatMap(({ why }) => why.map(({ zh }) => zh))).toEqual(['规则要求成绩至少“良好”，本成果为“合格”'])
    expect(await balances()).toMatchObject({ converted: '0.0' })
  })
})

describe('the ledger', () => {
  it('lets one of 16 institutions convert an outcome that all approve at once', async () => {
    const outcome = await bank.certificate('焊工')
    const ids: string[] = []
    for (let i = 0; i < 16; i++) {
      const at = await bank.add('credit-institutions', {
        code: `at-${i}`,
        name: `学校 ${i}`,
        kind: 'vocational-college',
        joinedOn: '2020-01-01',
      })
      ids.push(await applyFor(bank.clerk, outcome, await bank.rule(at, '焊工', `课程 ${i}`)))
    }
    const results = await Promise.allSettled(ids.map((id) => approve(id)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await balances()).toEqual({ issued: '-6.0', held: '0.0', converted: '4.0', lapsed: '2.0' })
    expect(await differences()).toEqual([])
  })

  it('converts 16 outcomes at once without passing a limit', async () => {
    const { east } = bank.institutions
    await bank.limit(east, { per: 'programme', mostCredits: '20' })
    const ids: string[] = []
    for (let i = 0; i < 16; i++)
      ids.push(
        await applyFor(
          bank.clerk,
          await bank.certificate(`证书 ${i}`),
          await bank.rule(east, `证书 ${i}`, `课程 ${i}`),
        ),
      )
    const results = await Promise.allSettled(ids.map((id) => approve(id)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(await balances()).toMatchObject({ converted: '20.0' })
    expect(await differences()).toEqual([])
  })

  it('refuses a second use even from whoever does not lock', async () => {
    const outcome = await bank.certificate('焊工')
    const use = (n: number) =>
      bank.run((tx) =>
        post(
          tx,
          bank.learner,
          [
            {
              key: `convert/${n}`,
              from: 'held',
              to: 'converted',
              credits: '6',
              outcome,
              turn: 0,
              targetTurn: 0,
              destination: {
                conversion: `00000000-0000-7000-8000-00000000000${n}`,
                institution: n === 1 ? bank.institutions.east : bank.institutions.west,
                category: 'core',
                target: '课程',
              },
            },
          ],
          { by: bank.system.accountId, at: '2024-06-01T00:00:00Z' },
        ),
      )
    const results = await Promise.allSettled([use(1), use(2)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('posts the same key once, is only added to, and brings in what was loaded whole', async () => {
    const rule = await bank.rule(bank.institutions.east, '焊工', '焊接工艺')
    const outcome = await bank.certificate('焊工')
    const posting = { by: bank.system.accountId, at: '2024-06-01T00:00:00Z' }
    const again = { key: `issue/${outcome}`, from: 'issued', to: 'held', credits: '6', outcome } as const
    expect(await bank.run((tx) => post(tx, bank.learner, [again], posting))).toBe(0)
    for (const statement of [
      'UPDATE credit_entries SET credits = 1',
      'DELETE FROM credit_entries',
      'DELETE FROM credit_decisions',
    ])
      await expect(bank.run((tx) => tx.client.query(statement))).rejects.toThrow(/permission denied/)

    const id = await applyFor(bank.welder, outcome, rule)
    await bank.run(async (tx) => {
      await act({ ...bank.engine, guards: [] }, tx, bank.system, {
        register: 'credit-conversions',
        id,
        action: 'approve',
      })
    })
    expect((await differences()).map(({ zh }) => zh)).toEqual([expect.stringContaining('已转换 0（批准 4.0）')])
    expect(await bank.run((tx) => openLedger(bank.engine, tx))).toEqual({ outcomes: 0, conversions: 1 })
    expect(await bank.run((tx) => openLedger(bank.engine, tx))).toEqual({ outcomes: 0, conversions: 0 })
    expect(await differences()).toEqual([])
  })

  it('is one learner’s own: others neither see nor convert', async () => {
    const stranger = {
      ...(await bank.college.actor(['student', bank.college.east])),
      personId: await bank.college.person('陌示生', bank.college.east),
    }
    await expect(bank.run((tx) => learnerPage(bank.engine, tx, stranger, bank.learner))).rejects.toMatchObject({
      status: 404,
    })
    expect(await bank.run((tx) => standingOf(bank.engine, tx, stranger))).toMatchObject({ learner: null })
  })
})

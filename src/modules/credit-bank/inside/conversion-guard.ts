import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../engine/records/guards.ts'
import { table } from '../../../engine/records/stored.ts'
import { isOwnAccount, writesOwnOnly } from './accounts/own-account.ts'
import { checkConversion, gradeBy } from './check-conversion.ts'
import { creditWords } from './credit-words.ts'
import { lockLearner, post, postConversion, postReversal } from './ledger.ts'
import { factsOfApplication, loadConversion, type LoadedConversion } from './load-facts.ts'

interface Conversion {
  readonly learner: string
  readonly outcome: string
  readonly rule: string
  readonly institution: string
  readonly unit: string | null
  readonly target: string
  readonly category: string
  readonly credits: string
  readonly grade: string
  readonly appliedOn: string
}

const DECIDING = ['approve', 'refuse', 'reverse']
const OVER = ['refused', 'withdrawn']

/**
 * Watches over conversions: what is applied for is what the rule says, every check holds when it is applied for and again
 * when it is decided, nobody decides for themselves; posts the ledger when one is approved or reversed.
 */
export const conversionGuard: Guard = {
  registers: ['credit-conversions'],
  async hear(engine, tx, actor, written) {
    const problems: GuardProblem[] = []
    for (const one of written) problems.push(...(await hearOne(engine, tx, actor, one)))
    return problems
  },
}

async function hearOne(engine: Engine, tx: Tx, actor: Actor, one: Written): Promise<readonly GuardProblem[]> {
  const { id, action, before, after } = one
  const conversion = after.values as unknown as Conversion
  if (before !== null && before.state === after.state) return unchanged(actor, one)
  const posts = after.state === 'approved' || after.state === 'reversed'
  if (posts) await lockLearner(tx, conversion.learner)
  if (action !== 'create' && !DECIDING.includes(action) && !posts) return []
  const load = before === null && !posts ? factsOfApplication : loadConversion
  const facts = await load(engine, tx, conversion.outcome, conversion.rule, conversion.appliedOn)
  if (!facts)
    return [
      {
        id,
        field: 'rule',
        message: {
          zh: '成果、账户或规则已停用：请重新申请',
          en: 'The outcome, the account or the rule is out of use: apply again',
        },
      },
    ]
  const problems: GuardProblem[] = []
  if (before === null) problems.push(...newProblems(engine, actor, id, conversion, facts))
  // The checks speak of the outcome: whoever may not apply for it is not told them.
  if (problems.length > 0) return problems
  if (DECIDING.includes(action)) problems.push(...(await ownProblems(engine, tx, actor, id, facts)))
  const posting = { by: actor.accountId, at: new Date().toISOString() }
  if (before === null || after.state === 'approved') {
    const checks = checkConversion(facts, creditWords(engine))
    problems.push(...checks.flatMap(({ ok, label }) => (ok ? [] : [{ id, message: label }])))
    if (problems.length === 0) problems.push(...differing(id, conversion, facts))
    if (problems.length === 0 && after.state === 'approved') await postConversion(tx, facts, id, checks, posting)
  }
  if (problems.length === 0 && after.state === 'reversed') await takeBack(tx, facts, id, posting)
  return problems
}

/** A reversed conversion gives its credits back to the outcome; one that ran out meanwhile has nowhere to hold them. */
async function takeBack(
  tx: Tx,
  { learner, outcome }: LoadedConversion,
  conversion: string,
  posting: { by: string; at: string },
): Promise<void> {
  const taken = await postReversal(tx, learner.id, conversion, posting)
  if (taken === 0 || outcome.state !== 'expired') return
  await post(
    tx,
    learner.id,
    [
      {
        key: `expired/${outcome.id}/${conversion}`,
        from: 'held',
        to: 'lapsed',
        credits: outcome.credits,
        outcome: outcome.id,
      },
    ],
    posting,
  )
}

function newProblems(
  engine: Engine,
  actor: Actor,
  id: string,
  conversion: Conversion,
  { learner, person }: LoadedConversion,
): GuardProblem[] {
  if (actor.system) return []
  const problems: GuardProblem[] = []
  if (writesOwnOnly(engine, actor, 'credit-conversions') && !isOwnAccount(actor, { id: learner.id, person }))
    problems.push({
      id,
      field: 'learner',
      message: { zh: '只能为自己的账户申请', en: 'You may only apply for your own account' },
    })
  if (conversion.appliedOn !== today())
    problems.push({
      id,
      field: 'appliedOn',
      message: {
        zh: `申请日期应为今天（${today()}）：转换按申请当日的规则办理`,
        en: `It is applied for today (${today()}): the rules of that day decide`,
      },
    })
  return problems
}

/** What was applied for must be what the rule says: nobody writes themselves another course, grade or credit. */
function differing(id: string, conversion: Conversion, facts: LoadedConversion): GuardProblem[] {
  const { rule, institution, outcome, learner } = facts
  const said: Readonly<Record<string, unknown>> = {
    learner: learner.id,
    institution: rule.institution,
    unit: institution.unit,
    target: rule.target,
    category: rule.category,
    grade: gradeBy(rule, outcome.grade),
  }
  const wrong = Object.entries(said).flatMap(([field, value]) =>
    conversion[field as keyof Conversion] === value ? [] : [field],
  )
  if (!new Exact(conversion.credits).eq(rule.credits)) wrong.push('credits')
  return wrong.map((field) => ({
    id,
    field,
    message: {
      zh: `与规则 ${rule.number}（第 ${rule.version} 版）不一致：规则可能已修改，请在“学分银行”页重新申请`,
      en: `This is not what rule ${rule.number} (version ${rule.version}) says: it may have changed. Apply again on the page “Credit bank”`,
    },
  }))
}

async function ownProblems(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  { learner, person }: LoadedConversion,
): Promise<GuardProblem[]> {
  if (actor.system) return []
  const [row] = await tx.run<{ by: string | null }>(sql`
    SELECT created_by AS by FROM ${table(getRegister(engine, 'credit-conversions'))} WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  const isOwn = row?.by === actor.accountId || isOwnAccount(actor, { id: learner.id, person })
  return isOwn
    ? [
        {
          id,
          message: {
            zh: '不能办理自己提出的申请：请由另一位受理人员办理',
            en: 'Nobody decides on an application of their own: somebody else has to',
          },
        },
      ]
    : []
}

function unchanged(actor: Actor, { id, action, before, after }: Written): GuardProblem[] {
  if (actor.system) return []
  if (action === 'delete' || action === 'restore')
    return OVER.includes(after.state)
      ? []
      : [
          {
            id,
            message: {
              zh: '办理中或已转换的申请不能停用：请撤回或冲销',
              en: 'An application under way or approved is not taken out of use: withdraw or reverse it',
            },
          },
        ]
  return Object.entries(after.values).flatMap(([field, value]) =>
    field === 'note' || JSON.stringify(value ?? null) === JSON.stringify(before?.values[field] ?? null)
      ? []
      : [
          {
            id,
            field,
            message: {
              zh: '申请提交后不能改：请撤回后重新申请',
              en: 'An application does not change: withdraw it and apply again',
            },
          },
        ],
  )
}

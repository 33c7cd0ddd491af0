import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { codesOfRule } from '../../language/catalogue.ts'
import { judgeRule } from '../../language/judge-rule.ts'
import type { Label } from '../../language/label.ts'
import { type Actor, asSystem, may } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { append } from '../history/append.ts'
import { printed } from './exact.ts'
import { listFigures } from './figures.ts'

/** What a rule finds in one edition. */
export interface RuleFinding {
  readonly name: string
  readonly label: Label
  readonly severity: 'error' | 'warning'
  readonly codes: readonly string[]
  readonly holds: boolean
  /** Nothing to judge: one of the figures has no value. */
  readonly open: boolean
  readonly explanation: Label
  readonly parts: readonly { readonly code: string; readonly label: Label; readonly text: string }[]
  readonly signedOff: { readonly by: string; readonly at: string; readonly reason: string } | null
}

/** Every rule between indicators, judged for an edition (and a unit; the college when absent). */
export async function judgeRules(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  period: string,
  unitId?: string,
): Promise<RuleFinding[]> {
  const codes = [...new Set(engine.catalogue.rules.flatMap(codesOfRule))]
  if (codes.length === 0) return []
  // Rules are judged on what stands, also where the actor may not yet see it; the texts below are masked.
  const figures = new Map(
    (
      await listFigures(engine, tx, asSystem(tx.collegeId, 'rules'), { period, codes, ...(unitId ? { unitId } : {}) })
    ).map((f) => [f.code, f]),
  )
  const signed = new Map(
    (
      await tx.run<{ rule: string; finding: string; reason: string; account_name: string; at: string }>(
        sql`SELECT rule, finding, reason, account_name, at FROM rule_sign_offs WHERE college_id = ${tx.collegeId} AND period = ${period}`,
      )
    ).map((s) => [s.rule, s]),
  )
  const see = may(engine.catalogue, actor, 'figures.read-unapproved')
  return engine.catalogue.rules.map((rule) => {
    const verdict = judgeRule(rule, (code) => {
      const figure = figures.get(code)
      // A 0 that only says that nothing was recorded yet is nothing to judge.
      return { value: figure?.empty ? null : (figure?.value ?? null), previous: figure?.previous?.value ?? null }
    })
    const sign = signed.get(rule.name)
    // A sign-off is of one finding: other values need another look.
    const valid = sign && sign.finding === verdict.explanation.en
    return {
      name: rule.name,
      label: rule.label,
      severity: rule.severity,
      codes: codesOfRule(rule),
      holds: verdict.holds,
      open: verdict.open,
      explanation: see ? verdict.explanation : { zh: '', en: '' },
      parts: codesOfRule(rule).map((code) => {
        const figure = figures.get(code)
        return {
          code,
          label: figure?.label ?? { zh: code, en: code },
          text: see && figure ? printed(figure.value, figure.decimals) : '',
        }
      }),
      signedOff: valid ? { by: sign.account_name, at: sign.at, reason: sign.reason } : null,
    }
  })
}

export const brokenRules = async (
  engine: Engine,
  tx: Tx,
  actor: Actor,
  period: string,
  unitId?: string,
): Promise<RuleFinding[]> => (await judgeRules(engine, tx, actor, period, unitId)).filter((f) => !f.holds)

/** Takes responsibility for a broken rule, with a reason; void as soon as the values change. */
export async function signOffRule(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  period: string,
  name: string,
  reason: string,
): Promise<void> {
  if (!may(engine.catalogue, actor, 'figures.approve')) throw notAllowed({ zh: '签署校验结果', en: 'sign off a check' })
  if (!reason.trim())
    throw new Refusal(
      'invalid',
      { zh: '请说明原因', en: 'Please say why' },
      { problems: [{ field: 'reason', message: { zh: '请说明原因', en: 'Please say why' } }] },
    )
  const finding = (await judgeRules(engine, tx, asSystem(tx.collegeId, 'rules'), period)).find((f) => f.name === name)
  if (!finding) throw new Refusal('not-found', { zh: `没有校验规则“${name}”`, en: `There is no check "${name}"` })
  const at = new Date().toISOString()
  await tx.run(sql`
    INSERT INTO rule_sign_offs (college_id, period, rule, finding, reason, account_id, account_name, at)
    VALUES (${tx.collegeId}, ${period}, ${name}, ${finding.explanation.en}, ${reason.trim()}, ${actor.accountId}, ${actor.name}, ${at})
    ON CONFLICT (college_id, period, rule) DO UPDATE SET finding = excluded.finding, reason = excluded.reason,
      account_id = excluded.account_id, account_name = excluded.account_name, at = excluded.at`)
  await append(tx, actor, at, [
    {
      subject: '@rule',
      subjectId: `${period}/${name}`,
      action: 'sign-off',
      after: { finding: finding.explanation.en },
      reason,
    },
  ])
}

import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import { asSystem } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { sendNotices } from '../notices/notices.ts'
import { listPeriods } from './periods.ts'
import { brokenRules } from './rules.ts'

/** Accounts that hold a role with a permission at the college's root: those who answer for all figures. */
async function answering(engine: Engine, tx: Tx, permission: 'figures.approve'): Promise<string[]> {
  const roles = [...engine.catalogue.roles.values()]
    .filter((r) => r.permissions.includes(permission))
    .map((r) => r.name)
  const rows = await tx.run<{ account_id: string }>(
    sql`SELECT DISTINCT account_id FROM assignments WHERE college_id = ${tx.collegeId} AND role = ANY(${roles}::text[])`,
  )
  return rows.map((r) => r.account_id)
}

/** Tells once: an unread notice of the same words is not repeated. */
async function tellOnce(
  tx: Tx,
  accounts: readonly string[],
  notice: { kind: string; text: Label; link: string },
): Promise<void> {
  const told = await tx.run<{ account_id: string }>(sql`
    SELECT account_id FROM notices WHERE college_id = ${tx.collegeId} AND kind = ${notice.kind} AND link = ${notice.link}
      AND body->>'zh' = ${notice.text.zh} AND read_at IS NULL`)
  const known = new Set(told.map((t) => t.account_id))
  await sendNotices(
    tx,
    accounts.filter((a) => !known.has(a)),
    notice,
  )
}

/** After figures moved: tells whoever approves them which approved values no longer agree with records, and which checks fail. */
export async function watchFigures(engine: Engine, tx: Tx): Promise<void> {
  const accounts = await answering(engine, tx, 'figures.approve')
  if (accounts.length === 0) return
  const root = sql`(SELECT id FROM records.units WHERE college_id = ${tx.collegeId} AND parent IS NULL AND kind = 'college' LIMIT 1)`
  const changed = await tx.run<{ code: string; period: string }>(
    sql`SELECT code, period FROM figures WHERE college_id = ${tx.collegeId} AND is_changed AND unit_id = ${root} ORDER BY changed_at DESC LIMIT 50`,
  )
  for (const { code, period } of changed) {
    const label = engine.catalogue.indicators.get(code)?.label
    if (!label) continue
    await tellOnce(tx, accounts, {
      kind: 'figure-changed',
      text: {
        zh: `“${label.zh}”（${period}）审核后数据有变化，请核对`,
        en: `"${label.en}" (${period}) changed after it was reviewed: please look`,
      },
      link: `/figures/${code}?period=${period}`,
    })
  }
  for (const period of await listPeriods(tx)) {
    if (period.locked) continue
    for (const rule of await brokenRules(engine, tx, asSystem(tx.collegeId, 'rules'), period.code)) {
      if (rule.signedOff || rule.severity !== 'error') continue
      await tellOnce(tx, accounts, {
        kind: 'rule-broken',
        text: {
          zh: `校验未通过：${rule.label.zh}（${period.code}）`,
          en: `A check fails: ${rule.label.en} (${period.code})`,
        },
        link: `/rules?period=${period.code}`,
      })
    }
  }
}

import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { writeAudit } from '../../../../engine/access/write-audit.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { table } from '../../../../engine/records/stored.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import { writeWorkbook } from '../../../../engine/sheets/write-workbook.ts'
import type { WirePlan } from '../../wire.ts'
import {
  DIFFERENCE_KINDS,
  type DifferenceKind,
  type WireComparison,
  type WireVersion,
  type WireVersions,
} from '../../wire-versions.ts'
import { listPlans, openPlan } from '../plan-scope.ts'
import { compareSides } from './compare-sides.ts'
import { editionStarts } from './editions.ts'
import { COMPARED, planSide } from './plan-side.ts'

const versionOf = ({ code, name, edition, state, from, to }: WirePlan, which = edition): WireVersion => ({
  key: which === edition ? code : `${code}@${which}`,
  code,
  name,
  edition: which,
  state,
  from,
  to,
})

/** What a plan can be compared with. @throws Refusal 403, 404 */
export async function listVersions(engine: Engine, tx: Tx, actor: Actor, planCode: string): Promise<WireVersions> {
  const { plan } = await openPlan(engine, tx, actor, planCode)
  const starts = new Map((await editionStarts(tx, plan.id)).map((start) => [start.edition, start]))
  const relations = await tx.run<{ id: string; others: (string | null)[] }>(sql`
    SELECT id, ARRAY[copied_from, replaces] AS others FROM ${table(getRegister(engine, 'plans'))}
    WHERE college_id = ${tx.collegeId}`)
  const of = new Map(relations.map(({ id, others }) => [id, others]))
  const plans = (await listPlans(engine, tx, actor)).filter(({ id }) => id !== plan.id)
  const others = plans.map((other) => ({
    ...versionOf(other),
    isRelated: Boolean(of.get(plan.id)?.includes(other.id)) || Boolean(of.get(other.id)?.includes(plan.id)),
  }))
  return {
    plan: versionOf(plan),
    editions: Array.from({ length: plan.edition }, (_, i) => plan.edition - i).map((edition) => {
      const start = starts.get(edition)
      return {
        ...versionOf(plan, edition),
        since: start ? { at: start.at, reason: start.reason, by: start.by } : null,
      }
    }),
    others: others.toSorted((a, b) => Number(b.isRelated) - Number(a.isRelated)),
  }
}

/**
 * Two plans, or two editions of one, side by side: what is new, gone, moved and changed, as far as the actor sees both.
 * @param leftKey,rightKey a plan's code, or "code@edition"
 * @throws Refusal 403; 404 when there is no such plan or edition
 */
export async function comparePlans(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  leftKey: string,
  rightKey: string,
): Promise<WireComparison> {
  const [left, right] = [await openVersion(engine, tx, actor, leftKey), await openVersion(engine, tx, actor, rightKey)]
  const registers: WireComparison['registers'][number][] = []
  const differences: WireComparison['differences'][number][] = []
  for (const register of Object.keys(COMPARED)) {
    const [was, is] = [left.side.items.get(register), right.side.items.get(register)]
    if (!was || !is) continue
    const found = compareSides(register, was, is)
    const counts = Object.fromEntries(
      DIFFERENCE_KINDS.map((kind) => [kind, found.filter((one) => one.kind === kind).length]),
    ) as Record<DifferenceKind, number>
    registers.push({ register, label: getRegister(engine, register).label, left: was.length, right: is.length, counts })
    differences.push(...found)
  }
  const [a, b] = [left.side.budget, right.side.budget]
  return {
    left: left.version,
    right: right.version,
    registers,
    money: a === null || b === null ? null : { left: a, right: b, difference: new Exact(b).minus(a).toFixed(2) },
    differences,
  }
}

async function openVersion(engine: Engine, tx: Tx, actor: Actor, key: string) {
  const at = key.lastIndexOf('@')
  const { plan } = await openPlan(engine, tx, actor, at < 0 ? key : key.slice(0, at))
  const edition = at < 0 ? plan.edition : Number(key.slice(at + 1))
  if (!Number.isInteger(edition) || edition < 1 || edition > plan.edition)
    throw new Refusal('not-found', {
      zh: `“${plan.name}”没有第 ${key.slice(at + 1)} 版，现有 1 至 ${plan.edition} 版`,
      en: `"${plan.name}" has no edition ${key.slice(at + 1)}: there are 1 to ${plan.edition}`,
    })
  return { version: versionOf(plan, edition), side: await planSide(engine, tx, actor, plan, edition) }
}

const KINDS: Readonly<Record<DifferenceKind, readonly [zh: string, en: string]>> = {
  added: ['新增', 'New'],
  removed: ['减少', 'Gone'],
  moved: ['移动', 'Moved'],
  changed: ['修改', 'Changed'],
}

/** The comparison as a workbook: one line for each value that differs, and the counts. */
export async function comparisonWorkbook(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  leftKey: string,
  rightKey: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { left, right, registers, differences } = await comparePlans(engine, tx, actor, leftKey, rightKey)
  const { lang } = actor
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const kindText = (kind: DifferenceKind) => say(...KINDS[kind])
  const column = (header: string, width: number) => ({ header, width, kind: 'text' as const })
  const count = (header: string) => ({ header, width: 10, kind: 'integer' as const })
  const title = ({ name, edition }: WireVersion) => say(`${name}（第 ${edition} 版）`, `${name} (edition ${edition})`)
  const labels = new Map(registers.map(({ register, label }) => [register, label[lang]]))
  await writeAudit(tx, { kind: 'export', actor, subject: `plans/${leftKey}…${rightKey}` })
  const bytes = await writeWorkbook([
    {
      sheetName: say('差异', 'Differences'),
      columns: [
        column(say('内容', 'Of'), 14),
        column(say('差异', 'How'), 8),
        column(say('任务编号', 'Task'), 20),
        column(say('名称', 'Name'), 40),
        column(say('字段', 'Field'), 14),
        column(title(left), 36),
        column(title(right), 36),
      ],
      rows: differences.flatMap(({ register, kind, task, name, fields }) =>
        fields.map(({ label, before, after }) => [
          labels.get(register) ?? register,
          kindText(kind),
          task,
          name,
          label[lang],
          before,
          after,
        ]),
      ),
    },
    {
      sheetName: say('合计', 'Counts'),
      columns: [
        column(say('内容', 'Of'), 16),
        count(say('原有', 'Before')),
        count(say('现有', 'After')),
        ...DIFFERENCE_KINDS.map((kind) => count(kindText(kind))),
      ],
      rows: registers.map(({ register, left: was, right: is, counts }) => [
        labels.get(register) ?? register,
        was,
        is,
        ...DIFFERENCE_KINDS.map((kind) => counts[kind]),
      ]),
    },
  ])
  return { name: say(`计划比较 ${left.key} ${right.key}`, `Plans compared ${left.key} ${right.key}`), bytes }
}

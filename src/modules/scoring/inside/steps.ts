import { type Actor, asSystem, may } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import type { Label } from '../../../language/label.ts'
import { checkNoConflict } from './conflicts.ts'
import { mayFill } from './entries.ts'
import { score } from './score.ts'
import { settlePlan } from './settle-plan.ts'
import { openSheet, type Sheet, SHEETS } from './sheets.ts'

export const STEPS = ['submit', 'return', 'confirm', 'reopen'] as const
export type Step = (typeof STEPS)[number]

const names: Readonly<Record<Step, Label>> = {
  submit: { zh: '提交', en: 'submit' },
  return: { zh: '退回', en: 'return' },
  confirm: { zh: '确认', en: 'confirm' },
  reopen: { zh: '重新打开', en: 'reopen' },
}

/** The steps open to the actor now: whoever fills a sheet submits it, whoever approves figures confirms. */
export async function stepsOf(engine: Engine, tx: Tx, actor: Actor, sheet: Sheet): Promise<Step[]> {
  const approves = may(engine.catalogue, actor, 'figures.approve', 'quality')
  // An expert's own sheet is not confirmed by the expert.
  const isOwn = actor.personId !== null && sheet.record.values['scorer'] === actor.personId
  switch (sheet.record.state) {
    case 'draft':
      return (await mayFill(engine, tx, actor, sheet)) ? ['submit'] : []
    case 'submitted':
      return approves && !isOwn ? ['confirm', 'return'] : []
    case 'confirmed':
      return approves && !isOwn ? ['reopen'] : []
    default:
      return []
  }
}

/**
 * Takes a sheet one step further. Submitting freezes the values; returning and reopening, which say why, let them go.
 * @throws Refusal 403; 409 stale, a conflict of interest, or values missing
 */
export async function takeStep(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  sheetId: string,
  { step, version, reason }: { readonly step: Step; readonly version: number; readonly reason?: string | undefined },
): Promise<void> {
  const sheet = await openSheet(engine, tx, actor, sheetId)
  const { record, scheme, values } = sheet
  if (record.version !== version)
    throw new Refusal('stale', {
      zh: '评分表已被别人改动：请重新打开后再操作',
      en: 'Somebody else changed this sheet: open it again, then repeat',
    })
  if (!(await stepsOf(engine, tx, actor, sheet)).includes(step))
    throw notAllowed({ zh: `${names[step].zh}这张评分表`, en: `${names[step].en} this score sheet` })
  const isBack = step === 'return' || step === 'reopen'
  if (isBack && !reason?.trim()) throw new Refusal('invalid', { zh: '请说明原因', en: 'Please say why' })
  const { round, scorer, unit, plan } = record.values
  if (!isBack && round === 'experts') await checkNoConflict(engine, tx, scorer as string, unit as string)
  const found = score(scheme, values)
  // Experts judge what is theirs to judge; everybody else scores the whole.
  const missing = found.items.filter(
    ({ item, isMissing }) => isMissing && (round !== 'experts' || item.rule.by === 'experts'),
  )
  if (step === 'submit' && missing.length > 0)
    throw new Refusal(
      'conflict',
      {
        zh: `还有 ${missing.length} 个条目没有数值：${missing
          .slice(0, 5)
          .map(({ item }) => item.label.zh)
          .join('、')}${missing.length > 5 ? '……' : ''}。请填写后再提交`,
        en: `${missing.length} items have no value yet: ${missing
          .slice(0, 5)
          .map(({ item }) => item.label.en)
          .join(', ')}${missing.length > 5 ? ' …' : ''}. Fill them, then submit`,
      },
      { problems: missing.map(({ level, item }) => ({ field: `${level}/${item.key}`, message: item.label })) },
    )
  // The record's own steps are open to nobody, so that none is taken without freezing: history names who took it here.
  const system = asSystem(tx.collegeId, `${actor.name} ${names[step].zh}评分表`)
  const comment = reason?.trim()
  const after = await act(engine, tx, system, {
    register: SHEETS,
    id: sheetId,
    action: step,
    version,
    ...(comment ? { comment } : {}),
  })
  await act(engine, tx, system, {
    register: SHEETS,
    id: sheetId,
    action: 'update',
    version: after.version,
    values: isBack
      ? { frozen: null, total: null, grade: null }
      : {
          frozen: JSON.stringify(values),
          // An expert judges a few items: a total of those alone would be no score.
          total: round === 'experts' ? null : found.total,
          grade: round === 'experts' || found.grade === null ? null : scheme.grades[found.grade]!.label.zh,
        },
  })
  if (round === 'school' && typeof plan === 'string' && (step === 'confirm' || step === 'reopen'))
    await settlePlan(engine, tx, plan, String(record.values['number']))
}

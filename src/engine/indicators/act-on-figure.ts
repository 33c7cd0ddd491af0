import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { WireFigure } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import { addEvidence, evidenceCount } from '../evidence/evidence.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { checkUnit, unitTree } from '../units.ts'
import { Exact, printed } from './exact.ts'
import { figureCan, getIndicator, holdFigure, listFigures } from './figures.ts'
import { getPeriod } from './periods.ts'
import { ownReviews } from './own-reviews.ts'
import { FIGURE, figureId, refreshPeriod } from './refresh.ts'
import { brokenRules } from './rules.ts'
import { usedCodes } from './compute.ts'
import { formulasOf } from '../../language/catalogue.ts'

export interface FigureAct {
  readonly code: string
  readonly period: string
  readonly unitId?: string
  readonly action: string
  /** The version seen; 0 for a figure that has no value yet. */
  readonly version: number
  readonly value?: string
  readonly comment?: string
  /** Files that prove an entered value, by hash. */
  readonly evidence?: readonly string[]
}

const NEXT: Readonly<Record<string, string>> = {
  review: 'reviewed',
  approve: 'approved',
  return: 'computed',
  accept: 'computed',
  enter: 'entered',
}
const says: Readonly<Record<string, { zh: string; en: string }>> = {
  enter: { zh: '填报这个指标', en: 'enter this figure' },
  review: { zh: '审核这个指标', en: 'review this figure' },
  approve: { zh: '批准这个指标', en: 'approve this figure' },
  return: { zh: '退回这个指标', en: 'return this figure' },
  accept: { zh: '采用这个新值', en: 'accept this new value' },
}

/**
 * The one way in which a figure changes hands: entered, reviewed, approved, returned, or a changed value accepted.
 * @throws Refusal 403, 404, 409 (stale, locked), 422
 */
export async function actOnFigure(engine: Engine, tx: Tx, actor: Actor, request: FigureAct): Promise<WireFigure> {
  // 1 load
  const indicator = getIndicator(engine, request.code)
  const period = await getPeriod(tx, request.period)
  const unitId = request.unitId ?? (await unitTree(engine.database, tx)).root.id
  const row = await holdFigure(tx, period.code, indicator.code, unitId)
  if (!row) await checkUnit(engine.database, tx, unitId)
  const status = row?.status ?? ('entered' in indicator ? 'entered' : 'computed')
  // 2 allowed
  if (period.locked)
    throw new Refusal('period-locked', {
      zh: `期间“${period.name}”已锁定，不能再改`,
      en: `Period "${period.name}" is locked and can no longer be changed`,
    })
  if ((row?.version ?? 0) !== request.version)
    throw new Refusal('stale', {
      zh: '这个指标刚刚被他人更新，请刷新后再操作',
      en: 'Somebody has just changed this figure: refresh and repeat',
    })
  const standing = {
    status,
    hasValue: row?.value !== null && row?.value !== undefined,
    changed: row?.is_changed ?? false,
    locked: false,
    isOwnReview: false,
  }
  if (!(figureCan(engine, actor, indicator, standing) as string[]).includes(request.action))
    throw notAllowed(
      (Object.hasOwn(says, request.action) && says[request.action]) || { zh: '执行这个操作', en: 'do this' },
    )
  if (request.action === 'approve' && row && (await ownReviews(tx, actor, [row])).size > 0)
    throw new Refusal('not-allowed', {
      zh: `“${indicator.label.zh}”是您审核的，请由另一位有批准权限的人员批准（学校在“设置”中要求审核与批准分开）`,
      en: `You reviewed "${indicator.label.en}": somebody else must approve it. The college asks for this in its settings`,
    })
  // 3 validate
  const comment = request.comment?.trim() || null
  if ((request.action === 'return' || request.action === 'accept') && !comment)
    throw missing('comment', { zh: '请说明原因', en: 'Please say why' })
  const id = figureId(period.code, indicator.code, unitId)
  let value = row?.value ?? null
  if (request.action === 'enter') {
    value = enteredValue(request.value, indicator.decimals)
    await addEvidence(engine, tx, actor, FIGURE, id, request.evidence ?? [], comment)
  }
  if (request.action === 'accept') value = row!.changed_value
  if (
    (request.action === 'review' || request.action === 'approve') &&
    'entered' in indicator &&
    (await evidenceCount(tx, FIGURE, id)) === 0
  )
    throw missing('evidence', {
      zh: '填报的数值需要佐证材料，请先上传',
      en: 'An entered value needs evidence: upload it first',
    })
  if (request.action === 'approve') {
    const [broken] = (await brokenRules(engine, tx, actor, period.code, unitId)).filter(
      (f) => f.severity === 'error' && !f.signedOff && f.codes.includes(indicator.code),
    )
    if (broken)
      throw new Refusal('conflict', {
        zh: `校验“${broken.label.zh}”未通过（${broken.explanation.zh}）：请先修改数据，或由质量部门说明原因后签署`,
        en: `Check "${broken.label.en}" fails (${broken.explanation.en}): mend the data first, or have the quality office sign it off with a reason`,
      })
  }
  // 4 write
  const at = new Date().toISOString()
  const next = request.action === 'return' && 'entered' in indicator ? 'entered' : NEXT[request.action]!
  await tx.run(sql`
    INSERT INTO figures (college_id, period, code, unit_id, value, row_count, status, definition_version, computed_at, note)
    VALUES (${tx.collegeId}, ${period.code}, ${indicator.code}, ${unitId}, ${value}, 0, ${next}, ${indicator.version}, ${at}, ${request.action === 'enter' ? comment : null})
    ON CONFLICT (college_id, period, code, unit_id) DO UPDATE SET value = excluded.value, status = excluded.status,
      note = coalesce(excluded.note, figures.note), version = figures.version + 1,
      is_changed = CASE WHEN ${request.action === 'accept'} THEN false ELSE figures.is_changed END,
      changed_value = CASE WHEN ${request.action === 'accept'} THEN NULL ELSE figures.changed_value END`)
  await append(tx, actor, at, [
    {
      subject: FIGURE,
      subjectId: id,
      action: request.action,
      before: { value: row?.value ?? null, status },
      after: { value, status: next },
      reason: comment,
    },
  ])
  // What records give may meanwhile be another value: a returned or accepted figure takes it at once, with its parts.
  if (!('entered' in indicator) && next === 'computed')
    await refreshPeriod(engine, tx, period, [indicator], request.action)
  if (request.action === 'enter') {
    const users = [...engine.catalogue.indicators.values()].filter((i) =>
      formulasOf(i).flatMap(usedCodes).includes(indicator.code),
    )
    if (users.length > 0) await refreshPeriod(engine, tx, period, users, indicator.code)
  }
  // 5 present
  const [shown] = await listFigures(engine, tx, actor, { period: period.code, unitId, codes: [indicator.code] })
  return shown!
}

function missing(field: string, message: { zh: string; en: string }): Refusal {
  return new Refusal('invalid', message, { problems: [{ field, message }] })
}

function enteredValue(text: string | undefined, decimals: number): string {
  const plain = text?.trim().replaceAll(',', '') ?? ''
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(plain))
    throw missing('value', {
      zh: `请填写数字，例如 ${printed('12.5', decimals)}`,
      en: `Give a number, for example ${printed('12.5', decimals)}`,
    })
  return new Exact(plain).toFixed()
}

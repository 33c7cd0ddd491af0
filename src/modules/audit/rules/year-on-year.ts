import { nameOf } from '../understanding/names.ts'
import { type Statement, statementsOf } from '../understanding/statements.ts'
import type { Mention, Understood } from '../understanding/understand.ts'
import { shown } from './arithmetic.ts'
import { EXPLANATIONS, finding } from './rule.ts'
import type { Finding } from '../finding.ts'

/**
 * Against last year's report: what this one says of last year is what last year's said; a stated change is the difference
 * of the two reports; a figure that is ten times or more another year's wants a look.
 * Example: 毕业生服务三次产业 3144 人 for 2022 here, 3414 in the report of 2022.
 */
export function yearOnYear(now: Understood, before: Understood): Finding[] {
  const lastYear = before.year ?? (now.year === null ? null : now.year - 1)
  if (lastYear === null) return []
  const last = unambiguous(statementsOf(before).filter((s) => isOf(s, lastYear, before.year)))
  return [...retold(now, last, lastYear), ...jumps(now, last), ...changes(now, last)]
}

const idOf = (s: Statement) => [s.name.key, s.name.level, s.unitClass, s.scope, s.isNew].join('|')

/** The same quantity in last year's report; in a section about 小学, 在校生 are what is called 小学在校生 elsewhere. */
const lastOf = (last: ReadonlyMap<string, Statement>, s: Statement, { synonyms }: Understood): Statement | undefined =>
  last.get(idOf(s)) ??
  (s.scope === '' ? undefined : last.get(idOf({ ...s, scope: '', name: nameOf(`${s.scope}${s.label}`, synonyms) })))

/** A row below 其中 with a short name says only half of what it is. */
const isHalf = (s: Statement) => s.isPart && (s.from !== 'table' || s.label.length < 6)

const isOf = (s: Statement, year: number, reportYear: number | null) =>
  !isHalf(s) &&
  !s.isCumulative &&
  s.closeness === 'exact' &&
  s.name.key.length >= 3 &&
  (s.year === String(year) || (s.year === '' && reportYear === year))

/** Quantities with one value in the whole report. */
function unambiguous(statements: readonly Statement[]): Map<string, Statement> {
  const byId = new Map<string, Statement | null>()
  for (const s of statements) {
    const other = byId.get(idOf(s))
    if (other === undefined) byId.set(idOf(s), s)
    else if (other && !other.value.eq(s.value)) byId.set(idOf(s), null)
  }
  return new Map([...byId].flatMap(([id, s]) => (s ? [[id, s]] : [])))
}

function retold(now: Understood, last: ReadonlyMap<string, Statement>, year: number): Finding[] {
  if (now.year === year) return []
  return statementsOf(now).flatMap((s) => {
    const then = s.year === String(year) && s.closeness === 'exact' && !isHalf(s) ? lastOf(last, s, now) : undefined
    if (!then) return []
    const step = s.step.gt(then.step) ? s.step : then.step
    if (s.value.minus(then.value).abs().lte(step.div(2))) return []
    return [
      finding({
        kind: 'year-on-year',
        severity: 'serious',
        confidence: 0.8,
        zh: `“${s.label}”的上年数在本报告为 ${s.printed}，在上年报告为 ${then.printed}`,
        en: `Last year's "${s.label}" is ${s.printed} here and ${then.printed} in last year's report`,
        arithmetic: `${s.printed} ≠ ${then.printed}`,
        values: [s.printed, then.printed],
        places: [s.place, { text: `${year}：${then.place.text}` }],
        explanations: [EXPLANATIONS.period, EXPLANATIONS.definition],
      }),
    ]
  })
}

function jumps(now: Understood, last: ReadonlyMap<string, Statement>): Finding[] {
  const seen = new Set<string>()
  return statementsOf(now).flatMap((s) => {
    const then = s.year === '' || s.year === String(now.year) ? last.get(idOf(s)) : undefined
    if (!then || s.closeness !== 'exact' || isHalf(s) || seen.has(idOf(s)) || s.value.isZero() || then.value.lte(0))
      return []
    seen.add(idOf(s))
    const factor = s.value.gt(then.value) ? s.value.div(then.value) : then.value.div(s.value)
    // Small counts double easily.
    if (factor.lt(10) || (s.value.lt(20) && then.value.lt(20))) return []
    return [
      finding({
        kind: 'year-on-year',
        severity: 'notable',
        confidence: factor.gte(500) ? 0.85 : 0.65,
        zh: `“${s.label}”由上年的 ${then.printed} 变为 ${s.printed}，相差约 ${shown(factor.round())} 倍`,
        en: `"${s.label}" went from ${then.printed} last year to ${s.printed}, about ${shown(factor.round())} times`,
        arithmetic: `${s.printed} ÷ ${then.printed}`,
        values: [s.printed, then.printed],
        places: [s.place, { text: then.place.text }],
        explanations: [EXPLANATIONS.definition, EXPLANATIONS.scope],
      }),
    ]
  })
}

/** 较上年增加 475 人, held against the two reports. */
function changes(now: Understood, last: ReadonlyMap<string, Statement>): Finding[] {
  const statements = statementsOf(now)
  return now.mentions.flatMap((change) => {
    const match = /(?:比|较|与)(?:上年|去年|上一年度?|上年度)[^，。；]*?(增加|增长|减少|下降|提高|降低|提升)/.exec(
      change.lead.replace(/\s/g, ''),
    )
    if (!match || change.closeness !== 'exact') return []
    const value = change.sentence.mentions[change.index - 1]
    const s = value && statements.find((other) => other.place === value.place)
    const then = s && lastOf(last, s, now)
    if (!value || !s || !then) return []
    const expected = expectedChange(value, then, change)
    const sign = /减少|下降|降低/.test(match[1]!) ? -1 : 1
    if (expected === null || expected.minus(change.value.times(sign)).abs().lte(change.step)) return []
    return [
      finding({
        kind: 'year-on-year',
        severity: 'serious',
        confidence: 0.8,
        zh: `“${s.label}”本年 ${s.printed}、上年报告 ${then.printed}，变化为 ${shown(expected, change.step)}，文中写作${match[1]} ${change.printed}`,
        en: `"${s.label}" is ${s.printed} now and ${then.printed} in last year's report: a change of ${shown(expected, change.step)}, not ${change.printed}`,
        arithmetic: `${s.printed} − ${then.printed} = ${shown(expected, change.step)} ≠ ${change.printed}`,
        values: [change.printed, s.printed, then.printed],
        places: [change.place, { text: then.place.text }],
        explanations: [EXPLANATIONS.period],
      }),
    ]
  })
}

function expectedChange(value: Mention, then: Statement, change: Mention) {
  const difference = value.value.minus(then.value)
  if (change.unitClass === '%' && value.unitClass !== '%')
    return then.value.isZero() ? null : difference.div(then.value).times(100)
  return change.unitClass === value.unitClass || change.unitClass === 'points' || change.unitClass === '%'
    ? difference
    : null
}

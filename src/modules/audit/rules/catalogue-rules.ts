import { judgeRule } from '../../../language/judge-rule.ts'
import type { IndicatorRule } from '../../../language/indicator.ts'
import type { Label } from '../../../language/label.ts'
import type { Finding } from '../finding.ts'
import { nameOf } from '../understanding/names.ts'
import { type Statement, statementsOf } from '../understanding/statements.ts'
import type { Understood } from '../understanding/understand.ts'
import { EXPLANATIONS, finding } from './rule.ts'

/** What the audit needs of the catalogue of indicators. */
export interface IndicatorNames {
  readonly code: string
  readonly label: Label
  readonly unit: Label
  readonly synonyms?: readonly string[]
}

/**
 * Rules of the indicator catalogue, over the figures that the document prints under an indicator's name. A name that two
 * indicators bear, or that has two values in the document, is left alone: other rules speak of that.
 * Example: 辅导员人数 above 教职工总数.
 */
export function catalogueRules(
  now: Understood,
  before: Understood | null,
  indicators: readonly IndicatorNames[],
  rules: readonly IndicatorRule[],
): Finding[] {
  if (!isVocational(now)) return []
  // Of two indicators of one name, the one that a rule speaks of is meant.
  const ruled = new Set(rules.flatMap(codesOf))
  const known = indicators.toSorted((a, b) => Number(ruled.has(a.code)) - Number(ruled.has(b.code)))
  const current = valuesOf(now, known, ruled)
  const previous = before ? valuesOf(before, known, ruled) : new Map<string, Statement>()
  return rules.flatMap((rule) => {
    // Two figures that are usually one are no contradiction.
    if ('same' in rule.rule && rule.severity === 'warning') return []
    const codes = codesOf(rule)
    const used = codes.flatMap((code) => current.get(code) ?? [])
    if (used.length < codes.length) return []
    const verdict = judgeRule(rule, (code) => ({
      value: current.get(code)?.value.toFixed() ?? null,
      previous: previous.get(code)?.value.toFixed() ?? null,
    }))
    if (verdict.holds || verdict.open) return []
    return [
      finding({
        kind: 'catalogue-rule',
        severity: rule.severity === 'error' ? 'serious' : 'notable',
        confidence: rule.severity === 'error' ? 0.8 : 0.62,
        zh: `不符合指标目录的规则“${rule.label.zh}”：${verdict.explanation.zh}`,
        en: `Breaks a rule of the indicator catalogue, "${rule.label.en}": ${verdict.explanation.en}`,
        arithmetic: verdict.explanation.zh,
        values: used.map((s) => s.printed),
        places: used.map((s) => s.place),
        explanations: [EXPLANATIONS.definition, EXPLANATIONS.period],
      }),
    ]
  })
}

/** The catalogue is of vocational colleges; lines that others have to pass are not those of a university or a district. */
const isVocational = ({ document: { name, blocks } }: Understood): boolean => {
  const texts = [name, ...blocks.flatMap((block) => (block.kind === 'table' ? [block.caption ?? ''] : [block.text]))]
  // A secondary school has lines of its own.
  if (/中等职业|中职|中等专业学校|中专/.test(texts.slice(0, 4).join(' '))) return false
  const said =
    texts.join(' ').match(/职业(?:技术|教育|学院|学校|大学)|高职|技师学院|技工|高等专科|vocational/gi)?.length ?? 0
  // A file of tables alone does not say what it is of.
  return said > 0 || texts.every((text) => text.length < 60)
}

function codesOf({ rule }: IndicatorRule): readonly string[] {
  if ('part' in rule) return [rule.part, rule.whole]
  if ('parts' in rule) return [...rule.parts, rule.whole]
  if ('same' in rule) return rule.same
  return [rule.of]
}

/** Names that say only half of what they are: 国家级数量, 省级, 本科. */
const HALF_NAME = /^.{1,3}$|^(国家|省部?|市|校|院|国际)级?(数量|数)?$|级数?量?$/

/** One statement for each indicator that the document names once. */
function valuesOf(
  understood: Understood,
  indicators: readonly IndicatorNames[],
  ruled: ReadonlySet<string>,
): Map<string, Statement> {
  const { synonyms, year } = understood
  const codes = new Map<string, string | null>()
  for (const { code, label, synonyms: more = [], unit } of indicators)
    for (const name of [label.zh, ...more]) {
      const { key, level } = nameOf(name, synonyms)
      const id = [key, level, unitOf(unit.zh)].join('|')
      const other = codes.get(id)
      codes.set(id, other && other !== code && ruled.has(other) ? null : code)
    }
  const found = new Map<string, Statement | null>()
  for (const s of statementsOf(understood)) {
    if (s.closeness !== 'exact' || s.scope !== '' || s.isNew || s.isCumulative || (s.isPart && HALF_NAME.test(s.label)))
      continue
    if (s.year !== '' && s.year !== String(year)) continue
    const code = codes.get([s.name.key, s.name.level, unitOf(s.unit)].join('|'))
    if (!code) continue
    const other = found.get(code)
    if (other === undefined) found.set(code, s)
    else if (other && !other.value.eq(s.value)) found.set(code, null)
  }
  return new Map([...found].flatMap(([code, s]) => (s ? [[code, s]] : [])))
}

/** 名 and 人, 元 and 万元 are one; values have their scale multiplied out. */
const unitOf = (unit: string) =>
  unit.endsWith('元')
    ? '元'
    : /^[人名位]$/.test(unit)
      ? '人'
      : /^(个|项|门|本|部|种|所|家)$/.test(unit)
        ? '个'
        : unit.startsWith(':')
          ? ''
          : unit.replace(/\/生$/, '')

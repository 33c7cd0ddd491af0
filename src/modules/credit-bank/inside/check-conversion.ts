import { Exact } from '../../../engine/indicators/exact.ts'
import type { Label } from '../../../language/label.ts'
import type { WireCheck } from '../wire.ts'
import type { ConversionFacts, CreditWords, RuleFacts } from './facts.ts'
import { inForce, roomIn } from './limit-of.ts'
import { isSameName } from './same-name.ts'

/**
 * Everything that decides whether an outcome becomes what a rule says, each with the sentence that explains it. Pure: the
 * same facts give the same checks, today or when a decision is read again. What is asked (used once, no double
 * replacement, no more credits than the outcome has, surplus not carried) is common to the conversion measures of colleges;
 * what differs between them is rules and limits, which are data.
 */
export function checkConversion(facts: ConversionFacts, words: CreditWords): readonly WireCheck[] {
  const { rule } = facts
  return [
    ...identityChecks(facts, words),
    ...outcomeChecks(facts, words),
    ...ruleChecks(facts, words),
    ...useChecks(facts),
    ...facts.limits.flatMap((limit): WireCheck[] => {
      const found = roomIn(limit, { ...rule, day: facts.day }, facts.live, words)
      return found ? [{ name: 'limit', ...found }] : []
    }),
  ]
}

/** May it be converted? */
export const allOk = (checks: readonly WireCheck[]): boolean => checks.every(({ ok }) => ok)

/** The grade that an outcome's grade becomes: the mapping of the next lower grade where one is not given. */
export function gradeBy(rule: RuleFacts, grade: string): string {
  const { gradeForPass, gradeForGood, gradeForExcellent } = rule
  if (grade === 'excellent') return gradeForExcellent ?? gradeForGood ?? gradeForPass
  return grade === 'good' ? (gradeForGood ?? gradeForPass) : gradeForPass
}

const check = (name: WireCheck['name'], ok: boolean, good: Label, bad: Label): WireCheck => ({
  name,
  ok,
  label: ok ? good : bad,
})

function identityChecks({ learner }: ConversionFacts, words: CreditWords): WireCheck[] {
  const proof = words.proof(learner.proof)
  return [
    check(
      'identity',
      learner.proof !== 'declared',
      { zh: `实名认证：${proof.zh}`, en: `Proof of identity: ${proof.en}` },
      {
        zh: '账户尚未核验证件：请携身份证到学分银行服务点核验',
        en: 'Nobody has seen the learner’s document yet: show it at a desk of the credit bank',
      },
    ),
  ]
}

function outcomeChecks({ outcome, day }: ConversionFacts, words: CreditWords): WireCheck[] {
  const state = words.state(outcome.state)
  return [
    check(
      'accredited',
      outcome.state === 'accredited',
      { zh: '成果已认定', en: 'The outcome is accredited' },
      {
        zh: `成果的状态是“${state.zh}”：认定后才能转换`,
        en: `The outcome is "${state.en}": it is converted once it is accredited`,
      },
    ),
    check(
      'valid',
      outcome.expiresOn === null || day <= outcome.expiresOn,
      {
        zh: outcome.expiresOn === null ? '长期有效' : `有效期至 ${outcome.expiresOn}`,
        en: outcome.expiresOn === null ? 'Valid without end' : `Valid until ${outcome.expiresOn}`,
      },
      { zh: `成果已于 ${outcome.expiresOn} 到期`, en: `The outcome ran out on ${outcome.expiresOn}` },
    ),
  ]
}

function ruleChecks(facts: ConversionFacts, words: CreditWords): WireCheck[] {
  const { rule, outcome, institution, day } = facts
  const span = {
    zh: `${rule.from} 起${rule.until === null ? '' : `至 ${rule.until}`}`,
    en: `from ${rule.from}${rule.until === null ? '' : ` to ${rule.until}`}`,
  }
  const level = words.level(outcome.level)
  const asked = rule.level === null ? null : words.level(rule.level)
  const [grade, least] = [words.grade(outcome.grade), words.grade(rule.leastGrade)]
  const isMember = institution.joinedOn <= day && (institution.leftOn === null || day <= institution.leftOn)
  return [
    check(
      'institution',
      isMember,
      { zh: `${institution.name}在学分银行内`, en: `${institution.name} takes part` },
      { zh: `${institution.name}于 ${day} 不在学分银行内`, en: `${institution.name} does not take part on ${day}` },
    ),
    check(
      'in-force',
      rule.state === 'approved' && inForce(rule, day),
      {
        zh: `规则 ${rule.number}（第 ${rule.version} 版）生效中，${span.zh}`,
        en: `Rule ${rule.number} (version ${rule.version}) is in force ${span.en}`,
      },
      rule.state === 'approved'
        ? {
            zh: `规则 ${rule.number} 在 ${day} 不生效：${span.zh}`,
            en: `Rule ${rule.number} is not in force on ${day}: it is ${span.en}`,
          }
        : { zh: `规则 ${rule.number} 未经批准`, en: `Rule ${rule.number} is not approved` },
    ),
    check(
      'fits',
      rule.outcomeKind === outcome.kind && isSameName(rule.outcomeName, outcome.name),
      { zh: `规则适用于“${rule.outcomeName}”`, en: `The rule is for “${rule.outcomeName}”` },
      {
        zh: `规则只适用于${words.kind(rule.outcomeKind).zh}“${rule.outcomeName}”`,
        en: `The rule is only for “${rule.outcomeName}” (${words.kind(rule.outcomeKind).en})`,
      },
    ),
    check(
      'level',
      rule.level === null || rule.level === outcome.level,
      {
        zh: asked === null ? '不限等级' : `等级：${level.zh}`,
        en: asked === null ? 'Any level' : `Level: ${level.en}`,
      },
      {
        zh: `规则要求等级“${asked?.zh}”，本成果为“${level.zh}”`,
        en: `The rule asks for level “${asked?.en}”; this one is “${level.en}”`,
      },
    ),
    check(
      'grade',
      words.grades.indexOf(outcome.grade) >= words.grades.indexOf(rule.leastGrade),
      { zh: `成绩：${grade.zh}`, en: `Grade: ${grade.en}` },
      {
        zh: `规则要求成绩至少“${least.zh}”，本成果为“${grade.zh}”`,
        en: `The rule asks for “${least.en}” at least; this one is “${grade.en}”`,
      },
    ),
    check(
      'issuer',
      rule.issuer === null || rule.issuer === outcome.issuer,
      { zh: `颁发机构：${outcome.issuerName}`, en: `Issuer: ${outcome.issuerName}` },
      {
        zh: `规则只认“${rule.issuerName}”颁发的成果，本成果由“${outcome.issuerName}”颁发`,
        en: `The rule takes those of “${rule.issuerName}” only; this one is of “${outcome.issuerName}”`,
      },
    ),
  ]
}

function useChecks({ rule, outcome, institution, live, passed }: ConversionFacts): WireCheck[] {
  const used = live.find((one) => one.outcome === outcome.id)
  const isCategory = rule.targetKind === 'category'
  const at = (one: { institution: string }) => one.institution === institution.id
  const replaced = isCategory ? undefined : live.find((one) => at(one) && isSameName(one.target, rule.target))
  const own = isCategory ? undefined : passed.find((one) => at(one) && isSameName(one.name, rule.target))
  const surplus = new Exact(outcome.credits).minus(rule.credits)
  const excluding = rule.excludedBy === null ? undefined : live.find((one) => one.rule === rule.excludedBy)
  return [
    ...(rule.excludedBy === null
      ? []
      : [
          check(
            'excluded',
            excluding === undefined,
            { zh: '没有用过互斥的规则', en: 'No rule that excludes this one was used' },
            {
              zh: `已按互斥的规则转换为“${excluding?.target}”，不能再按本规则转换`,
              en: `It became “${excluding?.target}” by a rule that excludes this one`,
            },
          ),
        ]),
    check(
      'own',
      outcome.issuer !== institution.id,
      { zh: '不是转换机构自己颁发的成果', en: 'It was not issued by the converting institution' },
      {
        zh: `成果由${institution.name}自己颁发，无须转换`,
        en: `${institution.name} issued it itself: there is nothing to convert`,
      },
    ),
    check(
      'once',
      used === undefined,
      { zh: '成果尚未使用', en: 'The outcome is unused' },
      {
        zh: `成果已在${used?.institutionName}转换为“${used?.target}”：每项成果只能使用一次`,
        en: `It has become “${used?.target}” at ${used?.institutionName}: an outcome is used once`,
      },
    ),
    check(
      'credits',
      surplus.gte(0),
      {
        zh: `成果 ${outcome.credits} 学分，转换 ${rule.credits} 学分${surplus.gt(0) ? `，余 ${surplus.toFixed()} 学分不结转` : ''}`,
        en: `${outcome.credits} credits become ${rule.credits}${surplus.gt(0) ? `; the other ${surplus.toFixed()} lapse` : ''}`,
      },
      {
        zh: `成果只有 ${outcome.credits} 学分，少于目标的 ${rule.credits} 学分`,
        en: `The outcome has ${outcome.credits} credits, less than the ${rule.credits} of the target`,
      },
    ),
    check(
      'target',
      replaced === undefined && own === undefined,
      { zh: `“${rule.target}”尚未取得`, en: `“${rule.target}” is not held yet` },
      own
        ? {
            zh: `已在${institution.name}修得“${rule.target}”，不能重复替代`,
            en: `“${rule.target}” was passed at ${institution.name}: it is not replaced`,
          }
        : {
            zh: `“${rule.target}”已由另一项成果替代，不能重复替代`,
            en: `Another outcome has replaced “${rule.target}” already`,
          },
    ),
  ]
}

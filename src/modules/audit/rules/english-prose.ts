import type { Finding } from '../finding.ts'
import { englishNumbers } from '../understanding/english-numbers.ts'
import { agrees, sum } from './arithmetic.ts'
import {
  addsUp,
  compare,
  type Context,
  contextsOf,
  isCount,
  largerThanWhole,
  outsideBrackets,
  quotient,
  type Said,
} from './english-said.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { isOneSlipAway } from './slip.ts'

/**
 * English sentences have no measure words, so they are read by their turns: of whom, a rate of, up from, more than the,
 * an average of … per, a ratio of. Each is recomputed from the figures that the turn joins.
 * Example: Of the 2,058 graduates, 1,957 had a destination, a rate of 91.5 %: 1957 ÷ 2058 = 95.1 %.
 */
export const englishProse: AuditRule = {
  name: 'english-prose',
  kind: 'percentage',
  reason: { zh: '英文语句中的占比、增减、平均应与同句的数相符', en: 'English turns agree with the figures they join' },
  wrong: 'Of the 2,058 graduates of this college, 1,957 had a destination by August, a rate of 91.5%.\n',
  right: 'Of the 2,058 graduates of this college, 1,957 had a destination by August, a rate of 95.1%.\n',
  check: ({ document }) => contextsOf(document).flatMap((context) => TURNS.flatMap((turn) => turn(context))),
}

const TURNS: readonly ((context: Context) => Finding[])[] = [partsOfWhole, inBrackets, rates, changes, averages, ratios]

/** "N teachers, of whom n (p%) …", "Of these, a …, b … and c …", "Of the N graduates, n …". */
function partsOfWhole({ text, numbers, previous }: Context): Finding[] {
  const turn = /((?<=,\s)of (?:which|whom)|\bof (?:these|them|those)(?: who [a-z]+)?,|^\s*of the\b)/i.exec(text)
  if (!turn) return []
  const isOpening = /of the$/i.test(turn[0])
  // "Of the employed, 1382 worked in …" names its whole without a figure.
  if (isOpening && !/^ (?:[a-z-]+ ){0,2}[\d,]+/i.test(text.slice(turn.index + turn[0].length))) return []
  const at = turn.index + turn[0].length
  const after = numbers.filter((n) => n.start >= at)
  const wholes = isOpening ? after.slice(0, 1) : outsideBrackets(text, numbers).filter((n) => n.end <= turn.index)
  const whole = wholes.length > 0 ? wholes.findLast(isCount) : wholeBefore(turn[0], previous)
  if (!whole || !isCount(whole)) return []
  // A clause that compares, or another thing that is spoken of, ends the list.
  const stop =
    /--|\b(?:compared|up|down|increased|rose|grew|more than|fewer than|with an average|ratio|they|it was)\b/i.exec(
      text.slice(at),
    )
  const parts = after.filter(
    (n) => n !== whole && isCount(n) && (!stop || n.start < at + stop.index) && n.scale === whole.scale,
  )
  const findings = parts.filter((part) => part.value.gt(whole.value)).map((part) => largerThanWhole(part, whole))
  for (const part of parts) {
    const share = numbers.find((n) => n.isPercent && /^\s*\($/.test(text.slice(part.end, n.start)))
    if (share && part.value.lte(whole.value))
      findings.push(
        ...compare('percentage', part.value.div(whole.value).times(100), share, [part, whole], quotient(part, whole)),
      )
  }
  if (findings.length > 0 || parts.length < 3) return findings
  const total = sum(parts.map((part) => part.value))
  const off = total.minus(whole.value).abs()
  // Three and more parts that nearly make the whole are meant to make it.
  if (off.isZero() || off.gt(whole.value.div(3)) || previous.some((n) => n.value.eq(total))) return []
  return [addsUp(whole, parts, total)]
}

/** "Of those who replied, …": the last count of the sentence before; "Of these, …" its first. */
function wholeBefore(turn: string, previous: readonly Said[]): Said | undefined {
  const counts = previous.filter(isCount)
  return /who|which|whom/i.test(turn) ? counts.at(-1) : counts[0]
}

/** "N students (a women and b men)". */
function inBrackets({ text, numbers }: Context): Finding[] {
  return [...text.matchAll(/\(([^()]+ and [^()]+)\)/g)].flatMap((match) => {
    const parts = numbers.filter((n) => n.start > match.index && n.end < match.index + match[0].length && isCount(n))
    const whole = numbers.findLast((n) => n.end <= match.index && isCount(n))
    if (!whole || parts.length < 2 || text.slice(whole.end, match.index).length > 40) return []
    const total = sum(parts.map((part) => part.value))
    return total.eq(whole.value) ? [] : [addsUp(whole, parts, total)]
  })
}

/** "…, a response rate of p%" behind two counts; "n of N (p%)"; more replies than were asked. */
function rates({ text, numbers, previous }: Context): Finding[] {
  const findings: Finding[] = []
  for (const [at, rate] of numbers.entries()) {
    const before = text.slice(0, rate.start)
    const pair = outsideBrackets(text, numbers.slice(0, at)).filter(isCount)
    // 2749 of them stayed, a rate of 96.0%: of whom, the sentence before says.
    const told = pair.length === 1 && /\d of (?:them|these|those)\b/i.test(before) ? previous.filter(isCount) : []
    const [second, first] = [
      pair.at(-1),
      pair.at(-2) ?? told.find((n) => pair[0] && agrees(pair[0].value.div(n.value).times(100), rate)) ?? told[0],
    ]
    if (!rate.isPercent || !first || !second) continue
    const isRate = /\b(?:an? )?(?:[a-z-]+ )?rate (?:of|was|is|stood at|came to)(?: therefore)?\s*$/i.test(before)
    const isOf = /\d of (?:the )?[\d,]+(?: [a-z]+)? \($/i.test(before)
    if (!isRate && !isOf) continue
    const [part, whole] = isOf ? [first, second] : [second, first]
    if (rate.value.gt(100) && isRate && !/growth|increase|completion/i.test(before.slice(-30)))
      findings.push(
        finding({
          kind: 'impossible-value',
          severity: 'serious',
          confidence: 0.93,
          zh: `比率 ${rate.printed} 超过 100%`,
          en: `The rate of ${rate.printed} exceeds 100 %`,
          values: [rate.printed],
          places: [rate.place],
          explanations: [EXPLANATIONS.definition],
        }),
      )
    else if (part.value.gt(whole.value)) {
      const isAnswer = /repl|respon|return|answer/i.test(text)
      findings.push(largerThanWhole(part, whole, isAnswer ? 'impossible-value' : 'order'))
    } else
      findings.push(
        ...compare('percentage', part.value.div(whole.value).times(100), rate, [part, whole], quotient(part, whole)),
      )
  }
  return findings
}

/** "N, up p% from y", "N, p% more than the y", "N, d more than the y". */
function changes({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((change, at) => {
    const base = numbers[at + 1]
    if (!base || !isCount(base) || change.isRough) return []
    const between = text.slice(change.end, base.start)
    const before = text.slice(0, change.start)
    const isFrom =
      /\b(?:up|down|a rise of|an increase of|a fall of)\s*$/i.test(before) && /^\s*from(?: the)?\s*$/i.test(between)
    const isThan = /^(?: [a-z]+){0,2} (?:more|less|fewer|higher|lower) than (?:the|in [a-z ]*\d{4},?)?\s*\(?$/i.test(
      between,
    )
    if (!isFrom && !isThan) return []
    // 18642 students across 7 campuses, 6.5% more than the 17508: not the campuses are compared.
    const told = outsideBrackets(text, numbers).filter((n) => n.end <= change.start && isCount(n))
    const after =
      told.findLast(({ value }) => value.times(8).gt(base.value) && value.lt(base.value.times(8))) ?? told.at(-1)
    if (!after || base.value.isZero()) return []
    const difference = after.value.minus(base.value)
    return change.isPercent
      ? compare(
          'growth',
          difference.div(base.value).times(100),
          change,
          [base, after],
          `(${after.printed} − ${base.printed}) ÷ ${base.printed}`,
        )
      : compare('growth', difference, change, [base, after], `${after.printed} − ${base.printed}`)
  })
}

/** "9,672 people", "124 short courses": the word is one of its noun's. */
const isOf = ({ noun }: Said, word: string): boolean =>
  // 88 yuan per person is no number of persons.
  noun
    .split(/ per /)[0]!
    .split(' ')
    .slice(0, 3)
    .some((own) => own.startsWith(word.toLowerCase()))

/** "n courses …, with an average of a people per course". */
function averages({ text, numbers, counts }: Context): Finding[] {
  return numbers.flatMap((mean) => {
    const per = /^ (?:([a-z-]+) )?per ([a-z]+)/i.exec(text.slice(mean.end))
    if (!per || !/average (?:of\s*)?$/i.test(text.slice(0, mean.start))) return []
    const before = numbers.filter((n) => n.end <= mean.start && isCount(n))
    const unit = per[1]
    const totals = [...before, ...(unit === undefined ? [] : counts)].filter((n) => unit === undefined || isOf(n, unit))
    const wholes = [...counts, ...before].filter((n) => isOf(n, per[2]!))
    // The sentence is right when any figures of these names give it; else the ones said last before it are meant.
    if (totals.some((t) => wholes.some((c) => c !== t && agrees(t.value.div(c.value), mean)))) return []
    const near = wholes.filter((n) => before.includes(n))
    // 486 schools, 212 primary schools …: which are meant is not said, unless a slip tells.
    const isSlip = (t: Said, c: Said): boolean =>
      isOneSlipAway([mean, t, c], ([m, sum, number]) =>
        number!.isZero() ? false : agrees(sum!.div(number!), { value: m!, step: mean.step }),
      )
    const count =
      near.at(-1) ??
      wholes.findLast((c) => totals.some((t) => t !== c && isSlip(t, c))) ??
      (wholes.length === 1 ? wholes[0] : undefined)
    const total = totals.findLast((n) => n !== count)
    if (!total || !count) return []
    // Of another order of magnitude, they are of something else.
    const off = total.value.div(count.value).div(mean.value)
    if (off.gt(5) || off.lt('0.2')) return []
    return compare('average', total.value.div(count.value), mean, [total, count], quotient(total, count))
  })
}

/** "The student-teacher ratio was 18.1:1": the counts of those names before it. */
function ratios({ text, counts, numbers }: Context): Finding[] {
  const found = /\b([a-z]+?)s?[- ](?:to[- ])?([a-z]+?)s? ratio (?:was|is|of|stood at) (\d+(?:\.\d+)?):1/i.exec(text)
  if (!found) return []
  const near = [...counts, ...numbers.filter(isCount)]
  const named = (name: string): Said[] =>
    near.filter((n) => n.noun.split(' ').some((word) => word.startsWith(name.toLowerCase())))
  const [above, below] = [named(found[1]!), named(found[2]!)]
  const [whole] = numbers
  if (above.length === 0 || below.length === 0 || !whole) return []
  const printed = found[3]!
  const at = text.indexOf(found[0])
  const [said] = englishNumbers(` ${printed} `)
  if (!said) return []
  const place = { ...whole.place, text: text.slice(Math.max(0, at - 10), at + found[0].length + 10) }
  // Silent when any two of these counts give it; else the ones that are named first, which are those of the whole.
  if (above.some((a) => below.some((b) => agrees(a.value.div(b.value), said)))) return []
  const [a, b] = [above[0]!, below[0]!]
  return compare('ratio', a.value.div(b.value), { ...said, place }, [a, b], quotient(a, b))
}

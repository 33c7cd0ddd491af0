import type { Finding } from '../finding.ts'
import { measureOf } from '../understanding/english-quantity.ts'
import { sum } from './arithmetic.ts'
import { addsUp, type Context, contextsOf, isCount, type Said, typed } from './english-said.ts'
import type { AuditRule } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * Parts told in any turn behind or before their whole: "n X, a in A and b in B", "came from a, b and c", figures in brackets
 * behind their names, two kinds that leave nothing over (men and women, full-time and part-time). Silent where some of them
 * come to any figure of the paragraph.
 * Example: beds are 1240, made up of 860 in the main building and 420 in the annex: 1280.
 */
export const englishSums: AuditRule = {
  name: 'english-sums',
  kind: 'parts-and-whole',
  reason: { zh: '英文语句中的各部分应等于总数', en: 'The parts of an English sentence come to their whole' },
  wrong: 'Bed capacity is 1240, made up of 860 in the main building and 420 in the annex.\n',
  right: 'Bed capacity is 1240, made up of 860 in the main building and 380 in the annex.\n',
  check: ({ document }) => {
    const contexts = contextsOf(document)
    return contexts.flatMap(sumsIn)
  },
}

const CLOSED =
  /(?:made up of|compris\w+|consist\w*(?: of)?|divided into|came from|come from|namely|split (?:between|into)|:)[^.;:\d]*$/i

/** Two kinds that between them are all there is. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:wom[ae]n|girls?|females?)\b/i, /\b(?:m[ae]n|boys?|males?)\b/i],
  [/\bfull-time\b/i, /\bpart-time\b/i],
  [/\b(?:public|state)\b/i, /\bprivate\b/i],
  [/\burban|cit(?:y|ies)\b/i, /\brural|countryside\b/i],
  [/\b(?:in person|face-to-face|on-site|classroom)\b/i, /\b(?:online|remote)\b/i],
  [
    /\b(?:domestic|local|home|in-state|resident)\b/i,
    /\b(?:international|overseas|foreign|out-of-state|non-resident)\b/i,
  ],
  [/\bpermanent\b/i, /\b(?:temporary|fixed-term|casual)\b/i],
  [/\bacademic\b/i, /\b(?:administrative|professional|support)\b/i],
  [/\bnew\b/i, /\b(?:continuing|returning)\b/i],
  [/\binternal\b/i, /\bexternal\b/i],
  [/\binpatients?\b/i, /\boutpatients?\b/i],
]

function sumsIn({ text, numbers, previous }: Context): Finding[] {
  const own = numbers.filter(isCount)
  const near = [...previous.filter(isCount), ...own]
  const lists = [...own.map((_, at) => own.slice(at)), ...own.map((_, at) => own.slice(0, at + 1))]
    .flatMap((list) => [list, inBrackets(text, list)])
    .concat(own.map((_, at) => own.slice(at, at + 2)))
  for (const parts of lists) {
    const kind = kindOf(text, parts)
    if (kind === null) continue
    const [first] = parts
    const total = sum(parts.map(({ value }) => value))
    const measure = measureOf(text, first!)
    const wholes = near.filter(
      (n) =>
        !parts.includes(n) &&
        !/^ (?:were |was )?(?:in|for|from|at) /i.test(text.slice(n.end)) &&
        // One of a list is a fellow of the others.
        !(own.includes(n) && /,\s*[$€£¥]?$/.test(text.slice(0, n.start))) &&
        n.scale === first!.scale &&
        (measureOf(text, n) === measure || previous.includes(n) || n.scale > 1) &&
        n.value.gt(0),
    )
    if (wholes.length === 0 || wholes.some(({ value }) => value.eq(total))) continue
    const before = own.findLast((n) => n.end <= first!.start)
    const whole =
      wholes.find(
        (n) =>
          isSlip(n, parts) &&
          parts.every((part) => part.value.lt(n.value.times(2))) &&
          (kind === 'closed' ? digitsOf(n.printed) >= 2 : digitsOf(n.printed) >= 3),
      ) ??
      (kind === 'closed' &&
      before &&
      wholes.includes(before) &&
      total.minus(before.value).abs().lte(before.value.times('0.3'))
        ? before
        : undefined)
    if (whole) return [addsUp(whole, parts, total)]
  }
  return []
}

/** tuition (52.6 million), grants (31.2 million) and services (14.6 million) */
const inBrackets = (text: string, list: readonly Said[]): Said[] =>
  list.filter(
    ({ start, end }) => /\(\s*[$€£¥]?$/.test(text.slice(0, start)) && /^[^()\d]{0,16}\)/.test(text.slice(end)),
  )

/** Whether the figures are a list that leaves nothing over: closed by its words, or kinds that are all there is. */
function kindOf(text: string, parts: readonly Said[]): 'closed' | 'kinds' | null {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || parts.length < 2 || parts.some(({ scale }) => scale !== first.scale)) return null
  const joints = parts.slice(1).map((part, at) => text.slice(parts[at]!.end, part.start))
  if (
    joints.some(
      (joint) =>
        /[.;]/.test(joint) ||
        joint.length > 70 ||
        /\b(?:of|up|down|from|than|rate|average|compared)\b(?! the| t)[^,]*$/i.test(joint),
    )
  )
    return null
  const words = [first, last].map(({ start, end }, nth) => around(text, start, end, nth === 0 ? 0 : first.end))
  if (parts.length === 2) {
    const isBoth = KINDS.some(
      ([one, other]) =>
        (one.test(words[0]!) && other.test(words[1]!)) || (other.test(words[0]!) && one.test(words[1]!)),
    )
    if (isBoth) return 'kinds'
  }
  if (!/\band\b[^,]*$/.test(joints.at(-1)!)) return null
  const before = text.slice(0, first.start)
  if (CLOSED.test(before.replace(/\([^()]*$/, ''))) return 'closed'
  // 46 programmes, 28 in engineering and 18 in business: both in the same turn.
  const turns = parts.map(({ end }) =>
    /^ (in|for|from|at|with|public|private|to|as)\b/i.exec(text.slice(end))?.[1]?.toLowerCase(),
  )
  const isTurn =
    turns.every((turn) => turn !== undefined) &&
    (new Set(turns).size === 1 || (parts.length === 2 && turns.includes('private')))
  return isTurn && /\d [^.;:,]{2,50}, (?:with )?$/.test(before) ? 'closed' : null
}

const around = (text: string, start: number, end: number, from: number): string =>
  `${text
    .slice(from, start)
    .split(/[,;(]| and /)
    .at(-1)!} ${/^[^,;.()]*/.exec(text.slice(end))![0].split(/ and /)[0]!}`

const isSlip = (whole: Said, parts: readonly Said[]): boolean =>
  isOneSlipAway([typed(whole), ...parts.map(typed)], ([w, ...rest]) => sum(rest).eq(w!))

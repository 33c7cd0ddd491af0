import type { Finding } from '../finding.ts'
import { countedBy, measureOf, stemOf } from '../understanding/english-quantity.ts'
import type { Figure, Understood } from '../understanding/understand.ts'
import { contextsOf, isCount, type Said } from './english-said.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isSlipBetween } from './slip.ts'

/**
 * A figure that an English report tells again, in another paragraph or in a table: under the same noun, and a slip of the
 * hand apart. At least one of the two stands nowhere else.
 * Example: 5486 students in the summary, 5846 students in the chapter.
 */
export const englishTwice: AuditRule = {
  name: 'english-twice',
  kind: 'same-quantity',
  reason: { zh: '英文报告对同一数的说法应一致', en: 'An English report tells one figure alike everywhere' },
  wrong:
    'The college has 5486 students in six schools.\n\n# Students\n\nIn autumn the college registered 5846 students in all.\n',
  right:
    'The college has 5486 students in six schools.\n\n# Students\n\nIn autumn the college registered 5486 students in all.\n',
  check: (understood) => {
    const told = toldIn(understood)
    const times = Map.groupBy(
      [...told.map(({ printed }) => printed), ...figuresOf(understood).map(({ printed }) => plain(printed))],
      (one) => one,
    )
    const isKnown = (printed: string): boolean => (times.get(printed)?.length ?? 0) > 1
    return [...betweenTexts(told, isKnown), ...withTables(understood, told, isKnown)]
  },
}

interface Told {
  readonly said: Said
  readonly printed: string
  readonly names: readonly string[]
  readonly words: readonly string[]
  readonly isOld: boolean
}

const plain = (printed: string): string => printed.replace(/[^\d.]/g, '')

const OLD =
  /^[^.;,()\d]{0,30}\b(?:earlier|year before|previous|last year|in (?:fall |spring )?20\d\d)\b|^[^.;]{0,20} more\b/i
const OLD_BEFORE =
  /\b(?:from|than|against|compared with|compared to|versus|by|up|down|increase of|rise of|fall of)\s*(?:the )?[$€£¥]?$/i

function toldIn({ document }: Understood): Told[] {
  return contextsOf(document).flatMap(({ text, numbers }) =>
    numbers.filter(isCount).map((said) => ({
      said,
      printed: plain(said.printed),
      names: countedBy(text, said, measureOf(text, said)),
      words: (text.match(/[A-Za-z][A-Za-z'’-]+/g) ?? []).map(stemOf),
      isOld: OLD.test(text.slice(said.end)) || OLD_BEFORE.test(text.slice(0, said.start)),
    })),
  )
}

function betweenTexts(told: readonly Told[], isKnown: (printed: string) => boolean): Finding[] {
  const byShape = Map.groupBy(
    told.filter(({ isOld, names, printed }) => !isOld && names.length > 0 && digitsOf(printed) >= 3),
    ({ said, printed }) => `${said.scale}|${printed.replace(/\d/g, '0')}`,
  )
  return [...byShape.values()].flatMap((same) =>
    same.flatMap((a, at) =>
      same.slice(at + 1).flatMap((b) => {
        if (a.said.place.paragraph === b.said.place.paragraph || !isSlipBetween(a.printed, b.printed)) return []
        if (isKnown(a.printed) && isKnown(b.printed)) return []
        const [fewer, more] = a.names.length <= b.names.length ? [a, b] : [b, a]
        const isSame =
          fewer.names.at(-1) === more.names.at(-1) && fewer.names.every((name) => more.names.includes(name))
        const isTelling = digitsOf(a.printed) >= 4 || fewer.names.length === more.names.length
        return isSame && isTelling ? [report(a.said, b.said, fewer.names.join(' '))] : []
      }),
    ),
  )
}

const figuresOf = ({ sheets }: Understood): Figure[] => sheets.flatMap(({ figures }) => [...figures])

/** The row or the column of a table that the sentence names, and a figure there that is a slip from the one told. */
function withTables(understood: Understood, told: readonly Told[], isKnown: (printed: string) => boolean): Finding[] {
  const figures = figuresOf(understood).filter(
    ({ printed, rowLabel, columnLabel }) => digitsOf(printed) >= 4 && /[A-Za-z]{3}/.test(`${rowLabel}${columnLabel}`),
  )
  const printed = new Set(figures.map((f) => plain(f.printed)))
  return told.flatMap(({ said, printed: own, names, words }) => {
    if (digitsOf(own) < 4 || printed.has(own)) return []
    const near = figures.filter((f) => isSlipBetween(own, plain(f.printed)) && isNamed(f, words, names))
    const [figure] = near
    if (
      !figure ||
      near.some((f) => plain(f.printed) !== plain(figure.printed)) ||
      (isKnown(own) && isKnown(plain(figure.printed)))
    )
      return []
    return [report(said, figure, figure.rowLabel)]
  })
}

const isNamed = ({ rowLabel, columnLabel }: Figure, words: readonly string[], names: readonly string[]): boolean => {
  const own = (rowLabel.match(/[A-Za-z][A-Za-z'’-]{2,}/g) ?? [])
    .map(stemOf)
    .filter((word) => !/^(?:total|all|and|the|for|from)$/.test(word))
  const head = (columnLabel.match(/[A-Za-z][A-Za-z'’-]{2,}/g) ?? []).map(stemOf)
  return own.length > 0
    ? own.filter((word) => words.includes(word)).length >= Math.max(1, own.length / 2)
    : // A total is told by the name of its column alone.
      names.length === 1 && head.includes(names[0]!)
}

function report(
  a: { printed: string; place: Said['place'] },
  b: { printed: string; place: Said['place'] },
  name: string,
): Finding {
  return finding({
    kind: 'same-quantity',
    severity: 'serious',
    confidence: digitsOf(a.printed) >= 4 ? 0.8 : 0.7,
    zh: `“${name}”一处为 ${a.printed}，另一处为 ${b.printed}`,
    en: `"${name}" is ${a.printed} in one place and ${b.printed} in another`,
    arithmetic: `${a.printed} ≠ ${b.printed}`,
    values: [a.printed, b.printed],
    places: [a.place, b.place],
    explanations: [EXPLANATIONS.period, EXPLANATIONS.scope],
  })
}

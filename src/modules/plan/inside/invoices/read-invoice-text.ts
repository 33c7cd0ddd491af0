import { amountOf, codeOf, dayOf, type InvoiceFacts, nameOf, NOTHING, numberOf } from './invoice-facts.ts'
import type { PlacedText } from './placed-text.ts'

/** Pieces of one line of print, from left to right. */
interface Line {
  readonly y: number
  readonly pieces: readonly PlacedText[]
  readonly text: string
}

/** Labels that end what stands before them on a line. */
const LABEL =
  /名称[:：]|统一社会信用代码|纳税人识别号|开票日期|发票号码|发票代码|地址|电话|开户行|购买方|销售方|校验码|机器编号/

/**
 * Reads what is printed on an invoice: by its labels, and by where they stand. The buyer’s name is to the left of the
 * seller’s (fully digital invoices), or above it (older ones).
 */
export function readInvoiceText(placed: readonly PlacedText[]): InvoiceFacts {
  const first = placed.filter(({ page, text }) => page === 1 && text.trim() !== '')
  if (first.length === 0) return NOTHING
  const lines = linesOf(first)
  const whole = lines
    .map(({ text }) => text)
    .join('\n')
    .normalize('NFKC')
  const compact = lines.map(({ text }) => text.normalize('NFKC').replaceAll(/[^\S\n]/g, '')).join('\n')
  return {
    number: numberOf(/发票号码:?(\d{20}|\d{8})(?!\d)/.exec(compact)?.[1]) ?? loneNumber(first),
    code: codeOf(/发票代码:?(\d{12}|\d{10})(?!\d)/.exec(compact)?.[1]),
    issuedOn:
      dayOf(/开票日期:?\s*([^\n]{0,24})/.exec(whole)?.[1]) ??
      dayOf(/20\d\d\s*年\s*\d+\s*月\s*\d+\s*日/.exec(whole)?.[0]),
    amount: totalOf(compact),
    ...partiesOf(first, lines),
  }
}

/** Pieces whose middles lie in one line of print. */
function linesOf(placed: readonly PlacedText[]): Line[] {
  const sorted = placed.toSorted((a, b) => a.y - b.y)
  const groups: PlacedText[][] = []
  for (const piece of sorted) {
    const last = groups.at(-1)
    if (last && Math.abs(piece.y - last[0]!.y) <= Math.max(piece.height, last[0]!.height) * 0.6) last.push(piece)
    else groups.push([piece])
  }
  return groups.map((group) => {
    const pieces = joined(group.toSorted((a, b) => a.x - b.x))
    return { y: pieces[0]!.y, pieces, text: pieces.map(({ text }) => text).join(' ') }
  })
}

/** Older forms stretch the label over its column: 名 … 称. It is one label again. */
function joined(pieces: readonly PlacedText[]): PlacedText[] {
  return pieces.flatMap((piece, i) => {
    if (/名\s*$/.test(pieces[i - 1]?.text ?? '') && /^\s*称/.test(piece.text)) return []
    const next = pieces[i + 1]
    if (!next || !/名\s*$/.test(piece.text) || !/^\s*称/.test(next.text)) return [piece]
    return [{ ...piece, width: next.x + next.width - piece.x, text: piece.text.trimEnd() + next.text.trimStart() }]
  })
}

/** A number that stands by itself: labels of some printers are part of the form’s picture. */
const loneNumber = (placed: readonly PlacedText[]): string | null => {
  const found = placed
    .map(({ text }) => text.normalize('NFKC').replaceAll(/\s/g, ''))
    .filter((text) => /^\d{20}$/.test(text))
  return found.length === 1 ? found[0]! : null
}

/** 价税合计: behind （小写）, or else the largest amount with a yuan sign. */
function totalOf(compact: string): string | null {
  const named =
    /\(小写\)[:：]?[¥￥]?(-?[\d,]+\.\d\d)/.exec(compact) ?? /价税合计[^\n]*?[¥￥](-?[\d,]+\.\d\d)/.exec(compact)
  if (named) return amountOf(named[1])
  const all = [...compact.matchAll(/[¥￥](\d[\d,]*\.\d\d)/g)].map(([, amount]) => amountOf(amount)!)
  return all.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)).at(-1) ?? null
}

function partiesOf(placed: readonly PlacedText[], lines: readonly Line[]): Pick<InvoiceFacts, 'buyer' | 'seller'> {
  const named = lines.flatMap(({ y, pieces }) =>
    pieces.flatMap((piece, i) => {
      const text = piece.text.normalize('NFKC')
      // One piece of text may hold both names.
      const parts = [...text.matchAll(/名\s*称\s*[:：]\s*/g)]
      return parts.map((label, n) => {
        const start = label.index + label[0].length
        const end = parts[n + 1]?.index ?? text.length
        const own = cutAtLabel(text.slice(start, end))
        const x = piece.x + (piece.width * label.index) / Math.max(1, text.length)
        return { x, y, name: nameOf(own) ?? (n === parts.length - 1 ? nextTo(pieces, i) : null) }
      })
    }),
  )
  const known = named.filter(({ name }) => name !== null)
  const [one, two] = known
  if (!one || !two) return { buyer: null, seller: one ? sellerAlone(placed, one) : null }
  // Side by side, or one above the other: a page is as wide as its text.
  const width = Math.max(...placed.map(({ x, width: w }) => x + w)) - Math.min(...placed.map(({ x }) => x))
  const sideBySide = Math.abs(one.x - two.x) > width * 0.2
  const [buyer, seller] = [one, two].toSorted((a, b) => (sideBySide ? a.x - b.x : a.y - b.y))
  return { buyer: buyer!.name, seller: seller!.name }
}

const cutAtLabel = (text: string) => text.split(LABEL)[0]!

/** What is printed behind a label: the pieces up to the next label. */
function nextTo(pieces: readonly PlacedText[], at: number): string | null {
  const following: string[] = []
  for (const { text } of pieces.slice(at + 1)) {
    if (LABEL.test(text.normalize('NFKC').replaceAll(/\s/g, ''))) break
    // Letters of “buyer information” and “seller information” stand upright beside the names, one by one.
    if ([...text.trim()].length > 1) following.push(text.trim())
  }
  return nameOf(following[0])
}

/** The only name on the page is the seller’s when it stands in the right half. */
function sellerAlone(placed: readonly PlacedText[], { x, name }: { readonly x: number; readonly name: string | null }) {
  const left = Math.min(...placed.map((piece) => piece.x))
  const right = Math.max(...placed.map((piece) => piece.x + piece.width))
  return x > (left + right) / 2 ? name : null
}

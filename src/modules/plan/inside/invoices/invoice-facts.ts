/** What an invoice says of itself; null where it does not say. Amounts are decimal strings in yuan. */
export interface InvoiceFacts {
  readonly number: string | null
  readonly code: string | null
  /** YYYY-MM-DD */
  readonly issuedOn: string | null
  /** With tax. */
  readonly amount: string | null
  readonly seller: string | null
  readonly buyer: string | null
}

export const NOTHING: InvoiceFacts = {
  number: null,
  code: null,
  issuedOn: null,
  amount: null,
  seller: null,
  buyer: null,
}

/** The first of several readings that knows each fact. */
export const together = (...readings: readonly InvoiceFacts[]): InvoiceFacts => {
  const first = (name: keyof InvoiceFacts) =>
    readings.map((reading) => reading[name]).find((value) => value !== null) ?? null
  return {
    number: first('number'),
    code: first('code'),
    issuedOn: first('issuedOn'),
    amount: first('amount'),
    seller: first('seller'),
    buyer: first('buyer'),
  }
}

/** Full-width digits and signs as plain ones, without blanks. */
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

/** Digits of an invoice number: 8 on older invoices, 20 on fully digital ones. */
export function numberOf(text: string | null | undefined): string | null {
  const digits = plain(text ?? '')
  return /^(\d{8}|\d{20})$/.test(digits) ? digits : null
}

/** Digits of an invoice code: 10 or 12. */
export function codeOf(text: string | null | undefined): string | null {
  const digits = plain(text ?? '')
  return /^(\d{10}|\d{12})$/.test(digits) ? digits : null
}

/** A day in any of the ways invoices write it: 2024年03月15日, 2024-03-15T10:00:00, 20240315, 2024 03 15. */
export function dayOf(text: string | null | undefined): string | null {
  const found =
    /(?<!\d)(20\d\d)\s*[年./ -]\s*(\d{1,2})\s*[月./ -]\s*(\d{1,2})(?!\d)/.exec((text ?? '').normalize('NFKC')) ??
    /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d{3})/.exec(plain(text ?? ''))
  if (!found) return null
  const [, year, month = '', day = ''] = found
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date ? null : date
}

/** Yuan with two decimals: ¥1,234.50 gives 1234.50. */
export function amountOf(text: string | null | undefined): string | null {
  const found = /^[¥￥Y]?(-?\d[\d,]*)(?:\.(\d{1,2}))?元?$/.exec(plain(text ?? ''))
  if (!found) return null
  const [, whole = '', cents = ''] = found
  return `${whole.replaceAll(',', '')}.${cents.padEnd(2, '0')}`
}

/** A name without blanks at its ends; null where nothing is left. */
export const nameOf = (text: string | null | undefined): string | null => {
  const name = (text ?? '').normalize('NFC').trim()
  return name === '' ? null : name.slice(0, 120)
}

import { fenOf } from './sum-of.ts'

/** What of an invoice is typed, or read from its file. */
export interface TypedInvoice {
  readonly number: string
  readonly code: string
  readonly issuedOn: string
  readonly amount: string
}
type Field = keyof TypedInvoice

/** Why an invoice cannot stay as it is, and what is merely unusual: keys of texts, by field. */
export interface InvoiceCheck {
  readonly wrong: Partial<Record<Field, 'form.bad-amount' | 'form.no-amount' | 'form.twice'>>
  readonly odd: Partial<Record<Field, 'form.odd-number' | 'form.odd-code' | 'form.odd-day' | 'form.odd-year'>>
}

/** Digits alone: a number with blanks or in full width is the same number. */
const digits = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

/**
 * Checks an invoice while it is typed; what is empty is not found fault with until it is sent. Numbers of VAT invoices
 * have 8 digits, those of fully digital ones 20; other papers have others, so that is only said.
 * @param others the other invoices of the claim
 * @param day today, YYYY-MM-DD
 * @param year of the claim
 */
export function checkInvoice(
  { number, code, issuedOn, amount }: TypedInvoice,
  others: readonly TypedInvoice[],
  day: string,
  year: string,
): InvoiceCheck {
  const own = digits(number)
  const fen = fenOf(amount)
  const isTwice = own !== '' && others.some((one) => digits(one.number) === own && digits(one.code) === digits(code))
  return {
    wrong: {
      ...(amount.trim() !== '' && fen === null ? { amount: 'form.bad-amount' as const } : {}),
      ...(fen === 0n ? { amount: 'form.no-amount' as const } : {}),
      ...(isTwice ? { number: 'form.twice' as const } : {}),
    },
    odd: {
      ...(own !== '' && !/^(\d{8}|\d{20})$/.test(own) ? { number: 'form.odd-number' as const } : {}),
      ...(code.trim() !== '' && !/^(\d{10}|\d{12})$/.test(digits(code)) ? { code: 'form.odd-code' as const } : {}),
      ...(issuedOn > day
        ? { issuedOn: 'form.odd-day' as const }
        : issuedOn !== '' && year !== '' && !issuedOn.startsWith(year)
          ? { issuedOn: 'form.odd-year' as const }
          : {}),
    },
  }
}

import { amountOf, codeOf, dayOf, type InvoiceFacts, NOTHING, numberOf } from './invoice-facts.ts'

/** What the two-dimensional code of a VAT invoice says. */
export interface InvoiceCode {
  readonly facts: InvoiceFacts
  readonly kind: 'digital' | 'electronic' | 'paper'
  /** Yuan before tax, which older invoices state instead of the amount with tax. */
  readonly net: string | null
}

/** Kinds of invoices by their number in the code that have no paper of their own; 31 and 32 are fully digital. */
const ELECTRONIC: ReadonlySet<string> = new Set(['08', '10', '14', '20'])

/**
 * Reads the text of an invoice's code: `01,kind,code,number,amount,YYYYMMDD,check code,…`. Fully digital invoices have no
 * code, a number of 20 digits, and state the amount with tax; older ones state it before tax.
 * @returns null where it is some other code
 */
export function readInvoiceCode(text: string): InvoiceCode | null {
  const [version, type = '', code, no, amount, day] = text.split(',').map((part) => part.trim())
  const number = numberOf(no)
  if (version !== '01' || !/^\d\d$/.test(type) || number === null) return null
  const isDigital = number.length === 20
  const stated = amountOf(amount)
  return {
    facts: { ...NOTHING, number, code: codeOf(code), issuedOn: dayOf(day), amount: isDigital ? stated : null },
    kind: isDigital ? 'digital' : ELECTRONIC.has(type) ? 'electronic' : 'paper',
    net: isDigital ? null : stated,
  }
}

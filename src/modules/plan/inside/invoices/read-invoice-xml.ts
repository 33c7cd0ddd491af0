import { xmlText } from '../../../../engine/sheets/xml-text.ts'
import { amountOf, codeOf, dayOf, type InvoiceFacts, nameOf, numberOf } from './invoice-facts.ts'

/**
 * Elements by which invoices in XML say each fact, the most certain first: those of fully digital invoices
 * (数电票 EInvoice) and those of the electronic invoice standard of 2019 (GB/T 36609 as eInvoice, also inside OFD).
 */
const TAGS = {
  number: ['InvoiceNumber', 'EIid', 'InvoiceNo', 'Fphm', 'fphm'],
  code: ['InvoiceCode', 'Fpdm', 'fpdm'],
  issuedOn: ['IssueTime', 'IssueDate', 'RequestTime', 'Kprq', 'kprq'],
  amount: ['TotalTax-includedAmount', 'TaxInclusiveTotalAmount', 'TotalAmount', 'Jshj', 'jshj'],
  seller: ['SellerName', 'Xfmc', 'xfmc'],
  buyer: ['BuyerName', 'Gfmc', 'gfmc'],
} as const

/** The text of the first element of a name that has any, whatever its prefix. Entities are resolved, none is fetched. */
function textOf(xml: string, name: string): string | null {
  const pattern = new RegExp(
    `<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?>([^<]*(?:<!\\[CDATA\\[[\\s\\S]*?\\]\\]>)?[^<]*)</`,
    'g',
  )
  for (const [, inner = ''] of xml.matchAll(pattern)) {
    const text = xmlText(inner).trim()
    if (text !== '') return text
  }
  return null
}

/** Reads what an invoice in XML says. A fact that is not there, or is not well formed, is null. */
export function readInvoiceXml(xml: string): InvoiceFacts {
  const first = <T>(names: readonly string[], read: (text: string | null) => T | null): T | null =>
    names.map((name) => read(textOf(xml, name))).find((value) => value !== null) ?? null
  return {
    number: first(TAGS.number, numberOf),
    code: first(TAGS.code, codeOf),
    issuedOn: first(TAGS.issuedOn, dayOf),
    amount: first(TAGS.amount, amountOf),
    seller: first(TAGS.seller, nameOf),
    buyer: first(TAGS.buyer, nameOf),
  }
}

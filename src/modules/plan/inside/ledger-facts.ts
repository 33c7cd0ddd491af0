import type { Field } from '../../../language/fields.ts'
import type { Label } from '../../../language/label.ts'
import type { AnyRegister } from '../../../language/register.ts'
import type { WireRecord } from '../../../language/wire.ts'
import type { WireLedgerEntry } from '../wire-run.ts'
import { factsIn } from './agenda-reasons.ts'

const MOST = 4
/** Amounts first, then words; a number without a unit says nothing by itself. */
const ORDER: readonly string[] = ['money', 'decimal', 'integer', 'long-text', 'choice', 'date', 'text']
const LONGEST = 120

/** What a record says that is worth a line of the ledger: amounts, per cents, choices and words; not what it belongs to. */
export function factsOf(register: AnyRegister, record: WireRecord): WireLedgerEntry['facts'] {
  return Object.entries(register.fields)
    .filter(([name, field]) => name !== register.title && !field.derived && !record.masked.includes(name))
    .toSorted(([, a], [, b]) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .flatMap(([name, field]) => {
      const value = record.values[name]
      // An agenda keeps its reasons in Chinese sentences that can be said in English.
      const isAgenda = register.name === 'plan-decisions' && name === 'facts' && typeof value === 'string'
      const text = isAgenda ? { zh: cut(value), en: cut(factsIn(value, 'en')) } : textOf(field, value)
      return text ? [{ label: field.label, text }] : []
    })
    .slice(0, MOST)
}

function textOf(field: Field, value: unknown): Label | null {
  if (value === null || value === undefined || value === '') return null
  switch (field.kind) {
    case 'money':
      return field.unit === 'ten-thousand-yuan'
        ? { zh: `${String(value)} 万元`, en: `${String(value)} × 10,000 yuan` }
        : { zh: `${String(value)} 元`, en: `${String(value)} yuan` }
    case 'integer':
      return field.unit === undefined
        ? null
        : { zh: `${String(value)}${field.unit.zh}`, en: `${String(value)} ${field.unit.en}` }
    case 'decimal':
      return {
        zh: `${plain(String(value))}${field.unit?.zh ?? ''}`,
        en: `${plain(String(value))} ${field.unit?.en ?? ''}`.trim(),
      }
    case 'choice':
      return field.codes.values[String(value)] ?? same(String(value))
    case 'text':
    case 'long-text':
    case 'date':
      return same(cut(String(value)))
    default:
      return null
  }
}

/** "40.0000" → "40". */
const plain = (number: string) => (number.includes('.') ? number.replace(/\.?0+$/, '') : number)
const cut = (text: string) => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text)
const same = (text: string): Label => ({ zh: text, en: text })

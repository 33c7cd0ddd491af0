import { decimalsOf } from '../../fields/money/rule.ts'
import { ruleOf } from '../../fields/rules.ts'
import type { Field } from '../../language/fields.ts'
import type { Label, Lang } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { ColumnKind, SheetColumn, WriteCell } from '../sheets/sheet-spec.ts'

/** The unit that figures of a field are counted in. */
export function unitLabel(field: Field): Label | undefined {
  if (field.kind === 'money')
    return field.unit === 'ten-thousand-yuan' ? { zh: '万元', en: '10,000 yuan' } : { zh: '元', en: 'yuan' }
  return field.kind === 'integer' || field.kind === 'decimal' ? field.unit : undefined
}

/** A field's header: its label, its unit in brackets, its name where another field has the same label. */
export function headerOf(register: AnyRegister, name: string, lang: Lang): string {
  const field = register.fields[name]!
  const label = field.label[lang]
  const isShared = Object.entries(register.fields).some(([other, f]) => other !== name && f.label[lang] === label)
  const unit = unitLabel(field)?.[lang]
  const inBrackets = isShared ? name : unit
  return inBrackets === undefined ? label : lang === 'zh' ? `${label}（${inBrackets}）` : `${label} (${inBrackets})`
}

const KINDS: Partial<Record<Field['kind'], ColumnKind>> = {
  integer: 'integer',
  decimal: 'decimal',
  money: 'decimal',
  date: 'date',
  'yes-no': 'yes-no',
}
const WIDTHS: Partial<Record<Field['kind'], number>> = {
  'long-text': 40,
  integer: 10,
  decimal: 12,
  money: 14,
  date: 12,
  'date-time': 20,
  time: 10,
  month: 10,
  'yes-no': 8,
  'identity-number': 20,
  phone: 15,
  files: 30,
}

/** A field as a column of a sheet. */
export function fieldColumn(register: AnyRegister, name: string, lang: Lang): SheetColumn {
  const field = register.fields[name]!
  const header = headerOf(register, name, lang)
  const headerWidth = [...header].reduce((width, c) => width + (c.charCodeAt(0) > 255 ? 2 : 1), 3)
  const decimals = field.kind === 'decimal' ? field.decimals : field.kind === 'money' ? decimalsOf(field) : undefined
  return {
    header,
    kind: KINDS[field.kind] ?? 'text',
    width: Math.max(WIDTHS[field.kind] ?? 18, headerWidth),
    ...(decimals === undefined ? {} : { decimals }),
  }
}

/** Words for true and false on a sheet in this language. */
export const yesNoIn = (lang: Lang): readonly [string, string] => (lang === 'zh' ? ['是', '否'] : ['Yes', 'No'])

/** Writes a field's values into cells, so that `importing` reads the same value. References come as their texts. */
export function cellWriter(field: Field, lang: Lang): (value: unknown) => WriteCell {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'money':
    case 'yes-no':
      return (value) => (value ?? null) as WriteCell
    case 'choice':
    case 'region':
    case 'period':
    case 'month':
      return remembered((value) => ruleOf(field).write(value as never, field, lang))
    default: {
      const rule = ruleOf(field)
      return (value) => (value === null || value === undefined ? null : rule.write(value as never, field, lang))
    }
  }
}

const REMEMBERED = 5000

/** Few values come again and again, and looking one up in its list takes longer than remembering it. */
function remembered(write: (value: unknown) => WriteCell): (value: unknown) => WriteCell {
  const known = new Map<unknown, WriteCell>()
  return (value) => {
    if (value === null || value === undefined) return null
    let cell = known.get(value)
    if (cell === undefined) {
      cell = write(value)
      if (known.size < REMEMBERED) known.set(value, cell)
    }
    return cell
  }
}

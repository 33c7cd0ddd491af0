import { halfWidth } from '../../fields/rule.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { headerOf } from '../exporting/field-column.ts'
import { RECORD_COLUMNS } from '../exporting/open-export.ts'
import { mayReadField } from '../records/allowed.ts'

/** The column that the list of problems adds; read back, it says nothing. */
export const PROBLEM_COLUMN = { zh: '问题', en: 'Problems' } as const

export interface Match {
  /** For each column of the sheet the field it fills, or null. */
  readonly fields: readonly (string | null)[]
  /** Columns of fields that a sheet cannot fill, and why. */
  readonly ignored: readonly { readonly column: string; readonly message: Label }[]
  readonly unknown: readonly string[]
  /** Fields that the sheet leaves as they are. */
  readonly missing: readonly string[]
  /** Columns that mean a field another column fills already. */
  readonly twice: readonly { readonly column: string; readonly first: string }[]
}

/** Fields that a sheet may fill, in the order of the declaration. */
export const importableFields = (register: AnyRegister, actor: Actor): string[] =>
  Object.keys(register.fields).filter((name) => whyNot(register, actor, name) === null)

function whyNot(register: AnyRegister, actor: Actor, name: string): Label | null {
  const field = register.fields[name]!
  if (field.derived) return { zh: '由系统计算，不从表格读取', en: 'computed, not read from the sheet' }
  if (field.kind === 'files') return { zh: '文件请在记录中上传', en: 'files are uploaded in the record' }
  return mayReadField(register, actor, name)
    ? null
    : { zh: '您没有填写这一项的权限', en: 'you may not fill this field' }
}

/** Finds the field that each header means: by label in either language or name, in any order; units in brackets do not matter. */
export function matchHeaders(register: AnyRegister, actor: Actor, headers: readonly string[]): Match {
  const names = namesOf(register)
  const fields: (string | null)[] = []
  const ignored: { column: string; message: Label }[] = []
  const unknown: string[] = []
  const twice: { column: string; first: string }[] = []
  const taken = new Map<string, string>()
  for (const [index, header] of headers.entries()) {
    const name = names.get(plain(header)) ?? names.get(withoutBrackets(header))
    const column = header === '' ? `（第 ${index + 1} 列无表头）` : header
    let fills: string | null = null
    if (name === undefined) unknown.push(column)
    else if (name !== OWN) {
      const why = whyNot(register, actor, name)
      const first = taken.get(name)
      if (first !== undefined) twice.push({ column, first })
      else if (why) ignored.push({ column, message: why })
      else fills = name
      taken.set(name, first ?? column)
    }
    fields.push(fills)
  }
  const missing = importableFields(register, actor).filter((name) => !fields.includes(name))
  return { fields, ignored, unknown, missing, twice }
}

/** Stands for columns that an export adds and an import passes over. */
const OWN = ''

/** Everything a header may say, in the plainest writing. What two fields could mean, means neither. */
function namesOf(register: AnyRegister): Map<string, string> {
  const names = new Map<string, string>()
  // The most exact writing first: what it says is never overruled by a looser reading of another field.
  const readings: readonly ((name: string) => readonly string[])[] = [
    (name) => [plain(headerOf(register, name, 'zh')), plain(headerOf(register, name, 'en'))],
    (name) => [plain(register.fields[name]!.label.zh), plain(register.fields[name]!.label.en)],
    (name) => [plain(name)],
    (name) => [withoutBrackets(register.fields[name]!.label.zh), withoutBrackets(register.fields[name]!.label.en)],
  ]
  for (const reading of readings) {
    const meant = new Map<string, Set<string>>()
    for (const name of Object.keys(register.fields))
      for (const text of reading(name))
        if (text !== '' && !names.has(text)) meant.set(text, (meant.get(text) ?? new Set()).add(name))
    for (const [text, [name, another]] of meant) if (name !== undefined && another === undefined) names.set(text, name)
  }
  for (const label of [...Object.values(RECORD_COLUMNS), PROBLEM_COLUMN])
    for (const text of [plain(label.zh), plain(label.en)]) if (!names.has(text)) names.set(text, OWN)
  return names
}

const plain = (text: string) =>
  halfWidth(text)
    .replace(/[\s*＊]+/g, '')
    .toLowerCase()
const withoutBrackets = (text: string) => plain(text).replace(/[([【〔].*?[)\]】〕]/g, '')

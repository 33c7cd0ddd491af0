import { Decimal } from 'decimal.js'
import { regionName } from '../../fields/region/regions.ts'
import { ruleOf } from '../../fields/rules.ts'
import type { Field, FileRef } from '../../language/fields.ts'
import type { Column, Piece } from '../../language/standard.ts'

/** A column's type taken apart: "N20,1" is a number of at most 20 digits, 1 of them after the point. */
export interface ColumnType {
  readonly type: 'C' | 'N' | 'T' | 'M'
  readonly length: number
  readonly decimals: number
}

const MONEY_DECIMALS = 2

export function typeOf([, , , text]: Column): ColumnType {
  const [length = '', decimals] = text.slice(1).split(',')
  const type = text[0] as ColumnType['type']
  return { type, length: Number(length), decimals: decimals ? Number(decimals) : type === 'M' ? MONEY_DECIMALS : 0 }
}

/**
 * One value as the standard writes it: days as YYYYMMDD, yes as 1, choices by their official code, money in 元.
 * @param value a value as records hold it, not empty
 * @param piece the part or form that the column wants, if it says so
 */
export function officialText(value: unknown, field: Field, column: Column, piece?: Piece): string {
  const { type, length, decimals } = typeOf(column)
  switch (field.kind) {
    case 'date':
      return digitsOf(`${value as string}T00:00:00`, length, piece ?? 'date')
    case 'date-time':
      return digitsOf(value as string, length, piece)
    case 'month':
      return digitsOf(`${value as string}-01T00:00:00`, length, piece ?? 'month')
    case 'time':
      return (value as string).replaceAll(':', '')
    case 'yes-no':
      return value === true ? '1' : '0'
    case 'integer':
      return String(value)
    case 'decimal':
      return shortest(new Decimal(value as string), decimals)
    case 'money': {
      const yuan = new Decimal(value as string).times(field.unit === 'ten-thousand-yuan' ? 10_000 : 1)
      return shortest(yuan, type === 'M' ? MONEY_DECIMALS : decimals)
    }
    case 'period':
      // An edition is named after the year in which its school year ends.
      return length >= 9 && /^\d{4}$/.test(value as string) ? `${Number(value) - 1}-${value as string}` : String(value)
    case 'choice':
      return officialCode(value as string, field, column, piece)
    case 'choices':
      return (value as readonly string[]).map((one) => officialCode(one, field, column, piece)).join(',')
    case 'region':
      return regionText(value as string, piece)
    case 'files':
      return (value as readonly FileRef[]).map((file) => file.name).join(',')
    default:
      return ruleOf(field).write(value as never, field, 'zh')
  }
}

/** Digits only: YYYYMMDDhhmmss, or the part of it that is wanted or that fits. */
function digitsOf(moment: string, length: number, piece: Piece | undefined): string {
  const digits = moment.replace(/\D/g, '')
  if (piece === 'time') return digits.slice(8)
  if (piece === 'year' || length === 4) return digits.slice(0, 4)
  if (piece === 'month' && length < 8) return digits.slice(0, 6)
  if (length === 6) return digits.slice(0, 6)
  return length >= 14 && piece !== 'month' ? digits : digits.slice(0, 8)
}

/** Without the zeros that say nothing, down to the decimals of the column. */
function shortest(number: Decimal, decimals: number): string {
  return number.decimalPlaces() <= decimals ? number.toFixed() : number.toFixed(number.decimalPlaces())
}

function officialCode(
  value: string,
  { codes }: Field & { kind: 'choice' | 'choices' },
  [, , , , , , space]: Column,
  piece: Piece | undefined,
): string {
  if (piece === 'name' || space === undefined) return codes.values[value]?.zh ?? value
  return codes.official?.[value] ?? (typeof space === 'object' ? space.official?.[value] : undefined) ?? value
}

/** Municipalities have no city between them and their districts: their "市辖区" (XX01) stands for it. */
const MUNICIPALITIES = new Set(['11', '12', '31', '50'])

function regionText(code: string, piece: Piece | undefined): string {
  const province = `${code.slice(0, 2)}0000`
  const city = MUNICIPALITIES.has(code.slice(0, 2)) ? `${code.slice(0, 2)}0100` : `${code.slice(0, 4)}00`
  switch (piece) {
    case 'province-code':
      return province
    case 'province-name':
      return regionName(province) ?? province
    case 'city-code':
      return code.endsWith('0000') && !MUNICIPALITIES.has(code.slice(0, 2)) ? '' : city
    case 'city-name':
      if (MUNICIPALITIES.has(code.slice(0, 2))) return regionName(province) ?? province
      return code.endsWith('0000') ? '' : (regionName(city) ?? regionName(code) ?? '')
    case 'county-code':
      return code.endsWith('00') ? '' : code
    case 'county-name':
      return code.endsWith('00') ? '' : (regionName(code) ?? '')
    case 'name':
      return regionName(code) ?? code
    default:
      return code
  }
}

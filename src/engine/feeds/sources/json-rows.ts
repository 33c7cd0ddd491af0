import type { SheetCell } from '../../sheets/sheet.ts'

/** JSON in which every number stays the text that was written: 18 digits of an identity number are all there. */
export function parseExactly(text: string): unknown {
  const exactly = (_key: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value
  return JSON.parse(text.replace(/^\ufeff/, ''), exactly)
}

/** The value at a path: "data.list", "result.0.rows"; the whole for an empty path. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .filter((step) => step !== '')
    .reduce<unknown>(
      (at, step) =>
        at !== null && typeof at === 'object' && Object.hasOwn(at, step)
          ? (at as Record<string, unknown>)[step]
          : undefined,
      value,
    )
}

const DEEPEST = 4

/** A JSON object as one row: what lies within is named by its path, lists of plain values are joined. */
export function flattenRow(row: unknown): Readonly<Record<string, SheetCell>> {
  const cells: Record<string, SheetCell> = {}
  const put = (name: string, value: unknown, depth: number): void => {
    if (value === null || typeof value !== 'object') cells[name] = (value ?? null) as SheetCell
    else if (Array.isArray(value)) cells[name] = value.every(isPlain) ? value.join('、') : JSON.stringify(value)
    else if (depth === DEEPEST) cells[name] = JSON.stringify(value)
    else for (const [key, inner] of Object.entries(value)) put(name === '' ? key : `${name}.${key}`, inner, depth + 1)
  }
  if (row !== null && typeof row === 'object' && !Array.isArray(row)) put('', row, 0)
  else if (Array.isArray(row)) for (const [index, value] of row.entries()) put(String(index + 1), value, 1)
  else cells['1'] = row as SheetCell
  return cells
}

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object'

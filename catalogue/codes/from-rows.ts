import type { Label } from '../../src/language/label.ts'

/** The values of a long list from a table of facts: official value, our value, Chinese name, English name. */
export function fromRows(rows: readonly (readonly [official: string, value: string, zh: string, en: string])[]): {
  values: Record<string, Label>
  official: Record<string, string>
} {
  return {
    values: Object.fromEntries(rows.map(([, value, zh, en]) => [value, { zh, en }])),
    official: Object.fromEntries(rows.map(([official, value]) => [value, official])),
  }
}

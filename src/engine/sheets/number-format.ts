export type NumberFormat = 'number' | 'percent' | 'date' | 'time' | 'duration'

// Formats Excel does not spell out in the file (ECMA-376 part 1, 18.8.30), with the ones it reserves for Chinese.
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56])
const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** What a number format makes of a number, by its id and, for a format the workbook spells out, its code. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent'
    if (id === 46) return 'duration'
    if (TIMES.has(id)) return 'time'
    return DATES.has(id) ? 'date' : 'number'
  }
  const bare = code.replace(/"[^"]*"|\\.|[_*]./gs, '')
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return 'duration'
  const section = bare.replace(/\[[^\]]*\]/g, '').split(';')[0] ?? ''
  if (/^\s*(?:general|standard|g\/通用格式)\s*$/i.test(section)) return 'number'
  if (section.includes('%')) return 'percent'
  if (/[yd]/i.test(section) || /e(?![+-])/i.test(section)) return 'date'
  if (/[hs]/i.test(section)) return 'time'
  return /m/i.test(section) ? 'date' : 'number'
}

// 0, 0.00, #,##0, #,##0.00, 0%, 0.00% and the four for accounts, by their ids.
const SHOWN: Readonly<Record<number, number>> = { 1: 0, 2: 2, 3: 0, 4: 2, 9: 0, 10: 2, 37: 0, 38: 0, 39: 2, 40: 2 }

/** The decimals that a number format shows of a number or percentage; null when it shows what there is, or scales. */
export function shownDecimals(id: number, code: string | undefined): number | null {
  if (code === undefined) return SHOWN[id] ?? null
  const bare = code.replace(/"[^"]*"|\\.|[_*]./gs, '').replace(/\[[^\]]*\]/g, '')
  const section = bare.split(';')[0] ?? ''
  // General, powers of ten, fractions and thousands left out (0,) show something else than decimals.
  const digits = /^[^0#?.]*[#0?,]*[#0?]?(?:\.([#0?]*))?[^0#?.,]*$/.exec(section)
  if (!digits || !/[0#?]/.test(section) || /[eE][+-]|\/|,(?![#0?])/.test(section)) return null
  return digits[1]?.length ?? 0
}

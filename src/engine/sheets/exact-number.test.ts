import { describe, expect, it } from 'vitest'
import { exactNumber, exactPercent, fitsExcelNumber, shownNumber } from './exact-number.ts'
import { numberFormat, shownDecimals } from './number-format.ts'
import { dateToSerial, serialToClock, serialToDate } from './serial-date.ts'

describe('numbers as Excel shows them', () => {
  it.each([
    ['71.900000000000006', '71.9'],
    ['0.30000000000000004', '0.3'],
    ['1E-3', '0.001'],
    ['5.0', 5],
    ['1.0000000000000001E-5', '0.00001'],
    ['999999999999999', 999999999999999],
    ['1.23456789012346E+17', '123456789012346000'],
    ['123456789012345678', '123456789012345678'],
    ['-0', 0],
    ['-0.50', '-0.5'],
    ['.5', '0.5'],
    ['abc', 'abc'],
  ])('%s', (stored, shown) => {
    expect(exactNumber(stored)).toBe(shown)
  })

  it('percentages', () => {
    expect(exactPercent('0.07')).toBe('7%')
    expect(exactPercent('0.28999999999999998')).toBe('29%')
    expect(exactPercent('-1.5')).toBe('-150%')
  })

  it('as a cell shows it, with the decimals of its format', () => {
    const formats: [number, string | undefined, number | null][] = [
      [10, undefined, 2],
      [3, undefined, 0],
      [0, undefined, null],
      [164, '#,##0.0_ ;[Red]\\-#,##0.0\\ ', 1],
      [165, '0.00"万元"', 2],
      [166, '0.0,', null],
      [167, '0.00E+00', null],
      [168, '# ?/?', null],
      [169, 'General', null],
    ]
    expect(formats.map(([id, code]) => shownDecimals(id, code))).toEqual(formats.map(([, , decimals]) => decimals))
    expect(shownNumber('0.97249999999999', 2, true)).toBe('97.25%')
    expect(shownNumber('16.515', 2, false)).toBe('16.52')
    expect(shownNumber('88', 2, false)).toBe('88.00')
  })

  it('what Excel holds exactly', () => {
    expect(['0', '-5.10', '123456789012345', '1000000000000000000'].every(fitsExcelNumber)).toBe(true)
    expect(['007', '1e5', '1234567890123456', '', '+1', 'NaN', '--1', '1.'].some(fitsExcelNumber)).toBe(false)
  })
})

describe('dates', () => {
  it('knows the false leap day of 1900 and the 1904 system', () => {
    expect([1, 59, 60, 61, 0].map((serial) => serialToDate(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
      undefined,
    ])
    expect(serialToDate(0, true)).toBe('1904-01-01')
    expect(serialToDate(45_351.999_999_9, false)).toBe('2024-03-01')
    expect(serialToDate(3_000_000, false)).toBeUndefined()
    expect(serialToClock(1.5)).toBe('36:00:00')
    expect([dateToSerial('1900-03-01'), dateToSerial('1900-02-28'), dateToSerial('2023-02-29')]).toEqual([
      61,
      undefined,
      undefined,
    ])
  })

  it.each([
    ['yyyy"年"m"月"', 'date'],
    ['[$-804]aaaa;@', 'number'],
    ['[红色]0.00;[h]', 'duration'],
    ['0.00E+00', 'number'],
    ['#,##0 "days"', 'number'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['0.0%', 'percent'],
    ['[Red]0', 'number'],
    ['General', 'number'],
    ['mmm-yy', 'date'],
    ['mm:ss.0', 'time'],
  ])('format %s', (code, kind) => {
    expect(numberFormat(170, code)).toBe(kind)
  })
})

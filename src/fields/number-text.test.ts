import { describe, expect, it } from 'vitest'
import { groupDigits, ungroupDigits } from './number-text.ts'

describe('digits', () => {
  it('are grouped by thousands without losing one', () => {
    expect(groupDigits('12345678901234567890.10')).toBe('12,345,678,901,234,567,890.10')
    expect(groupDigits('-1234')).toBe('-1,234')
    expect(groupDigits('999')).toBe('999')
  })
  it('are read as people paste them', () => {
    expect(ungroupDigits('１２，３４５．６')).toBe('12345.6')
    expect(ungroupDigits(' 1,234 ')).toBe('1234')
  })
})

import { expect, it } from 'vitest'
import { cronText } from './cron-text-of.ts'

it('says plain times in words, and leaves the rest as it is', () => {
  expect(cronText('20 3 * * *', 'zh')).toBe('每天 03:20')
  expect(cronText('0 8,13 * * *', 'en')).toBe('Every day at 08:00, 13:00')
  expect(cronText('*/5 8 * * 1', 'zh')).toBe('*/5 8 * * 1')
})

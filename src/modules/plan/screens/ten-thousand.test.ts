import { expect, it } from 'vitest'
import { tenThousand } from './ten-thousand.ts'

it('prints yuan as ten thousands, exactly', () => {
  expect(['94790000.00', '92453700', '49.99', '50.00', '-1234567.89', '-1.00', '0'].map(tenThousand)).toEqual([
    '9,479.00',
    '9,245.37',
    '0.00',
    '0.01',
    '-123.46',
    '0.00',
    '0.00',
  ])
})

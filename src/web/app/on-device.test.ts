import { expect, it } from 'vitest'
import { draftKeys } from './on-device.ts'

it('unsaved texts of sections are those of the account alone, and nothing else is taken for one', () => {
  const kept = ['jiangxin.lang', 'jiangxin.section.a.1', 'jiangxin.section.b.2', 'jiangxin.section.a.3', 'other']
  const store = { length: kept.length, key: (i: number) => kept[i] ?? null }
  expect(draftKeys({ id: 'a' }, store)).toEqual(['jiangxin.section.a.1', 'jiangxin.section.a.3'])
  expect(draftKeys({ id: 'ab' }, store)).toEqual([])
})

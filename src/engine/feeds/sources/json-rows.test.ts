import { expect, it } from 'vitest'
import { flattenRow, parseExactly, valueAt } from './json-rows.ts'

it('keeps every digit of a number', () => {
  const answer = parseExactly(
    '\ufeff{"data":{"list":[{"id":110105199003070012345,"rate":0.10,"ok":true,"none":null}]}}',
  )
  expect(valueAt(answer, 'data.list')).toEqual([{ id: '110105199003070012345', rate: '0.10', ok: true, none: null }])
  expect(valueAt(answer, 'data.rows')).toBeUndefined()
  expect(valueAt([1], '')).toEqual([1])
})

it('names what lies within by its path', () => {
  expect(flattenRow({ a: { b: 'x', c: { d: true } }, tags: ['u', 'v'], more: [{ e: 'y' }] })).toEqual({
    'a.b': 'x',
    'a.c.d': true,
    tags: 'u、v',
    more: '[{"e":"y"}]',
  })
  expect(flattenRow(['x', 'y'])).toEqual({ '1': 'x', '2': 'y' })
})

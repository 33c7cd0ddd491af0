import { expect, it } from 'vitest'
import { cronOf, suggestedMapping, valuesOf, valuesText, whenOf, withField } from './feed-draft.ts'

it('reads the usual times out of cron and writes them back', () => {
  for (const cron of [null, '0 * * * *', '30 1 * * *', '5 23 * * 1']) {
    const when = whenOf(cron)
    expect(cronOf(when.kind, 'at' in when ? when.at : '', cron)).toBe(cron)
  }
  expect(whenOf('30 1 * * *')).toEqual({ kind: 'day', at: '01:30' })
  expect(whenOf('*/5 * 1 * *')).toEqual({ kind: 'other' })
})

it('writes values a line each, whatever the sign of equality', () => {
  expect(valuesOf('1=hand\n2 ＝ power\n\nnonsense\n=x\n3=')).toEqual({ '1': 'hand', '2': 'power', '3': '' })
  expect(valuesOf(valuesText({ a: 'b', c: 'd=e' }))).toEqual({ a: 'b', c: 'd=e' })
})

it('takes suggestions only where nothing was chosen, and fills a field once', () => {
  const columns = [
    { column: 'XH', field: 'number', values: null },
    { column: 'XBM', field: 'sex', values: { '1': 'male' } },
    { column: 'x', field: null, values: null },
  ]
  const mapping = suggestedMapping([], columns)
  expect(mapping).toEqual([
    { column: 'XH', field: 'number' },
    { column: 'XBM', field: 'sex', values: { '1': 'male' } },
  ])
  expect(suggestedMapping([{ column: 'x', field: 'name' }], columns)).toEqual([{ column: 'x', field: 'name' }])
  expect(withField(mapping, 'x', 'sex')).toEqual([
    { column: 'XH', field: 'number' },
    { column: 'x', field: 'sex' },
  ])
  expect(withField(mapping, 'XH', null)).toEqual([mapping[1]])
})

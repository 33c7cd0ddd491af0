import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tools } from '../testing/college.ts'
import { queryText, searchText, wordsOf } from './search.ts'

describe('words', () => {
  it('are cut by dictionary, and a name is found by any of its characters', () => {
    expect(wordsOf('机械设计与制造 Design-01')).toEqual(
      expect.arrayContaining(['机械', '设计', '制造', 'design', '01']),
    )
    expect(searchText(tools, { name: '张示安' }).split(' ')).toEqual(expect.arrayContaining(['张', '示', '安']))
    expect(queryText('机械设计')).toContain(':*')
  })

  it('are never empty and hold no blank, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const text = searchText(tools, { name, number: 'A 1' })
        expect(text === '' || text.split(' ').every((w) => w !== '' && !/\s/u.test(w))).toBe(true)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tools } from '../testing/college.ts'
import { queryText, searchText, wordsOf } from './search.ts'

const COLLEGE = '01900000-0000-7000-8000-00000000a7c1'

describe('words', () => {
  it('are cut by dictionary, and a name is found by any of its characters', () => {
    expect(wordsOf('机械设计与制造 Design-01')).toEqual(
      expect.arrayContaining(['机械', '设计', '制造', 'design', '01']),
    )
    expect(searchText(COLLEGE, tools, { name: '张示安' }).split(' ')).toEqual(
      expect.arrayContaining(['a7c1张', 'a7c1示', 'a7c1安']),
    )
    expect(queryText(COLLEGE, '机械设计')).toMatch(/'a7c1[^']+':\*$/)
  })

  it('begin with the college, so that none is looked for among those of others', () => {
    expect(searchText(COLLEGE, tools, {})).toBe('')
    expect(queryText(COLLEGE, '—')).toBe('')
    for (const words of [
      searchText(COLLEGE, tools, { name: 'Design 机械' }).split(' '),
      queryText(COLLEGE, "o'b \\ c").split(' & '),
    ])
      for (const word of words) expect(word).toMatch(/^'?a7c1/)
  })

  it('are never empty and hold no blank, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const text = searchText(COLLEGE, tools, { name, number: 'A 1' })
        expect(text === '' || text.split(' ').every((w) => w !== '' && !/\s/u.test(w))).toBe(true)
      }),
    )
  })
})

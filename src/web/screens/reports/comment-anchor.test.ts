import { describe, expect, it } from 'vitest'
import { suggestedContent } from './accept-suggestion.ts'
import { findAnchor, makeAnchor, readAnchor, writeAnchor } from './comment-anchor.ts'

const runs = (...texts: string[]) => {
  let from = 1
  return texts.map((text) => {
    const run = { text, from }
    from += text.length + 2
    return run
  })
}

describe('the words of a comment', () => {
  const text = runs('学校有专业。', '学校重视专业建设，专业特色鲜明。')
  const second = text[1]!.from

  it('are found again', () => {
    const anchor = makeAnchor(text, second + 4, second + 6)!
    expect(anchor.quote).toBe('专业')
    expect(findAnchor(text, anchor)).toEqual({ from: second + 4, to: second + 6 })
  })

  it('are found again after others were written before them', () => {
    const anchor = makeAnchor(text, second + 9, second + 11)!
    const edited = runs('本年度，学校有专业。', '学校一贯重视专业建设，专业特色鲜明。')
    expect(findAnchor(edited, anchor)).toEqual({ from: edited[1]!.from + 11, to: edited[1]!.from + 13 })
  })

  it('are missed when they are gone', () => {
    const anchor = makeAnchor(text, second + 2, second + 4)!
    expect(findAnchor(runs('别的内容'), anchor)).toBeUndefined()
    expect(makeAnchor(text, second, second)).toBeUndefined()
  })

  it('travel as text, also plain', () => {
    const anchor = makeAnchor(text, second, second + 4)!
    expect(readAnchor(writeAnchor(anchor))).toEqual(anchor)
    expect(readAnchor('专业')).toEqual({ quote: '专业', before: '', after: '' })
    expect(readAnchor(null)).toBeUndefined()
  })
})

describe('a suggestion', () => {
  it('keeps the figures of the words it replaces', () => {
    const students = { type: 'figure', attrs: { code: 'students' } }
    expect(suggestedContent('现有在校生▢。', [students])).toEqual([
      { type: 'text', text: '现有在校生' },
      students,
      { type: 'text', text: '。' },
    ])
    expect(suggestedContent('没有数', [students])).toEqual([{ type: 'text', text: '没有数' }])
  })
})

import { describe, expect, it } from 'vitest'
import { findCircles } from './find-circles.ts'

const links = (...pairs: readonly string[]) => pairs.map((pair) => ({ from: pair[0]!, to: pair[1]! }))

describe('circles among links', () => {
  it('are none in a chain, nor where two ways meet', () => {
    expect(findCircles(links('ab', 'bc', 'ac', 'cd', 'bd'))).toEqual([])
  })

  it('are found once, whatever the order of the links', () => {
    expect(findCircles(links('ca', 'ab', 'bc'))).toEqual([['a', 'b', 'c']])
    expect(findCircles(links('bc', 'ab', 'ca', 'da', 'xd'))).toEqual([['a', 'b', 'c']])
  })

  it('are found each: of one, and two that do not touch', () => {
    expect(findCircles(links('aa'))).toEqual([['a']])
    expect(findCircles(links('ab', 'ba', 'cd', 'dc', 'bc'))).toEqual(
      expect.arrayContaining([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    )
  })

  it('are found in a chain longer than any stack', () => {
    const length = 20_000
    const chain = Array.from({ length }, (_, i) => ({ from: String(i), to: String((i + 1) % length) }))
    expect(findCircles(chain.slice(0, -1))).toEqual([])
    expect(findCircles(chain)[0]).toHaveLength(length)
  })
})

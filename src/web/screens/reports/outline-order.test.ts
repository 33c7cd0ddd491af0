import { describe, expect, it } from 'vitest'
import type { Move, Placed } from './outline-order.ts'
import { applyMove, branchOf, moveDeeper, moveDown, moveHigher, moveUp, numberSections } from './outline-order.ts'

const outline = (words: string) =>
  words.split(' ').map((word) => ({ id: word.slice(1), level: Number(word[0]), number: 'x' }))
const written = (sections: readonly Placed[]) => sections.map((one) => `${one.level}${one.id}`).join(' ')

const start = outline('1a 2b 3c 2d 1e 2f')
const after = (move: Move | undefined, id: string) => (move ? written(applyMove(start, id, move)) : undefined)

describe('moving sections', () => {
  it('takes everything below along', () => {
    expect(written(branchOf(start, 'a'))).toBe('1a 2b 3c 2d')
    expect(after(moveDown(start, 'a'), 'a')).toBe('1e 2f 1a 2b 3c 2d')
    expect(after(moveUp(start, 'e'), 'e')).toBe('1e 2f 1a 2b 3c 2d')
  })

  it('goes among siblings only', () => {
    expect(after(moveDown(start, 'b'), 'b')).toBe('1a 2d 2b 3c 1e 2f')
    expect(after(moveUp(start, 'd'), 'd')).toBe('1a 2d 2b 3c 1e 2f')
    expect(moveUp(start, 'a')).toBeUndefined()
    expect(moveDown(start, 'd')).toBeUndefined()
    expect(moveUp(start, 'c')).toBeUndefined()
  })

  it('goes one level down to the end of the sibling above', () => {
    expect(after(moveDeeper(start, 'd'), 'd')).toBe('1a 2b 3c 3d 1e 2f')
    expect(after(moveDeeper(start, 'e'), 'e')).toBe('1a 2b 3c 2d 2e 3f')
    expect(moveDeeper(start, 'b')).toBeUndefined()
    expect(moveDeeper(outline('1a 1b 2c 3d 4e'), 'b')).toBeUndefined()
  })

  it('goes one level up to behind what it was below', () => {
    expect(after(moveHigher(start, 'b'), 'b')).toBe('1a 2d 1b 2c 1e 2f')
    expect(after(moveHigher(start, 'c'), 'c')).toBe('1a 2b 2c 2d 1e 2f')
    expect(moveHigher(start, 'a')).toBeUndefined()
  })
})

describe('numbers', () => {
  it('follow from the place', () => {
    expect(numberSections(start)).toEqual(['1', '1.1', '1.1.1', '1.2', '2', '2.1'])
  })

  it('pass over front matter and what is below it', () => {
    const sections = outline('1preface 2note 1a 2b').map((one, index) => (index === 0 ? { ...one, number: '' } : one))
    expect(numberSections(sections)).toEqual(['', '', '1', '1.1'])
  })
})

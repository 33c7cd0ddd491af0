import { describe, expect, it } from 'vitest'
import { calibrate, type Review } from './calibrate.ts'
import { drawPeers } from './draw-peers.ts'

const people = (n: number) => Array.from({ length: n }, (_, i) => `s${i}`)

describe('who reviews whom', () => {
  it('is balanced, and nobody reviews themselves or anybody twice, for any number of people', () => {
    for (const size of [0, 1, 2, 3, 4, 5, 7, 25, 45])
      for (const each of [1, 2, 3, 4, 5]) {
        const drawn = drawPeers(people(size), each, `task ${size}`)
        const most = Math.min(each, Math.max(0, size - 1))
        expect(drawn).toHaveLength(size * most)
        expect(new Set(drawn.map(({ reviewer, author }) => `${reviewer} ${author}`)).size).toBe(drawn.length)
        expect(drawn.filter(({ reviewer, author }) => reviewer === author)).toEqual([])
        for (const who of people(size)) {
          expect(drawn.filter(({ reviewer }) => reviewer === who)).toHaveLength(most)
          expect(drawn.filter(({ author }) => author === who)).toHaveLength(most)
        }
      }
  })

  it('is drawn: another task gives others, the same task the same; where there are enough, none review each other', () => {
    const one = drawPeers(people(25), 3, 'one')
    expect(drawPeers(people(25), 3, 'one')).toEqual(one)
    expect(drawPeers(people(25), 3, 'two')).not.toEqual(one)
    expect(one.filter((a) => one.some((b) => b.reviewer === a.author && b.author === a.reviewer))).toEqual([])
  })
})

describe('what reviews suggest', () => {
  const review = (reviewer: string, author: string, score: number): Review => ({
    reviewer,
    author,
    score: String(score),
  })

  it('is the median, and nothing from a single review', () => {
    const fair = [review('a', 'x', 80), review('b', 'x', 82), review('c', 'x', 99), review('a', 'y', 70)]
    expect(calibrate(fair, '100').get('y')).toBeUndefined()
    expect(Number(calibrate(fair, '100').get('x'))).toBeGreaterThan(79)
    expect(Number(calibrate(fair, '100').get('x'))).toBeLessThan(88)
  })

  it('takes out that one of them always gives more', () => {
    const authors = people(8)
    const reviews = authors.flatMap((author) => [
      review('strict', author, 70),
      review('usual', author, 70),
      review('generous', author, 90),
    ])
    // Without calibration the generous one would pull the median of two up to 70.
    const pair = [...reviews, review('usual', 'late', 60), review('generous', 'late', 80)]
    expect(Number(calibrate(pair, '100').get('late'))).toBeLessThan(67)
    expect(calibrate(reviews, '100').get('s0')).toBe('70')
  })

  it('measures reviewers by the teacher where the teacher has graded', () => {
    const both = people(8).flatMap((author) => [review('a', author, 90), review('b', author, 90)])
    const teacher = new Map(people(6).map((author) => [author, '70']))
    expect(Number(calibrate(both, '100', teacher).get('s7'))).toBeLessThan(80)
    expect(calibrate(both, '100').get('s7')).toBe('90')
  })

  it('never leaves 0 to the maximum', () => {
    const low = people(5).flatMap((author) => [review('a', author, 0), review('b', author, 10), review('c', author, 5)])
    for (const score of calibrate(low, '10').values()) expect(Number(score)).toBeGreaterThanOrEqual(0)
  })
})

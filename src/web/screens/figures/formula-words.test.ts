import { describe, expect, it } from 'vitest'
import type { AnyFilter } from '../../../language/index.ts'
import { measuresOf } from '../../../language/index.ts'
import { catalogue } from '../../app/catalogue.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { fill } from '../../kit/use-texts.ts'
import type { ConditionWords } from './formula-words.ts'
import { filterWords } from './formula-words.ts'
import { figureTexts } from './texts.ts'
import type { SayFigure } from './use-figure-texts.ts'

const t: SayFigure = (key, parameters) => fill(figureTexts[key].en, parameters)
const speaker = { t, lang: 'en', window: { period: '2023', start: '2022-09-01', end: '2023-08-31' } } as const
const staff = catalogue.registers.get('staff')!
const wordsOf = (filter: AnyFilter) => filterWords(filter, staff, speaker)

describe('a formula in words', () => {
  it('names fields and codes by their labels and puts the dates of the edition in', () => {
    expect(
      wordsOf({ employedOn: { atMost: '@end' }, leftOn: { emptyOr: { over: '@end' } }, kind: 'full-time-teacher' }),
    ).toEqual([
      { field: staff.fields['employedOn']!.label.en, words: 'until 2023-08-31' },
      { field: staff.fields['leftOn']!.label.en, words: 'is empty, or after 2023-08-31' },
      { field: staff.fields['kind']!.label.en, words: 'is Full-time teacher' },
    ])
  })
  it('says alternatives, lists and emptiness', () => {
    expect(
      wordsOf({ anyOf: [{ leftOn: null }, { leftOn: { not: null } }], industryYears: { atLeast: 2, under: 5 } }),
    ).toEqual([
      {
        anyOf: [
          [{ field: expect.any(String), words: 'is empty' }],
          [{ field: expect.any(String), words: 'is filled' }],
        ],
      },
      { field: expect.any(String), words: 'at least 2, under 5' },
    ])
  })
  it('can say every filter of the catalogue, in full', () => {
    const flat = (one: ConditionWords): string[] => ('anyOf' in one ? one.anyOf.flat().flatMap(flat) : [one.words])
    for (const indicator of figuresCatalogue.indicators.values()) {
      const formulas =
        'entered' in indicator
          ? []
          : 'value' in indicator
            ? [indicator.value]
            : [indicator.numerator, indicator.denominator]
      for (const measure of formulas.flatMap(measuresOf)) {
        const words = filterWords(measure.where, catalogue.registers.get(measure.register)!, speaker).flatMap(flat)
        expect(
          words.filter((text) => /@|\[object|undefined|\{/.test(text) || text === ''),
          indicator.code,
        ).toEqual([])
      }
    }
  })
})

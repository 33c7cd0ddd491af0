import { describe, expect, it } from 'vitest'
import { declarations } from '../index.gen.ts'
import { readClassification } from './classification.ts'
import { majorCatalogue } from './major-catalogue.ts'
import { majorCategories } from './major-categories.ts'

const lists = declarations.codes ?? []
const official = lists.filter((list) => list.officialName)

describe.each(lists.map((list) => [list.name, list] as const))('code list %s', (_, list) => {
  const values = Object.entries(list.values)

  it('is labelled in both languages, value by value, and no two values look the same', () => {
    const labels = [list.label, ...values.map(([, label]) => label)]
    expect(labels.filter(({ zh, en }) => !zh.trim() || !en.trim() || zh.trim() !== zh || en.trim() !== en)).toEqual([])
    expect(new Set(values.map(([, { zh }]) => zh)).size).toBe(values.length)
    expect(new Set(values.map(([, { en }]) => en)).size).toBe(values.length)
  })

  it('names its values in kebab-case', () => {
    expect(values.map(([value]) => value).filter((value) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value))).toEqual([])
  })

  it('gives an official value to known values only, and none to two', () => {
    const given = Object.entries(list.official ?? {})
    expect(given.map(([value]) => value).filter((value) => !(value in list.values))).toEqual([])
    expect(new Set(given.map(([, code]) => code)).size).toBe(given.length)
  })
})

describe('the lists of the national data standard', () => {
  it('are 130, each with an official value for every value', () => {
    const ofStandard = official.filter((list) => /^[A-Z]+DM$/.test(list.officialName!))
    expect(new Set(ofStandard.map((list) => list.officialName)).size).toBe(130)
    expect(ofStandard).toHaveLength(130)
    const without = official.flatMap((list) =>
      Object.keys(list.values)
        .filter((value) => !list.official?.[value])
        .map((value) => `${list.name}: ${value}`),
    )
    expect(without).toEqual([])
  })

  it('have names of their own', () => {
    expect(new Set(lists.map((list) => list.name)).size).toBe(lists.length)
  })

  it('know places by digits and by letters', () => {
    const byName = (name: string) => lists.find((list) => list.name === name)!
    expect(byName('countries-and-areas').official).toMatchObject({
      germany: '276',
      mozambique: '508',
      palestine: '275',
    })
    expect(byName('countries-by-letters').official).toMatchObject({
      germany: 'DEU',
      mozambique: 'MOZ',
      palestine: 'PSE',
    })
    expect(byName('languages').official).toMatchObject({ dutch: 'nl', thai: 'th', finnish: 'fi' })
  })
})

describe('classifications', () => {
  it('have the catalogue of majors: categories, classes and majors, each below another', () => {
    const majors = readClassification(majorCatalogue)
    const digits = [...majors.keys()].map((code) => code.replace('K', ''))
    expect([2, 4, 6].map((n) => digits.filter((code) => code.length === n).length)).toEqual([19, 97, 800])
    expect(digits.filter((code) => code.length > 2 && !majors.has(code.slice(0, -2)))).toEqual([])
    const categories = Object.entries(majorCategories.official!)
    expect(
      categories.filter(([value, code]) => majors.get(code) !== majorCategories.values[value as 'law'].zh),
    ).toEqual([])
  })
})

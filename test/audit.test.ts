import { beforeAll, describe, expect, it } from 'vitest'
import { FINDING_KINDS, type FindingKind } from '../src/modules/audit/finding.ts'
import { cleanDocuments } from './audit-corpus/documents/index.ts'
import { slipsOf } from './audit-corpus/plant.ts'
import {
  type CleanScore,
  freshCorpora,
  type PlantScore,
  plants,
  scoreClean,
  scorePlants,
  strangerCorpus,
} from './audit-corpus/score.ts'

/** The audit on the corpus: the same documents and errors every time, so the counts are exact and may only get better. */
const FOUND: Readonly<Record<FindingKind, number>> = {
  'parts-and-whole': 25,
  total: 26,
  ratio: 26,
  percentage: 25,
  growth: 26,
  average: 21,
  truncation: 24,
  'same-quantity': 23,
  order: 23,
  'unit-magnitude': 25,
  'impossible-value': 25,
  numbering: 25,
  'year-on-year': 24,
  'catalogue-rule': 25,
}
const MOST_FALSE = 1
/** Of each kind, in the reports that were written later; fewer than in the bench, for the suite's sake. */
const FRESH_PER_KIND = 4
/** Of each kind, in the reports of strangers. */
const STRANGER_PER_KIND = 3

describe('the corpus', () => {
  it.each(cleanDocuments.map((made) => [made.name, made] as const))('%s contradicts itself nowhere', (_, made) => {
    expect(slipsOf(made)).toEqual([])
    if (made.lastYear) expect(slipsOf(made.lastYear)).toEqual([])
  })

  it('plants at least 300 errors, of every kind', () => {
    expect(plants.length).toBeGreaterThanOrEqual(300)
    expect(new Set(plants.map((plant) => plant.kind))).toEqual(new Set(FINDING_KINDS))
    expect(new Set(plants.map((plant) => plant.id)).size).toBe(plants.length)
  })
})

describe('the audit', () => {
  let clean: CleanScore[] = []
  let planted: PlantScore[] = []
  beforeAll(async () => {
    clean = await scoreClean()
    planted = await scorePlants(clean)
  })

  it('says nothing false of clean documents, nor of planted ones beside the error', () => {
    const said = [
      ...clean.flatMap(({ name, findings }) => findings.map((finding) => `${name}: ${finding.message.en}`)),
      ...planted.flatMap(({ plant, besides }) => besides.map((finding) => `${plant.id}: ${finding.message.en}`)),
    ]
    expect(said.length, said.join('\n')).toBeLessThanOrEqual(MOST_FALSE)
  })

  it.each(FINDING_KINDS)('finds errors of kind %s', (kind) => {
    const own = planted.filter((score) => score.plant.kind === kind)
    const missed = own.filter((score) => !score.isFound).map((score) => score.plant.id)
    expect(own.length - missed.length, missed.join('\n')).toBeGreaterThanOrEqual(FOUND[kind])
  })
})

describe.each(freshCorpora(FRESH_PER_KIND))('the audit on reports that are $name', ({ documents, plants: chosen }) => {
  it('finds nine errors of ten and says nearly nothing false', async () => {
    expect(documents.flatMap(slipsOf)).toEqual([])
    const clean = await scoreClean(documents)
    const planted = await scorePlants(clean, chosen)
    const missed = planted.filter((score) => !score.isFound).map((score) => score.plant.id)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(chosen.length / 10)
    const said = [...clean.flatMap(({ findings }) => findings), ...planted.flatMap(({ besides }) => besides)].map(
      (finding) => finding.message.en,
    )
    expect(said.length, said.join('\n')).toBeLessThanOrEqual(MOST_FALSE)
  })
})

describe('the audit on reports of strangers', () => {
  it('says nothing false of them, and finds most of their errors', async () => {
    const { documents, plants: chosen } = strangerCorpus(STRANGER_PER_KIND)
    expect(documents.flatMap(slipsOf)).toEqual([])
    const clean = await scoreClean(documents)
    expect(clean.flatMap(({ findings }) => findings.map((finding) => finding.message.en))).toEqual([])
    const missed = (await scorePlants(clean, chosen)).filter((score) => !score.isFound).map((score) => score.plant.id)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(chosen.length * 0.15)
  })
})

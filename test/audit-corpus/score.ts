import { readFileSync } from 'node:fs'
import path from 'node:path'
import { declarations } from '../../catalogue/index.gen.ts'
import { assembleCatalogue } from '../../src/language/catalogue.ts'
import { type AuditDocument, auditDocument, type Finding, readDocument } from '../../src/modules/audit/index.ts'
import { cleanDocuments } from './documents/index.ts'
import { closedHalf } from './fresh/closed-half.ts'
import { tunedHalf } from './fresh/tuned-half.ts'
import { strangers } from './strangers/index.ts'
import { styles } from './styles/index.ts'
import { type Contradiction, isContradiction, sameFinding, speaksOf } from './judge.ts'
import { fill, type MadeDocument } from './made-document.ts'
import { choosePlants, type Plant } from './plant.ts'
import { writeMade } from './write-made.ts'

const PER_KIND = 26
const SEED = 'jiangxin'

/** The errors that are always planted: the same ones on every machine. */
export const plants: readonly Plant[] = choosePlants(cleanDocuments, PER_KIND, SEED)

/** Documents and the errors planted in them. */
export interface Corpus {
  readonly name: string
  readonly documents: readonly MadeDocument[]
  readonly plants: readonly Plant[]
}

/** Reports written after the rules were: one half they were mended with, one half that was opened only at the end. */
export const freshCorpora = (perKind: number): readonly Corpus[] => [
  { name: 'fresh, tuned on', documents: tunedHalf, plants: choosePlants(tunedHalf, perKind, 'fresh') },
  { name: 'fresh, opened last', documents: closedHalf, plants: choosePlants(closedHalf, perKind, 'fresh') },
  { name: 'other styles', documents: styles, plants: choosePlants(styles, perKind, 'fresh') },
]

/** Reports of many kinds and years, of which the README says what was found before any rule was mended with them. */
export const strangerCorpus = (perKind: number): Corpus => ({
  name: 'strangers',
  documents: strangers,
  plants: choosePlants(strangers, perKind, 'fresh'),
})

const readMade = async (made: MadeDocument, changes?: Readonly<Record<string, string>>): Promise<AuditDocument> =>
  readDocument(`${made.name}.${made.format}`, Buffer.from(await writeMade(fill(made, changes).blocks, made.format)))

const { indicators, rules } = assembleCatalogue(declarations)
const catalogue = { indicators: [...indicators.values()], rules: [...rules.values()] }

/**
 * What the audit says of a made-up document, written to a file of its format and read again; held against last year's
 * report where there is one, and against the rules of the catalogue.
 */
async function auditMade(made: MadeDocument, changes?: Readonly<Record<string, string>>): Promise<Finding[]> {
  const against = made.lastYear && (await readMade(made.lastYear))
  return auditDocument(await readMade(made, changes), { catalogue, ...(against ? { against } : {}) })
}

export interface CleanScore {
  readonly name: string
  /** Everything said of it is false. */
  readonly findings: readonly Finding[]
}

export async function scoreClean(documents: readonly MadeDocument[] = cleanDocuments): Promise<CleanScore[]> {
  const scores: CleanScore[] = []
  for (const made of documents) scores.push({ name: `${made.name}.${made.format}`, findings: await auditMade(made) })
  return scores
}

export interface PlantScore {
  readonly plant: Plant
  /** Found under one of the kinds that the error breaks. */
  readonly isFound: boolean
  readonly about: readonly Finding[]
  /** Said of the planted copy, not of the error, and not of the clean document. */
  readonly besides: readonly Finding[]
}

export async function scorePlants(
  clean: readonly CleanScore[],
  chosen: readonly Plant[] = plants,
): Promise<PlantScore[]> {
  const scores: PlantScore[] = []
  for (const plant of chosen) {
    const { name, format } = plant.made
    const known = clean.find((score) => score.name === `${name}.${format}`)!.findings
    const findings = await auditMade(plant.made, { [plant.ref]: plant.to })
    const about = findings.filter((finding) => speaksOf(finding, plant))
    scores.push({
      plant,
      isFound: about.some((finding) => plant.kinds.includes(finding.kind)),
      about,
      besides: findings.filter((one) => !about.includes(one) && !known.some((other) => sameFinding(one, other))),
    })
  }
  return scores
}

export interface ReadScore {
  readonly file: string
  readonly known: readonly { readonly contradiction: Contradiction; readonly isFound: boolean }[]
  /** Contradictions of the list that are not debatable; one that is told twice counts twice. */
  readonly right: readonly Finding[]
  /** On none of the lists. */
  readonly unlisted: readonly Finding[]
}

/** Lists made by reading published reports; the reports themselves are not part of the program. */
const LISTS = ['quality-report-2023', 'double-high-midterm']

/** The published reports in a folder against the lists made by reading them. Throws when a report is not there. */
export async function scoreRead(folder: string): Promise<ReadScore[]> {
  const scores: ReadScore[] = []
  for (const list of LISTS) {
    const { file, contradictions } = JSON.parse(
      readFileSync(path.join(import.meta.dirname, `${list}.expected.json`), 'utf8'),
    ) as { file: string; contradictions: Contradiction[] }
    const bytes = readFileSync(path.join(folder, file))
    const lines = bytes.toString('utf8').split('\n')
    const findings = auditDocument(await readDocument(file, bytes), { catalogue })
    const is = (finding: Finding, known: Contradiction): boolean => isContradiction(finding, known, lines)
    scores.push({
      file,
      known: contradictions.map((contradiction) => ({
        contradiction,
        isFound: findings.some((finding) => is(finding, contradiction)),
      })),
      right: findings.filter((finding) =>
        contradictions.some((known) => known.certainty !== 'debatable' && is(finding, known)),
      ),
      unlisted: findings.filter((finding) => !contradictions.some((known) => is(finding, known))),
    })
  }
  return scores
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { longDocument } from '../test/audit-corpus/long-document.ts'
import {
  type CleanScore,
  type Corpus,
  freshCorpora,
  type ReadScore,
  scoreClean,
  scorePlants,
  scoreRead,
  strangerCorpus,
} from '../test/audit-corpus/score.ts'
import { shareOf, type Tally, tally } from '../test/audit-corpus/tally.ts'
import { writeMade } from '../test/audit-corpus/write-made.ts'
import type { BenchRow } from './row.ts'

const PAGES = 200
const FORMATS = ['docx', 'pdf', 'txt'] as const
/** Nobody reads 200 pages by hand for comparison. */
const NO_HAND = '–'

/**
 * What the audit of reports finds, by kind, in made-up documents with one planted error each and in those without any,
 * and in published reports when `AUDIT_DOCUMENTS` names their folder; then time and memory for 200 pages.
 */
export async function benchAudit(): Promise<BenchRow[]> {
  const clean = await scoreClean()
  const planted = await scorePlants(clean)
  const folder = process.env['AUDIT_DOCUMENTS']
  const read = folder === undefined ? [] : await scoreRead(folder)
  const counts = tally(clean, planted, read)
  printTally(counts)
  printClean(clean)
  if (folder === undefined) console.log('AUDIT_DOCUMENTS is not set: published reports are not part of this run.')
  read.forEach(printRead)
  console.log('')

  const all = counts.at(-1)!
  return [
    {
      name: `audit: planted errors found (${all.found} of ${all.planted})`,
      ours: shareOf(all.found, all.planted),
      byHand: NO_HAND,
      ratio: shareOf(all.found, all.planted),
      aim: '≥ 0.90',
    },
    {
      name: `audit: findings that are so (${all.right} of ${all.right + all.wrong})`,
      ours: shareOf(all.right, all.right + all.wrong),
      byHand: NO_HAND,
      ratio: shareOf(all.right, all.right + all.wrong),
      aim: '≥ 0.90',
    },
    ...(await benchFresh()),
    ...(await benchLong()),
  ]
}

const FRESH_PER_KIND = 10

/** Reports that are in no other count: how the rules do on what they were not written with. */
async function benchFresh(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const corpus of [...freshCorpora(FRESH_PER_KIND), strangerCorpus(2 * FRESH_PER_KIND)]) {
    const counts = await tallyOf(corpus)
    console.log(`${corpus.name}:`)
    printTally(counts)
    console.log('')
    const all = counts.at(-1)!
    const [recall, precision] = [shareOf(all.found, all.planted), shareOf(all.right, all.right + all.wrong)]
    rows.push(
      {
        name: `audit: ${corpus.name}, found (${all.found} of ${all.planted})`,
        ours: recall,
        byHand: NO_HAND,
        ratio: recall,
        aim: '≥ 0.90',
      },
      {
        name: `audit: ${corpus.name}, so (${all.right} of ${all.right + all.wrong})`,
        ours: precision,
        byHand: NO_HAND,
        ratio: precision,
        aim: '≥ 0.90',
      },
    )
  }
  return rows
}

async function tallyOf({ documents, plants }: Corpus): Promise<Tally[]> {
  const clean = await scoreClean(documents)
  return tally(clean, await scorePlants(clean, plants))
}

function printTally(counts: readonly Tally[]): void {
  console.log('| kind | planted | found | recall | said and so | said and not so | precision |')
  console.log('|---|---|---|---|---|---|---|')
  for (const { kind, planted, found, right, wrong } of counts)
    console.log(
      `| ${kind} | ${planted} | ${found} | ${shareOf(found, planted)} | ${right} | ${wrong} | ${shareOf(right, right + wrong)} |`,
    )
}

function printClean(clean: readonly CleanScore[]): void {
  const said = clean.filter((score) => score.findings.length > 0)
  console.log(
    `\nOf ${clean.length} clean documents: ${said.map((score) => `${score.name} ${score.findings.length}`).join(', ') || 'nothing'}`,
  )
}

function printRead({ file, known, right, unlisted }: ReadScore): void {
  for (const certainty of ['certain', 'explainable'] as const) {
    const asked = known.filter((one) => one.contradiction.certainty === certainty)
    console.log(`${file}: ${asked.filter((one) => one.isFound).length} of ${asked.length} ${certainty} contradictions`)
  }
  console.log(`${file}: ${right.length} findings on the list, ${unlisted.length} not`)
}

/** Each format in a process of its own. */
async function benchLong(): Promise<BenchRow[]> {
  const blocks = longDocument(PAGES)
  const folder = mkdtempSync(path.join(tmpdir(), 'jiangxin-bench-audit-'))
  try {
    const rows: BenchRow[] = []
    for (const format of FORMATS) {
      const file = path.join(folder, `long.${format}`)
      writeFileSync(file, await writeMade(blocks, format))
      const out = execFileSync(process.execPath, [fileURLToPath(new URL('./audit-run.ts', import.meta.url)), file])
      const { ms, mb } = JSON.parse(out.toString()) as { ms: number; mb: number }
      const name = `audit: ${PAGES} pages as .${format}`
      rows.push(
        {
          name: `${name}, processor time`,
          ours: `${(ms / 1000).toFixed(2)} s`,
          byHand: NO_HAND,
          ratio: NO_HAND,
          aim: '≤ 5 s',
        },
        { name: `${name}, peak memory`, ours: `${mb.toFixed(0)} MB`, byHand: NO_HAND, ratio: NO_HAND, aim: '≤ 500 MB' },
      )
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}

import { FACT_NAMES, type Labelled, readMade, readReal } from '../test/ability-corpus/read-corpus.ts'
import {
  type AbilityScore,
  f1,
  precision,
  recall,
  scoreAbility,
  type Tally,
} from '../test/ability-corpus/score-ability.ts'
import { extractLines } from '../src/modules/ability/index.ts'
import type { BenchRow } from './row.ts'

/** Nobody reads a million advertisements by hand for comparison. */
const NO_HAND = '–'
/** How many advertisements are streamed; `ABILITY_STREAM=1000000` for the full measure. */
const STREAMED = Number(process.env['ABILITY_STREAM'] ?? '50000')

/**
 * What reading advertisements finds, by group, on made-up and (when `ABILITY_DATA` names their folder) on real
 * advertisements, each in a tuned and a kept half; then advertisements per second of one core and memory while streaming.
 */
export async function benchAbility(): Promise<BenchRow[]> {
  const folder = process.env['ABILITY_DATA']
  const real = readReal(folder)
  if (real === undefined)
    console.log('ABILITY_DATA does not name a folder with the files: real advertisements are not part of this run.')
  const rows: BenchRow[] = []
  console.log(
    '| advertisements | n | hard P | R | F1 | soft P | R | F1 | must or wish | small class | among three | facts |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|---|')
  for (const [name, all] of [
    ['made up', readMade()],
    ['real', real ?? []],
  ] as const)
    for (const half of ['tuned', 'kept'] as const) {
      const labelled = all.filter((one) => one.half === half)
      if (labelled.length === 0) continue
      const score = scoreAbility(labelled)
      print(`${name}, ${half}`, score)
      if (half === 'kept') rows.push(...rowsOf(name, score))
    }
  console.log('')
  return [...rows, ...(await benchStream(readMade().concat(real ?? [])))]
}

const share = (right: number, of: number) => (right / Math.max(1, of)).toFixed(3)
const cells = (tally: Tally) => `${precision(tally).toFixed(3)} | ${recall(tally).toFixed(3)} | ${f1(tally).toFixed(3)}`

function print(name: string, { count, hard, soft, wishes, smallClass, facts }: AbilityScore): void {
  const said = FACT_NAMES.map((fact) => `${fact} ${share(facts[fact].right, facts[fact].of)}`).join(', ')
  console.log(
    `| ${name} | ${count} | ${cells(hard)} | ${cells(soft)} | ${share(wishes.right, wishes.of)} | ${share(smallClass.first, smallClass.of)} | ${share(smallClass.amongThree, smallClass.of)} | ${said} |`,
  )
}

function rowsOf(name: string, { hard, soft, smallClass, facts, count }: AbilityScore): BenchRow[] {
  const all = FACT_NAMES.reduce((sum, fact) => sum + facts[fact].right, 0)
  const row = (what: string, value: string, aim: string): BenchRow => ({
    name: `ability: ${what}, ${name}, kept half (${count})`,
    ours: value,
    byHand: NO_HAND,
    ratio: value,
    aim,
  })
  return [
    row('hard skills F1', f1(hard).toFixed(3), '≥ 0.70'),
    row('soft skills F1', f1(soft).toFixed(3), '≥ 0.80'),
    row('small class first', share(smallClass.first, smallClass.of), '≥ 0.75'),
    row('facts', share(all, count * FACT_NAMES.length), '≥ 0.95'),
  ]
}

/** The whole way from a line of JSON to the answer, again and again; processor time, so that neighbours do not count. */
async function benchStream(labelled: readonly Labelled[]): Promise<BenchRow[]> {
  const lines = labelled.map(({ advertisement }) => JSON.stringify(advertisement))
  const letters = Math.round(lines.reduce((sum, line) => sum + line.length, 0) / lines.length)
  let memoryEarly = 0
  let memoryLate = 0
  let count = 0
  const stream = async function* (many: number): AsyncGenerator<string> {
    for (let at = 0; at < many; at++) yield lines[at % lines.length]!
  }
  for await (const _ of extractLines(stream(500))) count++
  count = 0
  const before = process.cpuUsage()
  for await (const answer of extractLines(stream(STREAMED))) {
    count += 'problem' in answer ? 0 : JSON.stringify(answer).length > 0 ? 1 : 0
    if (count % 100 !== 0) continue
    const rss = process.memoryUsage.rss()
    if (count < STREAMED / 5) memoryEarly = Math.max(memoryEarly, rss)
    else memoryLate = Math.max(memoryLate, rss)
  }
  const { user, system } = process.cpuUsage(before)
  const perSecond = Math.round(count / ((user + system) / 1e6))
  const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  return [
    {
      name: `ability: advertisements per second of processor time (${count}, ${letters} characters each)`,
      ours: `${perSecond}/s`,
      byHand: NO_HAND,
      ratio: NO_HAND,
      aim: '≥ 1,000/s',
    },
    {
      name: `ability: memory at its highest, first fifth → the rest of ${count} streamed`,
      ours: `${mb(memoryEarly)} → ${mb(memoryLate)}`,
      byHand: NO_HAND,
      ratio: (memoryLate / memoryEarly).toFixed(2),
      aim: 'flat',
    },
  ]
}

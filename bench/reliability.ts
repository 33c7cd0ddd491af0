import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { tryReliability } from './reliability-run.ts'
import { databaseHangs, diskFull, type Weather } from './reliability-weather.ts'
import type { BenchRow } from './row.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 50)
const SEED = Number(process.env['BENCH_SEED'] ?? 20_260_301)
const CLIENTS = 16

/** What is lost when server and database are killed again and again amid writes. */
export async function benchReliability(): Promise<BenchRow[]> {
  const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-reliability-'))
  chmodSync(place, 0o755)
  try {
    const { ends, book, damage, recovery } = await tryReliability({
      dataDir: path.join(place, 'data'),
      rounds: ROUNDS,
      clients: CLIENTS,
      seed: SEED,
      least: 40,
      log: console.error,
    })
    const spells = [await databaseHangs(path.join(place, 'still'), 60)]
    if (process.getuid?.() === 0) spells.push(await diskFull(place, 20))
    const row = (name: string, ours: string | number, aim: string): BenchRow => ({
      name,
      ours: String(ours),
      byHand: '',
      ratio: '',
      aim,
    })
    const at = (part: number) => `${(recovery[Math.floor((recovery.length - 1) * part)]! / 1000).toFixed(1)} s`
    const kinds = Object.entries(ends).map(([end, count]) => `${end} ${count}`)
    const refusals = [...book.refused].map(([status, count]) => `${status}: ${count}`)
    return [
      row(`ends amid writes of ${CLIENTS} clients (seed ${SEED})`, `${ROUNDS} (${kinds.join(', ')})`, '50'),
      row('writes acknowledged', book.acknowledged, ''),
      row('requests broken off; tried again and found done', `${book.broken}; ${book.resolved}`, ''),
      row('refused meanwhile, by status', refusals.join(', ') || 'none', '503, 4xx of repeated tries'),
      row('acknowledged writes lost', damage.lost.length, '0'),
      row('doubled', damage.doubled.length, '0'),
      row('half-written (record, history, outbox, money, evidence)', damage.halved.length, '0'),
      row('rows that do not verify', damage.unsealed.length, '0'),
      row('from the end to the first answer: median, longest', `${at(0.5)}, ${at(1)}`, ''),
      ...spells.map((spell) => row(spell.name, inWords(spell), '0 lost, doubled, half-written; goes on by itself')),
    ]
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function inWords({ refused, recovery, acknowledged, damage }: Weather): string {
  const refusals = [...refused].map(([status, count]) => `${status}: ${count}`).join(', ')
  return `${damage} wrong of ${acknowledged}; refused ${refusals || 'nothing'}; goes on after ${(recovery / 1000).toFixed(1)} s`
}

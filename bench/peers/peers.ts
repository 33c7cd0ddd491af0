import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts'
import { freePort } from '../free-port.ts'
import type { BenchRow } from '../row.ts'
import { benchCube, cube } from './cube.ts'
import { folderOf, install, isInstalled, peersDir } from './install.ts'
import { CLIENTS, type Figures, IMPORTED, measure, type Rate, ROWS } from './measure.ts'
import type { Product } from './product.ts'
import { PRODUCTS } from './products.ts'

const HOW = `The peers are not part of this repository. Choose a folder outside it (2.5 GB), set PEERS_DIR to it, and install them once:
  PEERS_DIR=/somewhere npm run bench -- peers-install
(npm packages of pinned versions, about 10 minutes). Then PEERS_DIR=/somewhere npm run bench -- peers takes about 10 minutes.`

/** Brings in what is not there yet; says of each whether it worked, and goes on with the others. */
export async function installPeers(): Promise<BenchRow[]> {
  const dir = peersDir()
  if (dir === undefined) throw new Error(HOW)
  for (const product of [...PRODUCTS.filter((p) => p.packages), cube]) {
    if (isInstalled(dir, product)) continue
    console.log(`${product.name} ${product.version}: installing into ${folderOf(dir, product)}`)
    await install(dir, product).catch((error: unknown) => console.log(String(error)))
  }
  return []
}

/**
 * Ours beside Payload, Directus and Strapi: the same table and rows, one after the other on the same PostgreSQL, one
 * alive at a time. What is not installed is left out and said.
 */
export async function benchPeers(): Promise<BenchRow[]> {
  const dir = peersDir()
  if (dir === undefined) {
    console.log(HOW)
    return []
  }
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jiangxin-bench-'))
  const { adminUrl, appUrl, pid, stop } = await startEmbedded({ dataDir })
  const measured = new Map<Product, Figures>()
  const wanted = process.env['PEERS']?.split(',')
  try {
    for (const product of PRODUCTS.filter((p) => !wanted || wanted.includes(p.name))) {
      if (product.packages && !isInstalled(dir, product)) {
        console.log(`${product.name} ${product.version} is not installed in ${dir}: left out.\n${HOW}`)
        continue
      }
      const database = `peer_${product.name.toLowerCase()}`
      const databaseOf = (url: string) => Object.assign(new URL(url), { pathname: database }).href
      const admin = new pg.Client({ connectionString: adminUrl })
      await admin.connect()
      await admin.query(`CREATE DATABASE ${database}`)
      const folder = product.packages ? folderOf(dir, product) : path.join(dataDir, product.name.toLowerCase())
      mkdirSync(folder, { recursive: true })
      const place = {
        databaseUrl: databaseOf(adminUrl),
        databaseAppUrl: databaseOf(appUrl),
        port: await freePort(),
        folder,
      }
      const began = performance.now()
      try {
        measured.set(product, await measure(product, place, pid))
      } catch (error) {
        console.log(`${product.name} ${product.version} was not measured to the end: ${String(error)}`)
      }
      await admin.query(`DROP DATABASE ${database} WITH (FORCE)`)
      await admin.end()
      const seconds = ((performance.now() - began) / 1000).toFixed(0)
      console.log(`${product.name}: ${seconds} s; load of the machine ${loadavg()[0]!.toFixed(1)}`)
    }
  } finally {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  if (measured.size > 0) print(measured)
  if (!wanted || wanted.includes(cube.name)) {
    if (isInstalled(dir, cube))
      await benchCube(folderOf(dir, cube)).catch((error: unknown) =>
        console.log(`${cube.name} ${cube.version} was not measured to the end: ${String(error)}`),
      )
    else console.log(`${cube.name} ${cube.version} is not installed in ${dir}: left out.\n${HOW}`)
  }
  return []
}

const rate = ({ rate: perSecond, p95Ms, productMs, databaseMs }: Rate) =>
  `${perSecond.toFixed(0)}/s, p95 ${p95Ms.toFixed(0)} ms, cpu ${productMs.toFixed(1)} + ${databaseMs.toFixed(1)} ms`

/** A figure as a text, and as a number of which more is better. */
const FIGURES: readonly (readonly [string, (f: Figures) => string, (f: Figures) => number])[] = [
  [`list of 50 of ${ROWS.toLocaleString('en')}, filtered, sorted, counted`, (f) => rate(f.list), (f) => f.list.rate],
  ['create', (f) => rate(f.create), (f) => f.create.rate],
  ['update', (f) => rate(f.update), (f) => f.update.rate],
  [
    `import of ${IMPORTED.toLocaleString('en')}`,
    (f) =>
      `${f.importSeconds.toFixed(2)} s, cpu ${f.importCpuSeconds.toFixed(1)} s${f.wrongRows === 0 ? '' : `, **${f.wrongRows} rows wrong**`}`,
    (f) => 1 / f.importSeconds,
  ],
  ['memory after all that', (f) => `${f.memoryMb.toFixed(0)} MB`, (f) => 1 / f.memoryMb],
  ['start to the first list', (f) => `${(f.startMs / 1000).toFixed(1)} s`, (f) => 1 / f.startMs],
]

/** Tables that can be pasted into a document: settings, then figures with how many times better ours is. */
function print(measured: ReadonlyMap<Product, Figures>): void {
  const products = [...measured.keys()]
  console.log(`\n${CLIENTS} connections. cpu: processor time of an answer, of the product + of PostgreSQL.\n`)
  console.log('| product | version | settings | import by |\n|---|---|---|---|')
  for (const p of products) console.log(`| ${p.name} | ${p.version} | ${p.settings} | ${p.importBy} |`)
  console.log(`\n| what | ${products.map((p) => p.name).join(' | ')} |\n|---|${'---|'.repeat(products.length)}`)
  const own = [...measured].find(([p]) => p.name === 'Jiangxin')?.[1]
  for (const [name, text, value] of FIGURES) {
    const cells = [...measured.values()].map((f) =>
      own && f !== own ? `${text(f)} (ours × ${(value(own) / value(f)).toFixed(1)})` : text(f),
    )
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
}

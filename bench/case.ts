import pg from 'pg'
import { v7 } from 'uuid'
import { declarations } from '../catalogue/index.gen.ts'
import type { Tx } from '../src/database/connection.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import type { Engine } from '../src/engine/engine.ts'
import { createCollege } from '../src/engine/colleges.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { CREDENTIALS, OPEN_BADGES } from '../src/modules/badges/inside/contexts.ts'
import { fitsProof, readProof } from '../src/modules/badges/inside/data-integrity.ts'
import { issueCredential } from '../src/modules/badges/inside/issue.ts'
import { listKeys } from '../src/modules/badges/inside/keys.ts'
import { fromMultikey } from '../src/modules/badges/inside/multibase.ts'
import { verifyCredential } from '../src/modules/badges/inside/verify.ts'
import { exportCase } from '../src/modules/frameworks/inside/export-case.ts'
import { importCase } from '../src/modules/frameworks/inside/import-case.ts'
import { showTree } from '../src/modules/frameworks/inside/show-framework.ts'
import { openBench } from './college.ts'
import type { BenchRow } from './row.ts'

const ITEMS = 10_000
/** Items below each other one. */
const WIDE = 10

const uuid = (kind: number, n: number) => `${kind}d0c8f1a-93b2-4c1e-8a77-${n.toString(16).padStart(12, '0')}`

/** A package as large as a country's standards: a tree, and a crosswalk for every tenth item. */
function largePackage(): string {
  const node = (n: number) => ({
    title: `t${n}`,
    identifier: uuid(1, n),
    uri: `https://case.example/CFItems/${uuid(1, n)}`,
  })
  const moment = { lastChangeDateTime: '2024-01-01T00:00:00+08:00' }
  return JSON.stringify({
    CFDocument: {
      identifier: uuid(1, 0),
      uri: 'https://case.example/0',
      title: '能力标准',
      creator: '示例',
      version: '1',
      ...moment,
    },
    CFItems: Array.from({ length: ITEMS }, (_, i) => ({
      identifier: uuid(1, i + 1),
      uri: `https://case.example/CFItems/${uuid(1, i + 1)}`,
      humanCodingScheme: `N.${i + 1}`,
      fullStatement: `能够按照工艺文件完成第 ${i + 1} 项操作，并对结果进行检查和记录`,
      CFItemType: i % WIDE === 0 ? 'Unit' : 'Learning Outcome',
      educationLevel: ['11', '12'],
      language: 'zh-CN',
      extensions: { hours: i % 40 },
      ...moment,
    })),
    CFAssociations: [
      ...Array.from({ length: ITEMS }, (_, i) => ({
        identifier: uuid(2, i),
        associationType: 'isChildOf',
        sequenceNumber: (i % WIDE) + 1,
        originNodeURI: node(i + 1),
        destinationNodeURI: node(Math.ceil(i / WIDE)),
        ...moment,
      })),
      ...Array.from({ length: ITEMS / WIDE }, (_, i) => ({
        identifier: uuid(3, i),
        associationType: 'isRelatedTo',
        originNodeURI: node(i * WIDE + 1),
        destinationNodeURI: node(i * WIDE + 2),
        ...moment,
      })),
    ],
  })
}

/** The least that anybody would have to write of it: one plain table, every object as it is, in one transaction. */
async function byHand(adminUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('BEGIN; CREATE TABLE by_hand (id uuid PRIMARY KEY, kind text, members jsonb)')
    const { CFItems, CFAssociations } = JSON.parse(text) as Record<'CFItems' | 'CFAssociations', object[]>
    for (const [kind, all] of Object.entries({ CFItems, CFAssociations }))
      await client.query(
        'INSERT INTO by_hand SELECT id, $1, members::jsonb FROM unnest($2::uuid[], $3::text[]) AS t (id, members)',
        [kind, all.map(() => v7()), all.map((one) => JSON.stringify(one))],
      )
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const start = performance.now()
  const result = await work()
  return { result, ms: performance.now() - start }
}
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

/** A CASE package of 10,000 items: in with all checks, history and search; out again, equal; shown as a tree. */
export async function benchCase(): Promise<BenchRow[]> {
  const bench = await openBench(assembleCatalogue(declarations))
  try {
    const { engine } = bench
    const college = await createCollege(engine, { code: 'case', name: '基准学院' })
    const system = asSystem(college, 'bench')
    const text = largePackage()
    const file = Buffer.from(text)
    const run = <T>(work: (tx: Tx) => Promise<T>) => engine.database.inCollege(college, work)
    const hand = await timed(() => byHand(bench.adminUrl, text))
    const into = await timed(() => run((tx) => importCase(engine, tx, system, file)))
    const out = await timed(() => run((tx) => exportCase(engine, tx, system, into.result.id, 'https://case.example')))
    if (JSON.stringify(JSON.parse(out.result.text)) !== text)
      throw new Error('The exported package is not the imported one')
    const tree = await timed(() => run((tx) => showTree(engine, tx, system, into.result.id)))
    const proven = await benchProof(engine, college)
    const megabytes = (file.length / 1_048_576).toFixed(1)
    return [
      {
        name: `CASE package of ${ITEMS} items (${megabytes} MB) in: checked, written with history and search`,
        ours: seconds(into.ms),
        byHand: `${seconds(hand.ms)} (one plain table, nothing checked)`,
        ratio: `${(into.ms / hand.ms).toFixed(1)} ×`,
        aim: 'seconds',
      },
      {
        name: 'the same package out, equal to what came in',
        ours: seconds(out.ms),
        byHand: '—',
        ratio: '—',
        aim: 'seconds',
      },
      {
        name: `its tree of ${tree.result.items.length} items for the screen`,
        ours: seconds(tree.ms),
        byHand: '—',
        ratio: '—',
        aim: '≤ 1 s',
      },
      proven,
    ]
  } finally {
    await bench.close()
  }
}

const VERIFIED = 50

/** A certificate that anybody verifies: canonicalised, its signature checked, its issuer and its revocation looked up. */
async function benchProof(engine: Engine, college: string): Promise<BenchRow> {
  const system = asSystem(college, 'bench')
  const credential = {
    '@context': [CREDENTIALS, OPEN_BADGES],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: 'did:example:set-when-signed',
    name: '特殊焊接技术（中级）',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityHash: '焊示工', identityType: 'name', hashed: false }],
      creditsEarned: 6,
      achievement: {
        id: `urn:uuid:${v7()}`,
        type: ['Achievement'],
        name: '特殊焊接技术',
        description: '职业技能等级证书',
        criteria: { narrative: '审核材料后认定' },
      },
    },
  }
  const signed = await engine.database.inCollege(college, (tx) =>
    issueCredential(engine, tx, system, 'https://bank.example', credential),
  )
  const proof = readProof(signed['proof'])!
  const [key] = await engine.database.inCollege(college, (tx) => listKeys(tx))
  const ours: number[] = []
  const bare: number[] = []
  // In turns, so that what else the machine does meets both; the first of each reads the vocabularies and is not counted.
  for (let i = 0; i <= VERIFIED; i++) {
    const whole = await timed(() => verifyCredential(engine, structuredClone(signed)))
    if (whole.result.verdict !== 'valid') throw new Error(`The certificate is ${whole.result.verdict}`)
    const alone = await timed(() => fitsProof(structuredClone(signed), proof, fromMultikey(key!.publicKey)!))
    if (i === 0) continue
    ours.push(whole.ms)
    bare.push(alone.ms)
  }
  const middle = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
  const [mine, theirs] = [middle(ours), middle(bare)]
  const worst = Math.max(...ours)
  return {
    name: 'one certificate verified: form, signature, issuer, period, revocation (median; slowest)',
    ours: `${mine.toFixed(1)} ms; ${worst.toFixed(1)} ms`,
    byHand: `${theirs.toFixed(1)} ms (canonicalisation and signature alone)`,
    ratio: `${(mine / theirs).toFixed(1)} ×`,
    aim: '≤ 50 ms',
  }
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { Refusal, unknownRecord } from '../../../engine/refusal.ts'
import type { ScoringScheme } from '../../../language/scoring.ts'

/** SHA-256 of a scheme's rules: two schemes of one version that differ are told apart. */
export const digestOf = (scheme: ScoringScheme): string => hash(JSON.stringify(scheme))

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Keeps a scheme as it stands now, so that a sheet scores by it for ever. @returns the record's id */
export async function keepScheme(engine: Engine, tx: Tx, scheme: ScoringScheme): Promise<string> {
  const digest = digestOf(scheme)
  const find = () =>
    tx.run<{ id: string }>(sql`
      SELECT id FROM records.scoring_schemes
      WHERE college_id = ${tx.collegeId} AND name = ${scheme.name} AND edition = ${scheme.version} AND digest = ${digest} AND deleted_at IS NULL`)
  const [known] = await find()
  if (known) return known.id
  const made = await act(engine, tx, asSystem(tx.collegeId, '新建评分表时存入方案'), {
    register: 'scoring-schemes',
    action: 'create',
    values: {
      label: `${scheme.label.zh}（第 ${scheme.version} 版）`,
      name: scheme.name,
      edition: scheme.version,
      digest,
      content: JSON.stringify(scheme),
    },
  })
  return made.id
}

export interface KeptScheme {
  readonly scheme: ScoringScheme
  readonly digest: string
}

/** Read once per content: what is prepared for scoring hangs on the very object. */
const read = new Map<string, ScoringScheme>()
const MOST_READ = 100

/** The scheme that a sheet was made with. @throws Refusal 409 when somebody changed what was kept */
export async function keptScheme(tx: Tx, id: string): Promise<KeptScheme> {
  const [row] = await tx.run<{ digest: string; content: string }>(
    sql`SELECT digest, content FROM records.scoring_schemes WHERE college_id = ${tx.collegeId} AND id = ${id}`,
  )
  if (!row) throw unknownRecord()
  if (hash(row.content) !== row.digest)
    throw new Refusal('conflict', {
      zh: '存入的评分方案被改动，与内容指纹不符，不能据以计分。请系统管理员按变更历史恢复',
      en: 'The scheme that was kept has been changed and no longer fits its digest. A system administrator restores it from its history',
    })
  const scheme = read.get(row.digest) ?? (JSON.parse(row.content) as ScoringScheme)
  if (read.size >= MOST_READ) read.clear()
  read.set(row.digest, scheme)
  return { scheme, digest: row.digest }
}

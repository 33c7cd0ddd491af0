import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '../../../engine/access/today.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Label } from '../../../language/label.ts'
import { SKILL_KINDS } from '../dictionaries/skill-table.ts'
import type { Dictionary } from '../understanding/find-skills.ts'
import { type DictionaryFile, SKILL_DECISIONS, TERM_DECISIONS } from '../wire.ts'
import { dictionaryWith, termsInForce } from './own-dictionary.ts'

/** A college's own layer over the shipped dictionary: what it decided and has not undone. */
export async function exportDictionary(tx: Tx): Promise<DictionaryFile> {
  const [college] = await tx.run<{ name: string }>(sql`SELECT name FROM colleges WHERE id = ${tx.collegeId}`)
  return {
    format: 'jiangxin-dictionary',
    version: 1,
    college: college!.name,
    exportedOn: today(),
    terms: (await termsInForce(tx)).map(({ shown, decision, name, kind }) => ({ term: shown, decision, name, kind })),
  }
}

const shape = z.object({
  format: z.literal('jiangxin-dictionary'),
  version: z.literal(1),
  terms: z.array(
    z.object({
      term: z.string().trim().min(1).max(100),
      decision: z.enum([...TERM_DECISIONS, ...SKILL_DECISIONS]),
      name: z.string().max(100),
      kind: z.enum(SKILL_KINDS),
    }),
  ),
})

/** The dictionary that an exported file makes, or what is wrong with it. */
export function readDictionary(words: string): Dictionary | Label {
  let value: unknown
  try {
    value = JSON.parse(words)
  } catch {
    return { zh: '不是 JSON，请用“下载本校词典”得到的文件', en: 'it is not JSON: use the file that the page exports' }
  }
  const { data, error } = shape.safeParse(value)
  if (data === undefined) {
    const [first] = error.issues
    const at = first?.path.join('.') || '—'
    return {
      zh: `不是导出的词典（${at}），请用“下载本校词典”得到的文件`,
      en: `it is no exported dictionary (${at}: ${first?.message}): use the file that the page exports`,
    }
  }
  return dictionaryWith(
    data.terms.map(({ term, decision, name, kind }, at) => ({
      id: String(at),
      term: term.toLowerCase(),
      shown: term,
      decision,
      name,
      kind,
    })),
  )
}

import { buffer } from 'node:stream/consumers'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { mayOpenFile } from '../../../engine/files/may-open.ts'
import { openFile } from '../../../engine/files/store.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { decodeText } from '../../../engine/sheets/decode-text.ts'
import { readDocument } from '../../audit/index.ts'

/** Larger files are no plans. */
const MOST_BYTES = 20 * 1024 * 1024

/** A file as it was uploaded. */
export interface SentPlan {
  readonly sha256: string
  readonly fileName: string
}
export interface PlanText {
  readonly text: string
  readonly name: string
  /** What it says of the occupations it leads to; '' where nothing is. */
  readonly faces: string
}

/**
 * The text of a plan that was sent: Word, PDF, text; or a JSON list of profiles `{code, name, sections}`, of which the one
 * with the code is meant.
 * @throws Refusal 404, 413, 422
 */
export async function planText(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { sha256, fileName }: SentPlan,
  code: string | undefined,
): Promise<PlanText> {
  if (!(await mayOpenFile(engine, tx, actor, sha256)))
    throw new Refusal('not-found', {
      zh: '没有找到这个文件，请重新选择',
      en: 'This file was not found: choose it again',
    })
  const { stream, size } = await openFile(engine, tx, sha256)
  if (size > MOST_BYTES)
    throw new Refusal('too-large', { zh: '培养方案文件大于 20 MB', en: 'The file of the plan is larger than 20 MB' })
  const bytes = new Uint8Array(await buffer(stream))
  if (/\.json$/i.test(fileName)) return profileText(decodeText(bytes), code, fileName)
  const { blocks } = await readDocument(fileName, bytes)
  const text = blocks
    .map((block) =>
      block.kind === 'table'
        ? block.rows.map(({ cells }) => cells.map(({ text: cell }) => cell).join('\n')).join('\n')
        : block.text,
    )
    .join('\n')
  return { text, name: fileName, faces: /(?:职业面向|就业面向)[^。\n]{0,200}/.exec(text)?.[0] ?? '' }
}

interface Profile {
  readonly code: string
  readonly name: string
  readonly sections: Readonly<Record<string, string>>
}

function profileText(json: string, code: string | undefined, fileName: string): PlanText {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Refusal('invalid', { zh: `“${fileName}”不是 JSON 文件`, en: `"${fileName}" is not JSON` })
  }
  const profiles = (Array.isArray(value) ? value : [value]).filter(isProfile)
  const one = profiles.length === 1 ? profiles[0] : profiles.find((profile) => profile.code === code)
  if (one === undefined)
    throw new Refusal('invalid', {
      zh: `文件里没有专业代码为 ${code ?? '（未填）'} 的专业简介`,
      en: `The file has no profile of the major ${code ?? '(none given)'}`,
    })
  // Jobs and majors that follow are not taught.
  const taught = Object.entries(one.sections).filter(([head]) => !/职业面向|接续专业/.test(head))
  return {
    text: taught.map(([, words]) => words).join('\n'),
    name: `${one.name}（${one.code}）`,
    faces: Object.entries(one.sections).find(([head]) => head.includes('职业面向'))?.[1] ?? '',
  }
}

function isProfile(value: unknown): value is Profile {
  if (typeof value !== 'object' || value === null) return false
  const { code, name, sections } = value as Record<string, unknown>
  return typeof code === 'string' && typeof name === 'string' && typeof sections === 'object' && sections !== null
}

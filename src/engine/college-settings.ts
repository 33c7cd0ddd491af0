import { sql } from 'kysely'
import type { Tx } from '../database/connection.ts'
import { writeAudit } from './access/write-audit.ts'
import { type Actor, may } from './access/actor.ts'
import type { Engine } from './engine.ts'
import { notAllowed } from './refusal.ts'

/** What a college says of itself: shown on its pages and on the cover of its reports. */
export interface CollegeSettings {
  readonly code: string
  readonly name: string
  readonly englishName: string
  /** Code of the period that screens open with. */
  readonly currentPeriod: string
  readonly address: string
  readonly contact: string
  readonly contactPhone: string
  readonly contactEmail: string
  /** Whoever reviewed a figure may not approve it too. */
  readonly separateApproval: boolean
}

const free = ['currentPeriod', 'address', 'contact', 'contactPhone', 'contactEmail'] as const

/** The college's settings; open to everybody who is signed in. */
export async function getCollegeSettings(tx: Tx): Promise<CollegeSettings> {
  const [row] = await tx.run<{
    code: string
    name: string
    english_name: string | null
    settings: Partial<CollegeSettings>
  }>(sql`SELECT code, name, english_name, settings FROM colleges WHERE id = ${tx.collegeId}`)
  const kept = Object.fromEntries(free.map((key) => [key, row?.settings[key] ?? ''])) as Pick<
    CollegeSettings,
    (typeof free)[number]
  >
  return {
    code: row?.code ?? '',
    name: row?.name ?? '',
    englishName: row?.english_name ?? '',
    ...kept,
    separateApproval: row?.settings.separateApproval ?? true,
  }
}

/** Changes settings. The code stays: it is part of the addresses of published reports. @throws Refusal 403 */
export async function changeCollegeSettings(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  change: Partial<Omit<CollegeSettings, 'code'>>,
): Promise<CollegeSettings> {
  if (!may(engine.catalogue, actor, 'settings.manage'))
    throw notAllowed({ zh: '修改学校设置', en: 'change the college’s settings' })
  const before = await getCollegeSettings(tx)
  const after = { ...before, ...change }
  const kept = Object.fromEntries([...free, 'separateApproval' as const].map((key) => [key, after[key]]))
  await tx.run(sql`
    UPDATE colleges SET name = ${after.name}, english_name = ${after.englishName || null}, settings = ${JSON.stringify(kept)}::jsonb WHERE id = ${tx.collegeId}`)
  await writeAudit(tx, { kind: 'settings.change', actor, detail: { changed: Object.keys(change) } })
  return getCollegeSettings(tx)
}

import { business } from './business.ts'
import { collected } from './collected.ts'
import { construction } from './construction.ts'
import { culture } from './culture.ts'
import { health } from './health.ts'
import { manufacturing } from './manufacturing.ts'
import type { SkillKind, SkillTable } from './skill-table.ts'
import { soft } from './soft.ts'
import { software } from './software.ts'

/** One way of writing a skill. */
export interface Term {
  readonly name: string
  readonly kind: SkillKind
  readonly trade: string
  /** An everyday word too: believed only where skills are listed. */
  readonly isEveryday: boolean
}

/** In the order in which they decide a word that two of them name. */
export const skillTables: readonly SkillTable[] = [
  soft,
  software,
  manufacturing,
  construction,
  health,
  business,
  culture,
  collected,
]

/** Every way of writing every skill, small letters; spaces between letters may be left out. */
export function* termsOf(tables: readonly SkillTable[]): Generator<readonly [string, Term]> {
  for (const { trade, terms } of tables)
    for (const [kind, words] of Object.entries(terms) as [SkillKind, string][])
      for (const group of words.split(/[、\n]/)) {
        const ways = group.split('=').map((way) => way.trim())
        const name = ways[0]!.replace(/^!/, '')
        if (name === '') continue
        for (const way of ways) {
          const word = way.replace(/^!/, '').toLowerCase()
          const term = { name, kind, trade, isEveryday: way.startsWith('!') }
          yield [word, term]
          if (/[a-z] [a-z]/.test(word)) yield [word.replaceAll(' ', ''), term]
        }
      }
}

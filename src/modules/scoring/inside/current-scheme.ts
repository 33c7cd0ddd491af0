import { Refusal } from '../../../engine/refusal.ts'
import type { Catalogue } from '../../../language/catalogue.ts'
import { type ScoringScheme, schemeId } from '../../../language/scoring.ts'

/** The version asked for, or the last one. @throws Refusal 404 naming the schemes there are */
export function currentScheme({ schemes }: Catalogue, name: string, version?: number): ScoringScheme {
  const found = [...schemes.values()]
    .filter((scheme) => scheme.name === name && (version === undefined || scheme.version === version))
    .toSorted((a, b) => b.version - a.version)[0]
  if (found) return found
  const known = [...schemes.values()].map(schemeId).join(', ')
  const wanted = version === undefined ? name : schemeId({ name, version })
  throw new Refusal('not-found', {
    zh: `没有评分方案“${wanted}”，现有：${known}`,
    en: `There is no scoring scheme "${wanted}". There are: ${known}`,
  })
}

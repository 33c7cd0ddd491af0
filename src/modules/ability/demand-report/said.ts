import type { DocumentNode } from '../../../language/document.ts'
import type { AdFilter } from './behind.ts'
import type { Facts } from './facts.ts'
import { countAdded, type Maker, type ShareCodes, shareAdded } from './maker.ts'

/** Sections that a chapter has written, by the keys of the outline. */
export type Texts = Record<string, DocumentNode>

/** A month in words: 2022年3月. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** What a level of schooling, a city or a class is called where nobody says one. */
export const orUnsaid = (name: string): string => (name === '' ? '未写明' : name)

export const KIND_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  tool: { zh: '工具与软件', en: 'Tools' },
  technique: { zh: '技术与方法', en: 'Techniques' },
  knowledge: { zh: '专业知识', en: 'Knowledge' },
  certificate: { zh: '职业证书', en: 'Certificates' },
  language: { zh: '语言', en: 'Languages' },
  soft: { zh: '职业素养', en: 'Soft skills' },
}

/** The advertisements that a report means, narrowed further. */
export const narrowed = ({ base }: Facts, more: AdFilter = {}): AdFilter => ({ ...base, ...more })

/** All advertisements meant. */
export const wholeAdded = (maker: Maker, facts: Facts): string =>
  countAdded(maker, 'all.n', '面向职业的招聘信息', narrowed(facts), facts.demand.n)

export interface SkillCodes extends ShareCodes {
  readonly n: string
  /** Those that ask it as a must. */
  readonly must: string
}

/** The figures of a skill in the advertisements meant: the same wherever the report names it. */
export function skillAdded(
  maker: Maker,
  facts: Facts,
  { skill, n, required }: { readonly skill: string; readonly n: number; readonly required: number },
): SkillCodes {
  const of = narrowed(facts, { skills: [skill] })
  const code = `skill.${skill}`
  return {
    n: countAdded(maker, `${code}.n`, `要求“${skill}”的招聘信息`, of, n),
    must: countAdded(maker, `${code}.must`, `必须具备“${skill}”的招聘信息`, narrowed(facts, { must: skill }), required),
    ...shareAdded(maker, code, `要求“${skill}”的招聘信息`, of, narrowed(facts), n, facts.demand.n),
  }
}

/** A share in a group of advertisements, where only its percent is printed. */
export const crossedAdded = (
  maker: Maker,
  code: string,
  label: string,
  of: AdFilter,
  among: AdFilter,
  k: number,
  n: number,
): string => shareAdded(maker, code, label, of, among, k, n).percent

/** Names in a sentence: 「A、B、C」. */
export const namesOf = (names: readonly string[], most = 8): string =>
  names.length > most ? `${names.slice(0, most).join('、')}等` : names.join('、')

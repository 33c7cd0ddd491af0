export const SKILL_KINDS = ['tool', 'technique', 'knowledge', 'soft', 'certificate', 'language'] as const
/** What kind of skill a term names. */
export type SkillKind = (typeof SKILL_KINDS)[number]

/**
 * The terms of one trade by kind: names separated by `、` or line ends, aliases behind `=`, the first name is the
 * canonical one. `!` before a name or alias: an everyday word too, believed only in a list of skills or behind a verb
 * of knowing (熟悉, 会 …). Letters match whatever their case and only as whole words.
 */
export interface SkillTable {
  readonly trade: string
  readonly terms: Partial<Record<SkillKind, string>>
}

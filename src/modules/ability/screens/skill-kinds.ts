/** The kinds of skill in the order in which they are offered. */
export const KINDS = ['tool', 'technique', 'knowledge', 'certificate', 'language', 'soft'] as const

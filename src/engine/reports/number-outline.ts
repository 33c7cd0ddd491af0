import type { DocumentNode } from '../../language/document.ts'

interface Numbered {
  readonly level: number
  readonly numbered: boolean
  readonly content: DocumentNode
}

const DEEPEST = 4

/**
 * The number of each section as the emitters print it: headings inside a section's text count too, levels never skip,
 * and what is below an unnumbered section carries no number.
 */
export function numberOutline(sections: readonly Numbered[]): string[] {
  const counters = Array<number>(DEEPEST).fill(0)
  let depthBefore = 0
  const enter = (wanted: number, numbered: boolean): string => {
    const level = Math.max(1, Math.min(DEEPEST, depthBefore + 1, wanted))
    depthBefore = level
    if (!numbered) return ''
    counters[level - 1]! += 1
    counters.fill(0, level)
    return counters.slice(0, level).join('.')
  }
  let silentFrom = Infinity
  return outlineLevels(sections.map((s) => s.level)).map((level, i) => {
    const section = sections[i]!
    if (level === 1) depthBefore = 0
    if (level <= silentFrom) silentFrom = section.numbered ? Infinity : level
    const numbered = silentFrom === Infinity
    const number = enter(level, numbered)
    for (const node of section.content.content ?? [])
      if (node.type === 'heading') enter(level + node.attrs.level, numbered)
    return number
  })
}

/** Levels that start at 1 and never skip one, whatever was moved or taken out. */
export function outlineLevels(wanted: readonly number[]): number[] {
  let before = 0
  return wanted.map((level) => (before = Math.max(1, Math.min(DEEPEST, before + 1, level))))
}

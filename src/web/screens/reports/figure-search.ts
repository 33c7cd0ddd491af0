import type { Indicator } from '../../../language/index.ts'

/** Indicators whose name, code or other name holds every word; the nearest first. */
export function searchIndicators(indicators: Iterable<Indicator>, query: string, most = 40): readonly Indicator[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...indicators].slice(0, most)
  return [...indicators]
    .map((indicator) => ({ indicator, score: scoreOf(indicator, words) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map((one) => one.indicator)
}

function scoreOf(indicator: Indicator, words: readonly string[]): number {
  const names = [indicator.label.zh, indicator.label.en].map((name) => name.toLowerCase())
  const others = (indicator.synonyms ?? []).map((name) => name.toLowerCase())
  const code = indicator.code.toLowerCase()
  let score = 0
  for (const word of words) {
    const own = best(names, word)
    const found = own > 0 ? own + 20 : best(others, word) + (best(others, word) > 0 ? 10 : 0) || best([code], word)
    if (found === 0) return 0
    score += found
  }
  return score
}

/** The same 9; beginning with it 6; holding it 3 — more when little else is in the name. */
function best(names: readonly string[], word: string): number {
  return Math.max(
    0,
    ...names.map((name) => {
      if (!name.includes(word)) return 0
      const share = word.length / name.length
      return (name === word ? 9 : name.startsWith(word) ? 6 : 3) + share
    }),
  )
}

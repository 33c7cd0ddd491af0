import type { Clause } from './clauses.ts'

const MAJOR = /专业(?![知技能素化操领英性度文术人])/g
const LIST_BACK = /[、/和或及与]/
const KNOWN = /熟悉|掌握|精通|了解|熟练|运用/

/**
 * Where a clause lists majors of study (计算机、软件工程等相关专业), which are no skills: from → to in the text, or
 * undefined. Where the list began in clauses before (commas), those are found by `isListOfMajors`.
 */
export function majorsIn({ words, start }: Clause): readonly [number, number] | undefined {
  MAJOR.lastIndex = 0
  let end = -1
  for (let match = MAJOR.exec(words); match !== null; match = MAJOR.exec(words)) end = match.index
  if (end < 0 || KNOWN.test(words.slice(0, end))) return undefined
  // 专业：会计、财务
  const from = /^\s*(?:所学|对口)?专业\s*[:：]/.test(words) ? words.length : end
  return [start, start + from]
}

/** A clause that ends a list of majors of which earlier clauses are part: "计算机，软件工程，通信等相关专业". */
export function goesBack(clause: Clause, before: Clause): boolean {
  return (
    clause.sentence === before.sentence &&
    /^[^具有持熟精掌]{2,14}$/.test(before.words) &&
    !KNOWN.test(before.words) &&
    !/\d/.test(before.words) &&
    (LIST_BACK.test(clause.words) || /等/.test(clause.words))
  )
}

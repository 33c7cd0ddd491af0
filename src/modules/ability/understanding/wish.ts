import type { Clause } from './clauses.ts'

const PREFERRED =
  /优先|加分|更佳|更好|为佳|尤佳|者佳|最佳|则佳|佳者|不是必须|非必须|锦上添花|可放宽|plus\b|prefer|nice to have|a bonus|advantage/
const NOT_ASKED =
  /无需|不需要?|不要求|不限(?!于)|不必|不用|非必需|没有要求|无要求|不强求|勿扰|不作要求|not required|no need/
/** 不限 of schooling, sex … says nothing of the skill that stands in the same clause. */
const OTHER_LIMITS =
  /(?:学历|经验|性别|专业|年龄|男女|户籍|地域|形式|名额|人数|工作年限|地区)\s*不限|无需(?:工作)?经验|不限(?:学历|专业|经验|性别)/g
const HAS_THING = /者?优先|[\s者也均]{0,4}(?:优先考虑|优先录取|更佳|加分)/

/** How each clause asks: as a must, as a wish, or not at all. */
export type Wish = 'required' | 'preferred' | 'none'

/** @param hasSkill whether a clause names a skill, asked only where it matters */
export function wishesOf(clauses: readonly Clause[], hasSkill: (clause: number) => boolean): Wish[] {
  const wishes: Wish[] = clauses.map(({ section, words }) => {
    if (section === 'preferred') return 'preferred'
    if (NOT_ASKED.test(words) && NOT_ASKED.test(words.replace(OTHER_LIMITS, ''))) return 'none'
    return PREFERRED.test(words) ? 'preferred' : 'required'
  })
  // "熟悉 Kotlin，有实际项目者优先": what is wished for stands in the clause before.
  for (let at = 1; at < clauses.length; at++)
    if (
      wishes[at] === 'preferred' &&
      clauses[at]!.section !== 'preferred' &&
      HAS_THING.test(clauses[at]!.words) &&
      !hasSkill(at)
    ) {
      const { sentence } = clauses[at]!
      for (let back = at - 1; back >= 0 && clauses[back]!.sentence === sentence; back--) {
        if (wishes[back] === 'required') wishes[back] = 'preferred'
        if (!isListItem(clauses[back]!.words)) break
      }
    }
  return wishes
}

/** A clause of nothing but letters goes on with the list before it. */
const isListItem = (words: string) => /^[\sa-z0-9+#./()（）、-]+$/.test(words)

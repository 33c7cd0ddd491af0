/** Levels from low to high, and the words for each. */
const LEVELS: readonly (readonly [string, RegExp])[] = [
  ['小学', /小学(?!教|老|生|语|数|英|部|段|科|学科|阶段|课程|班|、初中)/g],
  ['初中', /初中(?!教|老|生|语|数|英|部|段|物|化|学科|阶段|课程|班)/g],
  ['高中', /高中(?!教|老|生|语|数|英|部|段|物|化|学科|阶段|课程|班)|职高/g],
  ['中专', /中专|中技|技校|中职(?!教|院|学|专业)|职业高中/g],
  ['大专', /大专|专科(?!医|护|门|病|知|技)|高职(?!教|院|业|称)|college diploma|associate/g],
  ['本科', /本科(?!生|院|教)|学士|全日制大学|大学毕业|大学(?:以上|及以上)?学历|bachelor|undergraduate/g],
  ['硕士', /硕士|研究生(?!院)|master'?s?(?= degree|'s| or| in|学)|mba学历/g],
  ['博士', /博士(?!后)|phd|ph\.d|doctor(?:al)? degree/g],
]
const OPEN =
  /(?:学历|文化程度)(?:要求)?\s*[:：]?\s*不限|学历不限|不限学历|学历要求不限|学历无要求|学历[:：]\s*不限|无学历要求|对学历(?:无|没有)要求/

/** Nothing farther away than so many letters belongs to a level. */
const CLAUSE = 80

/** The lowest schooling asked: the earliest mention decides, of 高中/中专 or 本科或硕士 the lower; wishes (优先) last. */
export function findSchooling(text: string): { level: string; start: number; end: number } | undefined {
  const found: { rank: number; start: number; end: number; isWish: boolean }[] = []
  for (const [rank, [, words]] of LEVELS.entries()) {
    words.lastIndex = 0
    for (let match = words.exec(text); match !== null; match = words.exec(text)) {
      const start = match.index
      const end = start + match[0].length
      const stop = text.slice(end, end + CLAUSE).search(/[，,。；;\n]|$/)
      found.push({
        rank,
        start,
        end,
        isWish:
          /优先|加分|更佳|可放宽/.test(text.slice(end, end + stop)) ||
          /^[^，。；;\n]{0,6}可[^，。；;\n]{0,8}放宽/.test(text.slice(end, end + CLAUSE)),
      })
    }
  }
  const open = OPEN.exec(text)
  const order = found.toSorted((a, b) => Number(a.isWish) - Number(b.isWish) || a.start - b.start)
  const first = order[0]
  if (first === undefined || (open !== null && (first.isWish || open.index < first.start)))
    return open === null ? undefined : { level: '不限', start: open.index, end: open.index + open[0].length }
  const near = found
    .filter(
      ({ start }) =>
        start >= first.start && start - first.end <= 6 && !/[，,。；;\n]/.test(text.slice(first.end, start)),
    )
    .toSorted((a, b) => a.rank - b.rank)
  const lowest = near[0] ?? first
  return { level: LEVELS[lowest.rank]![0], start: lowest.start, end: lowest.end }
}

import { isChange, isRestatement } from '../understanding/other-time.ts'
import { inDatedBracket } from '../understanding/statements.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'

export const UP = /增长|上涨|增收|增加|净增|新增|递增|提高|提升|上升|增幅|涨幅|增|多|高|扩大|升/
const COMPARED = /同比|[比较与同](?:上年|去年|上一?学年|上一?届|上一年|年初|20\d{2}\s*(?:年|届))/
export const DOWN = /下降|减少|净减|降低|减幅|减|少|低|回落|降幅|降/
/** 由 2476 元增加到 4140 元: what follows 到 is the new value, no change. */
export const ARRIVED = /(到|至|由|从|达|为去年|是去年)\s*$|年均|年平均/

/** Two figures of one thing at two times, and the changes said of them. */
export interface Pair {
  readonly before: Mention
  readonly after: Mention
  /** Mentions behind the pair, up to the next figure of the same kind. */
  readonly rest: readonly Mention[]
  readonly word: 'up' | 'down' | null
  /** The change stands bare behind the pair: 高于 2022 届（94.81%）0.82 个百分点. */
  readonly isBare?: boolean
}

/** Two figures of one thing at two times, in the words that tell so. */
export function pairsOf(sentence: Sentence): Pair[] {
  const mentions = sentence.mentions.filter((m) => !isRestatement(m))
  return mentions.flatMap((_, at) => pairAt({ ...sentence, mentions }, at) ?? [])
}

function pairAt({ text, mentions }: Sentence, at: number): Pair | null {
  const b = mentions[at + 1]
  const a = subjectOf(mentions, at, b)
  if (!b || a.isChinese || b.isChinese || a.closeness !== 'exact' || b.closeness !== 'exact' || a.isRange) return null
  const between = text.slice(mentions[at]!.end, b.start)
  // 由 2021 年的 A 增至 2022 年的 B
  const moved =
    /^[^。；]{0,24}?(增至|增加到|增加至|增长到|增长至|提高到|提高至|提升到|提升至|上升到|上升至|发展到|扩大到|降至|下降到|下降至|减少到|减少至|降低到|降低至)[^。；]{0,10}$/.exec(
      between,
    )
  if (moved && a.unitClass === b.unitClass && /(由|从)[^，。；]{0,24}$/.test(a.lead)) {
    const word = /降|减/.test(moved[1]!) ? 'down' : 'up'
    return { before: a, after: b, rest: changesFrom(text, mentions, at + 2), word }
  }
  // B，比上年（2021 年）A 增加 d
  const c = mentions[at + 2]
  const compared =
    /^[^。；]{0,4}[，（(]?(与|比|较)[^。；]{0,14}$/.test(between.replace(/\s/g, '')) && c && a.unitClass === b.unitClass
  if (compared && (UP.test(c.lead) || DOWN.test(c.lead)) && !UP.test(b.lead) && !DOWN.test(b.lead))
    return { before: b, after: a, rest: changesFrom(text, mentions, at + 2), word: null }
  // B，高于 2022 届（A）d 个百分点
  const above = /^[^。；]{0,2}[，,]?(高于|低于|高出|低出)[^，。；]{0,14}$/.exec(between.replace(/\s/g, ''))
  if (above && c && c.unitClass === 'points' && /^\s*[)）]?\s*$/.test(text.slice(b.end, c.start)))
    return above[1]!.startsWith('高')
      ? { before: b, after: a, rest: [c], word: null, isBare: true }
      : { before: a, after: b, rest: [c], word: null, isBare: true }
  // B，2022 年为 A，提高 d
  const told =
    /^[^。；]{0,4}[，,（(；]\s*((20\d{2}\s*(年|届))|上年|去年|上一年度?|上年度|上年同期)[^，。；\d]{0,12}$/.test(
      between,
    )
  if (
    told &&
    !isChange(a) &&
    c &&
    a.unitClass === b.unitClass &&
    (UP.test(c.lead) || DOWN.test(c.lead)) &&
    /^[，,]?[^。；]{0,10}$/.test(text.slice(b.end, c.start))
  )
    return { before: b, after: a, rest: changesFrom(text, mentions, at + 2), word: null }
  // 最高 A，最低 B，相差 d
  if (
    c &&
    a.unitClass === b.unitClass &&
    /(相差|差距|极差|高出|高于.{0,6})(了|为|达)?\s*$/.test(c.lead) &&
    !/[。]/.test(between)
  )
    return a.value.gte(b.value)
      ? { before: b, after: a, rest: changesFrom(text, mentions, at + 2), word: null }
      : { before: a, after: b, rest: changesFrom(text, mentions, at + 2), word: null }
  // B，比上年增加 d，增长 p%（2021 年为 A）
  const changes = changesFrom(text, mentions, at + 1)
  const base = changes.length > 0 ? mentions[at + 1 + changes.length] : undefined
  if (
    base &&
    !isChange(a) &&
    changes.every(isChange) &&
    COMPARED.test(changes[0]!.lead.replace(/\s/g, '')) &&
    base.unitClass === a.unitClass &&
    base.closeness === 'exact' &&
    inDatedBracket(base)?.of === a
  )
    return { before: base, after: a, rest: [...changes, ...goingOn(text, base, mentions[base.index + 1])], word: null }
  // B，比上年增加 d（2021 年为 A）
  const isCompared = /(比|较|与)[^，。；]{0,16}(增|减|提|降|升|多|少|高|低)/.test(b.lead.replace(/\s/g, ''))
  if (
    isCompared &&
    c &&
    c.unitClass === a.unitClass &&
    c.closeness === 'exact' &&
    /^[^。；]{0,4}[（(，](上年|去年|上一[年届]|年初|期初|20\d{2}\s*[年届])/.test(
      text.slice(b.end, c.start).replace(/\s/g, ''),
    ) &&
    b.unitClass !== ''
  )
    if (sameThing(a, c)) return { before: c, after: a, rest: [b, ...changesFrom(text, mentions, at + 3)], word: null }
  return null
}

/** 培训 15456 人次，期均 112 人次，比上年的 13820 人次增长 …: not the mean is compared. */
function subjectOf(mentions: readonly Mention[], at: number, base: Mention | undefined): Mention {
  const [before, own] = [mentions[at - 1], mentions[at]!]
  const isMean = /均/.test(own.lead) && base !== undefined && !/均/.test(base.lead)
  return isMean && before && before.unitClass === own.unitClass && own.value.times(5).lt(base.value) ? before : own
}

/** 增加 44.06 万元（2020 年为 342.18 万元），增长 12.88%: the change goes on behind the bracket. */
const goingOn = (text: string, base: Mention, next: Mention | undefined): Mention[] =>
  next &&
  /^[^（()）\d]{0,6}[)）][，,]?(增幅|增长率?|同比增长|降幅|下降)[为达约]*$/.test(text.slice(base.end, next.start))
    ? [next]
    : []

/** 最高，为 96.09%；最低，为 89.60%，两者相差 6.49 个百分点: the first stands before the semicolon. */
export function gapOf({ sentences }: Understood, sentence: Sentence): Pair | null {
  const [low, gap] = sentence.mentions
  const before = sentences[sentence.index - 1]
  const high = before?.block === sentence.block && /[；;]\s*$/.test(before.text) ? before.mentions.at(-1) : undefined
  if (!high || !low || !gap || !/(相差|差距)(了|为|达)?\s*$/.test(gap.lead) || high.unitClass !== low.unitClass)
    return null
  if ([high, low].some((m) => m.closeness !== 'exact' || m.isChinese)) return null
  return high.value.gte(low.value)
    ? { before: low, after: high, rest: [gap], word: null }
    : { before: high, after: low, rest: [gap], word: null }
}

/** Changes that follow each other: 净增 654 人，增幅 5.84%. The first may stand in another clause. */
function changesFrom(text: string, mentions: readonly Mention[], from: number): Mention[] {
  const changes: Mention[] = []
  for (const m of mentions.slice(from, from + 3)) {
    const last = changes.at(-1)
    if (
      last &&
      !/^[，,、]?(并|且|同比|环比|年)?(增幅|增长率?|增速|涨幅|降幅|下降|减幅|提高|上升)[为达约]*$/.test(
        text.slice(last.end, m.start).replace(/\s/g, ''),
      )
    )
      break
    changes.push(m)
  }
  return changes
}

const sameThing = (a: Mention, b: Mention) =>
  b.noun === '' ||
  a.noun === '' ||
  b.noun.includes(a.noun.slice(-2)) ||
  a.noun.includes(b.noun.slice(-2)) ||
  /年/.test(b.lead)

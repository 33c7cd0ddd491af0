import { KNOWING, LEADING, NO_SKILL, NO_SKILL_LETTERS, SKILL_ENDING, TRAILING } from '../dictionaries/proposal-words.ts'
import type { SkillKind } from '../dictionaries/skill-table.ts'
import type { Clause } from './clauses.ts'
import type { SectionKind } from './sections.ts'

/** A phrase that is asked for like a skill and stands in no dictionary. */
export interface Proposal {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly kind: SkillKind
  readonly clause: number
}

/** Shorter phrases (开发, 流程) name nothing by themselves, longer ones are half a sentence. */
const LEAST = 4
const MOST = 10
/** No name of a skill, with what stands before and behind it, is longer. */
const LONGEST = 60

const SEPARATOR = /[、\\]|(?<!gb)\/|以及|或者|和|及|与|或|并(?=[能会熟有具])|\s{2,}/g
const LETTERS = /[a-z][a-z0-9+#.]*(?:\/t)?(?:[ -][a-z0-9+#.]+){0,2}/g

/**
 * Terms nobody has listed, told by the sentence: what stands in a list behind a verb of knowing. Letters (Flowable) are
 * believed there; Chinese only when it ends like a skill (…工艺, …操作, …证).
 * @param taken 1 for every character that is part of something else already: a known skill, a major of study
 */
export function proposeSkills(
  text: string,
  clauses: readonly Clause[],
  taken: Uint8Array,
  silent: ReadonlySet<SectionKind>,
): Proposal[] {
  const proposals: Proposal[] = []
  const isFree = (start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (taken[at] === 1) return false
    return true
  }
  let isOpen = false
  for (const [at, clause] of clauses.entries()) {
    if (silent.has(clause.section)) continue
    const isNewSentence = at === 0 || clauses[at - 1]!.sentence !== clause.sentence
    KNOWING.lastIndex = 0
    const verb = clause.section === 'duties' ? lastKnowing(clause.words) : KNOWING.exec(clause.words)
    // A list may go on behind a comma: 熟悉 Spring，Flowable，Redis
    const goesOn: boolean =
      !isNewSentence && isOpen && /^[\sa-z0-9+#./()（）、-]+(?:等|框架|技术|工具|$)/.test(clause.words)
    isOpen = verb !== null || goesOn
    if (!isOpen) continue
    const from = verb === null ? 0 : verb.index + verb[0].length
    for (const [start, end] of split(clause.words, from)) {
      const proposal = judge(text, clause.start + start, clause.start + end)
      if (proposal !== undefined && isFree(proposal.start, proposal.end)) proposals.push({ ...proposal, clause: at })
    }
  }
  return proposals
}

/** Duties tell what is done; only what is named as known there counts. */
function lastKnowing(words: string): RegExpExecArray | null {
  return /熟练(?:掌握|使用|运用|操作)|精通|熟悉/.exec(words)
}

function* split(words: string, from: number): Generator<readonly [number, number]> {
  let start = from
  SEPARATOR.lastIndex = from
  for (let match = SEPARATOR.exec(words); match !== null; match = SEPARATOR.exec(words)) {
    yield [start, match.index]
    start = match.index + match[0].length
  }
  yield [start, words.length]
}

function judge(text: string, from: number, to: number): Omit<Proposal, 'clause'> | undefined {
  let words = text.slice(from, Math.min(to, from + LONGEST))
  // What is asked may itself begin with a verb of knowing: 能熟练操作 X
  KNOWING.lastIndex = 0
  for (let match = KNOWING.exec(words); match !== null; match = KNOWING.exec(words)) {
    const cut = match.index + match[0].length
    from += cut
    words = words.slice(cut)
    KNOWING.lastIndex = 0
  }
  const bracket = words.search(/[（(]/)
  if (bracket > 0) words = words.slice(0, bracket)
  const lead = LEADING.exec(words)?.[0].length ?? 0
  from += lead
  words = words.slice(lead)
  LETTERS.lastIndex = 0
  const letters = LETTERS.exec(words)
  if (letters !== null && (letters.index === 0 || /^[\u4e00-\u9fff]{1,4}$/.test(words.slice(0, letters.index)))) {
    const word = letters[0].replace(/[.\s-]+$/, '')
    const isName = word.length >= 2 && word.length <= 24 && word.split(' ').every((part) => !NO_SKILL_LETTERS.has(part))
    if (!isName) return undefined
    const start = from + letters.index
    return { start, end: start + word.length, name: word, kind: 'tool' }
  }
  // 六大茶类知识, 冲泡技巧: told by the word behind it.
  const named =
    /^([\u4e00-\u9fff]{2,8}?)(?:方面的?)?知识/.exec(words)?.[1] ??
    /^[\u4e00-\u9fff]{2,6}(?:技巧|技艺|手法)/.exec(words)?.[0]
  if (named !== undefined && !NO_SKILL.test(named) && !/行业|产品|相关|专业|一定|理论$/.test(named))
    return {
      start: from,
      end: from + named.length,
      name: named,
      kind: /[巧艺法]$/.test(named) ? 'technique' : 'knowledge',
    }
  const isCertificate = /(?:证书?|执照|资格证书?|职称)$/.test(words.replace(/[者的\s]+$/, '').replace(/优先.*$/, ''))
  const body = (isCertificate ? words.replace(/优先.*$/, '') : words).replace(TRAILING, '')
  const isShortName = body.length === 3 && /[证仪机学器术]$/.test(body)
  if ((body.length < LEAST && !isShortName) || body.length > MOST || !/^[\u4e00-\u9fff0-9a-z+#.-]+$/.test(body))
    return undefined
  if (!SKILL_ENDING.test(body) || NO_SKILL.test(body)) return undefined
  return { start: from, end: from + body.length, name: body, kind: isCertificate ? 'certificate' : kindOf(body) }
}

function kindOf(body: string): SkillKind {
  if (/(?:仪|机|器|设备|仪器|工具|机床|软件|系统|平台|量具|刀具|夹具)$/.test(body)) return 'tool'
  if (/(?:原理|规范|标准|法规|准则|理论|语法|体系|学|法律|知识|流程|性能|材料|结构)$/.test(body)) return 'knowledge'
  if (/(?:口语|外语|听说|读写|语)$/.test(body) && !body.endsWith('语言')) return 'language'
  return 'technique'
}

import type { FoundSkill } from '../advertisement.ts'
import { blockedPhrases } from '../dictionaries/blocked.ts'
import { skillTables, type Term, termsOf } from '../dictionaries/index.ts'
import { KNOWING } from '../dictionaries/proposal-words.ts'
import type { Clause } from './clauses.ts'
import { goesBack, majorsIn } from './majors.ts'
import { proposeSkills } from './propose-skills.ts'
import type { SectionKind } from './sections.ts'
import { buildTrie, scanTrie, type Trie } from './trie.ts'
import { wishesOf } from './wish.ts'

/** The dictionary made ready. */
export interface Dictionary {
  /** `null` stands for a phrase to be read over. */
  readonly words: Trie<Term | null>
  /** Terms that are not to be proposed, small letters. */
  readonly rejected: ReadonlySet<string>
}

/**
 * @param own words of a college, small letters; they win over the shipped ones
 * @param rejected what the college does not take for a skill, small letters
 */
export function buildDictionary(
  own: Iterable<readonly [word: string, term: Term]> = [],
  rejected: ReadonlySet<string> = new Set(),
): Dictionary {
  const blocked = blockedPhrases.split(/\s+/).filter(Boolean)
  const words = buildTrie<Term | null>([
    ...own,
    ...blocked.map((phrase) => [phrase, null] as const),
    ...termsOf(skillTables),
  ])
  return { words, rejected }
}

let shipped: Dictionary | undefined

/** The dictionary as it is shipped, made ready once. */
export const shippedDictionary = (): Dictionary => (shipped ??= buildDictionary())

/** A word of the dictionary met in a text. */
interface Hit {
  readonly start: number
  readonly end: number
  readonly term: Term
  readonly clause: number
}

const SILENT: ReadonlySet<SectionKind> = new Set<SectionKind>(['benefits', 'about', 'site'])
const SOFT_AROUND =
  /能力|良好|较强|善于|强|优秀|意识|精神|具备|具有|突出|佳|一定的|高度|富有|较好|很好|性格|心态|态度|工作|做事|为人|感|心|肯|乐于|勇于|敢于|认真|strong|excellent|good|ability/
/** 月薪3500+绩效: what is paid, not what is asked. */
const PAY = /(?:薪|工资|提成|待遇|收入)[^，。；]{0,6}\d{3}/
const LETTER = /[a-z0-9]/

/** Everything the dictionary and the sentences say about skills in one text. */
export function findSkills(
  dictionary: Dictionary,
  place: 'title' | 'text',
  original: string,
  clean: string,
  clauses: readonly Clause[],
): FoundSkill[] {
  const taken = new Uint8Array(clean.length)
  for (const [from, to] of findMajors(clauses)) taken.fill(1, from, to)
  const knows = clauses.map(({ words }) => place === 'text' && isAboutKnowing(words))
  const hasRequirements = clauses.some(({ section }) => section === 'requirements')
  const all = findHits(dictionary, clean, clauses)
  const isSwapped =
    hasRequirements && softIn(all, clauses, 'duties') > Math.max(3, softIn(all, clauses, 'requirements'))
  const hits = all.filter((hit) => {
    const { section, words } = clauses[hit.clause]!
    if (SILENT.has(section) || PAY.test(words)) return false
    if (taken[hit.start] === 1) return false
    const { kind, isEveryday } = hit.term
    if (kind === 'soft') {
      if (place === 'title' || (section === 'duties' && hasRequirements && !isSwapped)) return false
      return !isEveryday || isListed(clean, hit) || SOFT_AROUND.test(words)
    }
    if (place === 'title') return saysMore(hit, clean)
    if (!isEveryday || knows[hit.clause]!) return true
    // Lists of duties (接待、统计、培训) tell what is done; lists of requirements what one has to know.
    return !(hasRequirements && (section === 'duties' || section === 'open')) && isListed(clean, hit)
  })
  const withSkill = new Set(hits.map(({ clause }) => clause))
  const wishes = wishesOf(clauses, (clause) => withSkill.has(clause))
  const skill = (start: number, end: number, term: Pick<Term, 'name' | 'kind'>, clause: number, isNew: boolean) => ({
    name: term.name,
    surface: original.slice(start, end),
    kind: term.kind,
    required: wishes[clause] === 'required',
    negated: wishes[clause] === 'none',
    isNew,
    span: { in: place, start, end },
  })
  const found = hits.map(({ start, end, term, clause }) => skill(start, end, term, clause, false))
  if (place === 'title') return found
  for (const { start, end } of hits) taken.fill(1, start, end)
  const proposed = proposeSkills(clean, clauses, taken, SILENT)
    .filter(({ name }) => !dictionary.rejected.has(name.toLowerCase()))
    .map(({ start, end, name, kind, clause }) =>
      skill(start, end, { name: nameOf(original, start, end, name), kind }, clause, true),
    )
  return [...found, ...proposed]
}

/** Some put what they ask under the head of duties and the other way round. */
const softIn = (hits: readonly Hit[], clauses: readonly Clause[], section: SectionKind) =>
  hits.filter(({ term, clause }) => term.kind === 'soft' && clauses[clause]!.section === section).length

/** Letters keep the case they were written in. */
const nameOf = (original: string, start: number, end: number, name: string) =>
  LETTER.test(name) ? original.slice(start, end) : name

function findHits(dictionary: Dictionary, clean: string, clauses: readonly Clause[]): Hit[] {
  const hits: Hit[] = []
  let clause = 0
  scanTrie(dictionary.words, clean, (start, end, term) => {
    if (!isWhole(clean, start, end)) return false
    if (term === null) return true
    while (clause < clauses.length && clauses[clause]!.end <= start) clause++
    const owner = clauses[clause]
    if (owner === undefined || start < owner.start) return false
    hits.push({ start, end, term, clause })
    return true
  })
  return hits
}

/** A word of letters must not be cut out of a longer one; a version may follow it (Python3, Vue 2). */
function isWhole(text: string, start: number, end: number): boolean {
  const first = text[start]!
  if (LETTER.test(first) && start > 0 && /[a-z0-9_.@$]/.test(text[start - 1]!)) {
    // "1.C++": the dot belongs to a number of the list.
    const isNumbering = text[start - 1] === '.' && /(?:^|\D)\d{1,2}\.$/.test(text.slice(Math.max(0, start - 4), start))
    if (!isNumbering) return false
  }
  const last = text[end - 1]!
  if (!LETTER.test(last)) return true
  const next = text[end]
  if (next === undefined) return true
  if (/[a-z_]/.test(next)) return false
  if ((next === '+' || next === '#') && end - start <= 2) return false
  return !(/\d/.test(next) && end - start < 3)
}

/** 沟通、协调、表达能力; C/C++/Go */
function isListed(text: string, { start, end }: Hit): boolean {
  return (
    /[、/,，和及与或(（:：]\s*$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^\s*[、/,，和及与或)）]/.test(text.slice(end, end + 2))
  )
}

/**
 * In a title: a tool or language, and a technique that stands in brackets or in letters. The rest only names the
 * occupation.
 */
function saysMore({ term, start, end }: Hit, title: string): boolean {
  const isThing = term.kind === 'tool' || term.kind === 'language'
  if (term.isEveryday) return isThing && isListed(title, { term, start, end, clause: 0 })
  if (isThing) return true
  if (term.kind === 'certificate') return /[证照]$/.test(title.slice(start, end))
  return isInBrackets(title, start)
}

const isInBrackets = (title: string, at: number) => /[（(【[][^）)】\]]*$/.test(title.slice(0, at))

function findMajors(clauses: readonly Clause[]): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = []
  for (let at = 0; at < clauses.length; at++) {
    const range = majorsIn(clauses[at]!)
    if (range === undefined) continue
    ranges.push(range)
    for (let back = at - 1; back >= 0 && goesBack(clauses[at]!, clauses[back]!); back--)
      ranges.push([clauses[back]!.start, clauses[back]!.end])
  }
  return ranges
}

export function isAboutKnowing(words: string): boolean {
  KNOWING.lastIndex = 0
  return KNOWING.test(words)
}

/**
 * Every skill a text names, wherever it stands: for plans and profiles, which list what is taught instead of asking.
 * Everyday words are left out.
 */
export function namedSkills(
  dictionary: Dictionary,
  clean: string,
): { readonly start: number; readonly end: number; readonly term: Term }[] {
  return findHits(dictionary, clean, [{ start: 0, end: clean.length, sentence: 0, section: 'open', words: '' }]).filter(
    ({ term }) => term.kind !== 'soft' && !term.isEveryday,
  )
}

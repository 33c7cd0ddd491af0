import type { Exact } from '../../../engine/indicators/exact.ts'
import type { Place } from '../document.ts'
import type { Figure, Mention, Sentence, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, percentOf, shown } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "高级职称教师 295 人，占专任教师总数 32.14%": the share is the count before it divided by the whole that is named, or by
 * the whole of the sentence. Reported only when no whole in reach gives the printed share.
 * Example: 考生 1187 人，占录取人数的 25.3% beside 录取数 6061: 1187 ÷ 6061 = 19.58 %.
 */
export const shareInProse: AuditRule = {
  name: 'share-in-prose',
  kind: 'percentage',
  reason: { zh: '占比应等于部分除以总体', en: 'A share is the part divided by the whole' },
  wrong: '学校现有专任教师 918 人，其中高级职称教师 295 人，占专任教师总数 35.14%。\n',
  right: '学校现有专任教师 918 人，其中高级职称教师 295 人，占专任教师总数 32.14%。\n',
  check: (understood) =>
    understood.sentences.flatMap((sentence) => sentence.mentions.flatMap((m) => judge(understood, sentence, m))),
}

interface Whole {
  readonly value: Exact
  readonly printed: string
  readonly place: Place
  /** How surely it is the whole meant. */
  readonly trust: number
}

function judge(understood: Understood, sentence: Sentence, share: Mention) {
  if (share.unitClass !== '%' || share.closeness !== 'exact' || share.isRange) return []
  const lead = share.lead.replace(/\s/g, '')
  const named =
    /占(?:比)?(?:到|了)?(.{0,20}?)(?:总数|总人数|人数|总量|总额|总数量)?(?:的|的比例|比例|比重|比)?(?:为|达|约)?$/.exec(
      lead,
    )
  if (!named || /(提高|增加|增长|下降|上升|降低|占比由|同比|较)/.test(lead)) return []
  const part = partOf(sentence, share)
  if (!part) return []
  const name = (named[1] ?? '').replace(/^(到|全部|全校|学校|其|比|当年|本)/, '').replace(/[的达为]$/, '')
  const wholes = wholesOf(understood, sentence, share, part, name)
  if (wholes.length === 0 || wholes.some(({ value }) => fits(part.value, value, share))) return []
  const best = wholes.toSorted((a, b) => b.trust - a.trust)[0]!
  if (best.trust < 0.5 || best.value.lt(part.value)) return []
  const exact = percentOf(part.value, best.value)!
  return [
    finding({
      kind: isTruncated(exact, share) ? 'truncation' : 'percentage',
      severity: isTruncated(exact, share) ? 'minor' : 'serious',
      confidence: isTruncated(exact, share) ? 0.9 : best.trust,
      zh: `${part.noun} ${part.printed} 占 ${best.printed} 的 ${shown(exact, share.step)}%，印为 ${share.printed}${isTruncated(exact, share) ? '（尾数被舍去而未四舍五入）' : ''}`,
      en: `${part.printed} of ${best.printed} is ${shown(exact, share.step)} %, printed as ${share.printed}${isTruncated(exact, share) ? ' (cut off instead of rounded)' : ''}`,
      arithmetic: `${part.printed} ÷ ${best.printed} × 100 = ${shown(exact, share.step)} ≠ ${share.printed}`,
      values: [share.printed, part.printed, best.printed],
      places: [share.place, part.place, best.place],
      explanations: [EXPLANATIONS.base, EXPLANATIONS.definition],
    }),
  ]
}

const fits = (part: Exact, whole: Exact, share: Mention) => {
  const exact = percentOf(part, whole)
  return exact !== null && agrees(exact, share)
}

/** The count right before the share, outside brackets when the share is outside. */
function partOf({ text, mentions }: Sentence, share: Mention): Mention | null {
  const before = mentions.slice(0, share.index).filter((m) => depth(text, m.start) <= depth(text, share.start))
  const part = before.at(-1)
  if (!part || part.unitClass === '%' || part.unitClass === 'points' || part.isChinese || part.closeness !== 'exact')
    return null
  const between = text.slice(part.end, share.start).replace(/[（(][^）)]*[）)]/g, '')
  return /[。；]/.test(between) || (between.match(/[，、]/g)?.length ?? 0) > 1 || between.length > 36 ? null : part
}

const depth = (text: string, at: number) =>
  (text.slice(0, at).match(/[（(]/g)?.length ?? 0) - (text.slice(0, at).match(/[）)]/g)?.length ?? 0)

function wholesOf(understood: Understood, sentence: Sentence, share: Mention, part: Mention, name: string): Whole[] {
  const { sentences } = understood
  const wholes: Whole[] = []
  const add = (m: Mention, trust: number) => {
    if (
      m !== part &&
      m.unitClass === part.unitClass &&
      m.value.gte(part.value) &&
      !m.isChinese &&
      m.closeness === 'exact'
    )
      wholes.push({ value: m.value, printed: m.printed, place: m.place, trust })
  }
  const core = coreOf(name)
  for (const m of sentence.mentions.slice(0, share.index))
    add(
      m,
      core !== ''
        ? matches(core, coreOf(m.noun))
          ? 0.93
          : 0.3
        : /其中|含|包括/.test(sentence.text.slice(m.end, part.start))
          ? 0.8
          : 0.45,
    )
  for (const s of sentences)
    if (s.block === sentence.block && s !== sentence)
      for (const m of s.mentions) add(m, core !== '' && matches(core, coreOf(m.noun)) ? 0.9 : 0.2)
  if (core.length >= 2)
    for (const known of knownWholes(understood)) {
      if (!matches(core, known.core) || known.core.length > core.length + 6) continue
      if ('mention' in known) {
        const { mention } = known
        if (mention.sentence.block !== sentence.block && mention.sentence.scope === sentence.scope) add(mention, 0.8)
      } else if (
        known.figure.value.gte(part.value) &&
        (known.figure.unitClass === part.unitClass || known.figure.unitClass === '')
      )
        wholes.push({
          value: known.figure.value,
          printed: known.figure.printed,
          place: known.figure.place,
          trust: 0.78,
        })
    }
  return wholes
}

/** 录取人数 → 录取 */
const coreOf = (name: string) =>
  name
    .replace(/[\s（）()“”]/g, '')
    .replace(/(总人数|总数|人数|总量|总额|数量|学生数|数)$/, '')
    .replace(/^(全校|学校|当年|全部|所有|本校)/, '')

const matches = (core: string, other: string) => core !== '' && (other.endsWith(core) || other.startsWith(core))

type Known = { readonly core: string } & ({ readonly mention: Mention } | { readonly figure: Figure })

/** Every figure that may be a whole, with the core of its name: made once for a document. */
const known = new WeakMap<Understood, readonly Known[]>()
function knownWholes(understood: Understood): readonly Known[] {
  const made = known.get(understood)
  if (made) return made
  const list: Known[] = [
    ...understood.mentions
      .filter((m) => m.noun !== '' && m.unitClass !== '%')
      .map((mention) => ({ core: coreOf(mention.noun), mention })),
    ...understood.sheets.flatMap((sheet) =>
      sheet.figures.map((figure) => ({
        core: coreOf(/^(合计|总计)/.test(figure.rowLabel) ? figure.columnLabel : figure.rowLabel),
        figure,
      })),
    ),
  ]
  known.set(understood, list)
  return list
}

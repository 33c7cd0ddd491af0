import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import type { Mention, Understood } from '../understanding/understand.ts'
import { shown } from './arithmetic.ts'
import { agreedFigure, figuresAround, figuresOfSection } from './operands.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * What is left over is the whole without the part: 总收入 − 总支出 = 结余, 毕业生 − 落实 = 未就业, 任务 − 已完成 = 其余. Silent
 * where any two figures in reach give it.
 * Example: 毕业生 3284 人，已落实 3126 人，尚未落实 185 人: 3284 − 3126 = 158.
 */
export const remainder: AuditRule = {
  name: 'remainder',
  kind: 'parts-and-whole',
  reason: { zh: '剩余的数应等于总数减去已有部分', en: 'What is left over is the whole without its part' },
  wrong: '全年总收入 19864.50 万元，总支出 19327.20 万元，年末结余 573.30 万元。\n',
  right: '全年总收入 19864.50 万元，总支出 19327.20 万元，年末结余 537.30 万元。\n',
  check: (understood) => understood.mentions.flatMap((m) => judge(understood, m)),
}

interface Leftover {
  readonly rest: RegExp
  readonly whole: RegExp
  readonly part: RegExp
  /** A name whose figure may stand elsewhere in the document. */
  readonly name?: string
  /** Behind a list it is what the list leaves. */
  readonly endsLists?: true
}

const LEFTOVERS: readonly Leftover[] = [
  { rest: /(?:结余|盈余|节余|结存)(?:资金)?[为达]?$/, whole: /收入/, part: /支出/ },
  // 到位 29184 万元，实际支出 27862 万元，结余资金 1322 万元
  { rest: /(?:结余|结存)(?:资金|经费)?[为达]?$/, whole: /到位|到账|下达/, part: /支出|使用/ },
  {
    rest: /(?:未就业|待就业|(?:尚|暂)?未落实(?:毕业)?(?:去向)?)(?:的|毕业生|人数|仍有|还有|有)*$/,
    whole: /毕业生/,
    part: /(?<!未)落实|(?<![未待])就业/,
    name: '毕业生',
  },
  {
    rest: /(?:其余|剩余|余下|未完成|尚未完成|未结题|未达标|未通过|尚有|还有|仍有)(?:的)?$/,
    whole: /共|总|任务|项目|设定|参加|应|立项/,
    part: /已|完成|结题|达标|通过|达到/,
    endsLists: true,
  },
  { rest: /(?:空编|空缺编制|缺编|空编数)(?:为)?$/, whole: /编制/, part: /在编|实有/ },
  { rest: /净(?:增加?|减少?)(?:了)?$/, whole: /新增|增设|新开设|新设/, part: /撤销|停招|停办|减少|取消/ },
]

function judge(understood: Understood, rest: Mention) {
  const lead = rest.lead.replace(/\s/g, '')
  if (rest.closeness !== 'exact' || rest.isChinese || rest.isRange || /^(%|points|)$/.test(rest.unitClass)) return []
  if (/人均|生均|结转/.test(lead)) return []
  // The first that finds its whole and its part.
  for (const leftover of LEFTOVERS.filter((known) => known.rest.test(lead))) {
    const found = check(understood, rest, lead, leftover)
    if (found.length > 0) return found
  }
  return []
}

function check(understood: Understood, rest: Mention, lead: string, leftover: Leftover) {
  const isOneKind = (m: Mention): boolean =>
    m !== rest && m.unitClass === rest.unitClass && (m.unitClass !== '个' || m.unit === rest.unit)
  const around = [...figuresAround(understood, rest), ...figuresOfSection(understood, rest)].filter(isOneKind)
  const gives = (whole: { value: Mention['value'] }, part: Mention): boolean =>
    whole.value.minus(part.value).abs().minus(rest.value).abs().lte(rest.step)
  if (around.some((whole) => around.some((part) => gives(whole, part)))) return []
  const before = around.filter(
    (m) =>
      m.sentence.block === rest.sentence.block &&
      (m.sentence.index < rest.sentence.index || (m.sentence === rest.sentence && m.index < rest.index)) &&
      rest.sentence.index - m.sentence.index <= 2 &&
      !isOfOtherTime(m) &&
      !isChange(m),
  )
  const words = (m: Mention): string => `${m.lead}${/^[，。；、]/.test(m.tail) ? '' : m.tail}`
  const part = before.findLast((m) => leftover.part.test(words(m)) && !isPart(m))
  const whole =
    before.findLast((m) => m !== part && leftover.whole.test(words(m)) && !isPart(m)) ??
    (leftover.name === undefined ? undefined : agreedFigure(understood, leftover.name))
  if (!part || !whole || whole.value.lte(part.value)) return []
  if (leftover.name !== undefined && (gives(whole, part) || before.some((m) => gives(whole, m)))) return []
  // 其余 behind a list is what the list leaves, not what its last item does.
  const between = before.filter((m) => m.sentence === part.sentence && m.index > part.index)
  if (between.length > 0 || (leftover.endsLists && before.filter((m) => m.sentence === rest.sentence).length > 2))
    return []
  const exact = whole.value.minus(part.value)
  const right = shown(exact.div(rest.scale), rest.step.div(rest.scale))
  return [
    finding({
      kind: 'parts-and-whole',
      severity: 'serious',
      confidence: 0.8,
      zh: `“${lead.slice(-8)}”印为 ${rest.printed} ${rest.unit}，按 ${whole.printed} − ${part.printed} 应为 ${right}`,
      en: `What is left over is printed as ${rest.printed}; ${whole.printed} − ${part.printed} is ${right}`,
      arithmetic: `${whole.printed} − ${part.printed} = ${right} ≠ ${rest.printed}`,
      values: [rest.printed, whole.printed, part.printed],
      places: [rest.place, whole.place, part.place],
      explanations: [EXPLANATIONS.other, EXPLANATIONS.scope],
    }),
  ]
}

const isPart = ({ sentence, start }: Mention): boolean => /(其中|含|包括)[^。；]*$/.test(sentence.text.slice(0, start))

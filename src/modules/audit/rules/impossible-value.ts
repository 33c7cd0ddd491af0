import { isWhole } from '../understanding/units.ts'
import type { Place } from '../document.ts'
import type { Mention } from '../understanding/understand.ts'
import type { Exact } from '../../../engine/indicators/exact.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * Values that cannot be: a share above 100 %, people below zero or by halves.
 * Example: 毕业去向落实率 102.5%; 在校生 −20 人; 毕业生 118.5 人.
 */
export const impossibleValue: AuditRule = {
  name: 'impossible-value',
  kind: 'impossible-value',
  reason: {
    zh: '比率不超过 100%，人数不为负、不带小数',
    en: 'Shares do not exceed 100 %, people are whole and not negative',
  },
  wrong: '2023 届毕业生毕业去向落实率为 102.50%。\n',
  right: '2023 届毕业生毕业去向落实率为 98.50%。\n',
  check: ({ mentions, sheets }) => [
    ...mentions.flatMap((m) =>
      m.isChinese
        ? []
        : judge({
            name: listedName(m) ?? (m.noun === '' ? m.lead : m.noun),
            // 百名学生配… begins with a number itself.
            before: `${clauseBefore(m.sentence.text, m.start)}${m.lead}`,
            sentence: m.sentence.text.slice(0, m.start),
            value: m.value,
            printed: m.printed,
            unit: m.unit,
            unitClass: m.unitClass,
            place: m.place,
            isExact: m.closeness === 'exact',
            scale: m.scale,
          }),
    ),
    ...sheets.flatMap((sheet) =>
      sheet.figures.flatMap((f) =>
        judge({
          name: `${f.rowLabel} ${f.columnLabel}`,
          before: '',
          value: f.value,
          printed: f.printed,
          unit: f.unit,
          unitClass: f.unitClass,
          place: f.place,
          isExact: f.closeness === 'exact',
          scale: /万|亿/.test(f.unit) ? 10_000 : 1,
        }),
      ),
    ),
  ],
}

/** 报到率由 2023 年的 94.6%、2024 年的 95.8% 提高到 97.0%: the second is a rate too. */
const listedName = ({ unitClass, lead, sentence, start }: Mention): string | null =>
  unitClass === '%' && /^\s*20\d{2}\s*(?:年|届|学年)度?的?[-−－\s]*$/.test(lead)
    ? (/(?:^|[，。；])[^，。；\d]{0,12}?([\u4e00-\u9fff]{2,8}率)[由从][^，。；]*、[^，。；、]*$/.exec(
        sentence.text.slice(0, start),
      )?.[1] ?? null)
    : null

const clauseBefore = (text: string, at: number): string => /[^，。；：、]*$/.exec(text.slice(0, at))?.[0] ?? ''

interface Judged {
  readonly name: string
  readonly before: string
  /** The sentence so far: 人均投递 9.4 份，获得面试 4.1 次. */
  readonly sentence?: string
  readonly value: Exact
  readonly printed: string
  readonly unit: string
  readonly unitClass: string
  readonly place: Place
  readonly isExact: boolean
  readonly scale: number
}

/** Shares of a whole. Growth, completion, use and arrival of money, supply per place may exceed 100 %. */
const SHARE =
  /占|比例|比重|落实率|就业率|升学率|合格率|及格率|通过率|报到率|满意[度率]|获取率|覆盖率|对口率|出勤率|双师|巩固率|毕业率|到课率|优秀率|优良率|签约率|在线率|参与率|录取率|留存率|普及率|好评率|知晓率|认可度|创业率|[^长增幅]率$/
const NO_SHARE =
  /增长|增幅|增加|提高|提升|完成率|完成度|完成比例|完成情况|达成|到位|使用率|执行率|支出率|同比|环比|超额|利用率|需求|供需|产出|相当于|上升|超过|人均|翻|增速|涨|负债|周转|产销|投资回报|回报率|收益率|变化|提标/
/** Rates that a loss or a fall makes negative. */
const MAY_FALL = /增|减|降|涨|跌|变|同比|环比|利润|利率|毛利|净利|收益|回报|结余|差|较/
const AVERAGE = /均|平均|每|班额|密度|百[名人生]|千[名人]|折合|当量|比$|生师比/

function judge({ name, before, sentence = '', value, printed, unit, unitClass, place, isExact, scale }: Judged) {
  const report = (severity: 'serious' | 'notable', confidence: number, zh: string, en: string) => [
    finding({
      kind: 'impossible-value',
      severity,
      confidence,
      zh: `“${name.trim()}” ${printed} ${zh}`,
      en: `"${name.trim()}" ${printed} ${en}`,
      values: [printed],
      places: [place],
      explanations: [EXPLANATIONS.definition],
    }),
  ]
  const isShare = unitClass === '%' && SHARE.test(name) && !NO_SHARE.test(name) && !NO_SHARE.test(before)
  // Rounded shares may come to 100.01 together.
  const most = /合\s*计|总\s*计|total/i.test(name) ? '100.5' : 100
  if (isShare && value.gt(most)) return report('serious', 0.93, '超过 100%', 'exceeds 100 %')
  if (isShare && value.lt(0)) return report('serious', 0.93, '为负数', 'is negative')
  if (
    unitClass === '%' &&
    value.lt(0) &&
    (/(?:率|占比|比例|比重|度)(?:[（(]%[）)])?(?:为|达)?$/.test(name.replace(/[-−－\s]+$/, '')) ||
      /(?:(?:完成|占)[^，。；]{0,20}的?|(?:为|相当于)[^，。；]{2,16}[数额量]的)[-−－\s]*$/.test(before)) &&
    !MAY_FALL.test(`${name}${before}`)
  )
    return report('serious', 0.88, '为负数', 'is negative')
  if (!isWhole(unit) || AVERAGE.test(name) || AVERAGE.test(before) || AVERAGE.test(sentence)) return []
  if (value.lt(0) && !/增|减|变化|差|较/.test(name)) return report('serious', 0.9, `${unit}，不应为负数`, 'is negative')
  if (isExact && scale === 1 && !value.isInteger() && !/折|当量|学时|量$|指数/.test(name))
    return report('notable', 0.85, `${unit}，应为整数`, 'should be a whole number')
  return []
}

import type { Mention } from './understand.ts'

const EARLIER =
  '(?:去年|上年(?!结[转余])|上一年|上年度|上年末|上年同期|上一?学年|上一?届|往年|20\\d{2}\\s*(?:年|届|学年)(?:度|末|底|同期)?)'
const COMPARED = new RegExp(`(?:比|较|与|同)\\s*${EARLIER}[^，。；）)]{0,12}$`)
const COMPARED_BRACKET = new RegExp(`(?:(?<![占同环])比(?![例重])|较|与)[^，。；（(]{0,16}[（(][^（()）]*$`)
const DATED_BRACKET = new RegExp(`[（(]\\s*${EARLIER}[^（()）]*$`)
const STATED = /(?:去年|上年(?!结[转余])|上一年|上年度|上一?学年)[^，。；]{0,8}$/

/**
 * Whether a figure is of the time that the sentence compares with: 比上年的 1104 万元, 较 2022 届（毕业生 2811 人…），
 * （2022 年 3120 本）. Such a figure is no base of anything but the change.
 */
export function isOfOtherTime({ sentence, start }: Mention): boolean {
  const before = sentence.text.slice(0, start)
  return COMPARED.test(before) || COMPARED_BRACKET.test(before) || DATED_BRACKET.test(before) || STATED.test(before)
}

/** Whether a figure is itself a change: 增加 24 件, 下降 0.07 分, 相差 6 个百分点. */
export const isChange = ({ lead }: Mention): boolean =>
  // 正高 and 副高 are titles, 最高 and 至少 are no changes.
  !/[正副最新](高|低|多|少)\s*$|(至|不)少\s*$|新增\s*$/.test(lead) &&
  /(增|减|降|升|涨|提高|扩大|缩小|净增|相差|高出|超出|多|少|高|低)(加|长|少|低|了|幅|出|达|为|约|近|超过|收|支|产|资)*\s*$/.test(
    lead,
  )

/** 2500 万元（约 0.25 亿元）: the second says the first again. */
export const isRestatement = ({ sentence: { text }, start, end }: Mention): boolean =>
  /[（(]\s*(?:约合?|合|折合?|即)\s*$/.test(text.slice(0, start)) && /^\s*[)）]/.test(text.slice(end))

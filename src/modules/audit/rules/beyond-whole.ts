import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import type { Mention, Understood } from '../understanding/understand.ts'
import { percentOf, agrees } from './arithmetic.ts'
import { figuresBefore, isShareOfAny } from './operands.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * A count that is followed by its share, below a hundred, and yet is larger than what it is a share of. Which figure that is
 * shows in the share itself: of 186 there are few shares with two decimals, and 96.24 % is one (179). Silent where any
 * figure of the document gives the share.
 * Example: 帮扶对象 186 人，已帮扶 192 人，帮扶成功率 96.24%.
 */
export const beyondWhole: AuditRule = {
  name: 'beyond-whole',
  kind: 'order',
  reason: {
    zh: '占比不足百分之百的部分不大于总体',
    en: 'A part with a share below a hundred is no larger than its whole',
  },
  wrong: '台账在册学员 186 人，结业 192 人，结业成功比率 96.24%。\n',
  right: '台账在册学员 186 人，结业 179 人，结业成功比率 96.24%。\n',
  check: (understood) => understood.mentions.flatMap((m) => judge(understood, m)),
}

const ELSEWHERE = /分别|依次|全省|全国|全市|全区|全县|同类|平均|增|减|降|升|涨|同比|完成|达成|执行|到位/

function judge(understood: Understood, share: Mention) {
  if (share.unitClass !== '%' || share.closeness !== 'exact' || share.isRange || share.value.gt(100)) return []
  if (ELSEWHERE.test(share.lead) || !/[率度比占]|比例|比重/.test(`${share.lead}${share.noun}`)) return []
  const part = share.sentence.mentions[share.index - 1]
  if (!part || part.closeness !== 'exact' || part.isChinese || isChange(part) || isOfOtherTime(part)) return []
  if (/^(%|points|)$/.test(part.unitClass) || part.scale !== 1 || !part.value.isInteger()) return []
  const between = share.sentence.text.slice(part.end, share.start)
  if (/[。；（(]/.test(between) || between.length > 16 || isShareOfAny(understood, part.value, share)) return []
  const whole = figuresBefore(understood, part, 6)
    .filter(
      (m) =>
        m.sentence.block === part.sentence.block &&
        m.unitClass === part.unitClass &&
        (m.unitClass !== '个' || m.unit === part.unit) &&
        m.scale === 1 &&
        !isChange(m) &&
        !isOfOtherTime(m) &&
        !isListed(m),
    )
    .findLast((m) => isTold(m, share))
  if (!whole || whole.value.gte(part.value)) return []
  return [
    finding({
      kind: 'order',
      severity: 'serious',
      confidence: 0.75,
      zh: `“${part.noun}” ${part.printed} 大于其总数 ${whole.printed}，而占比印为 ${share.printed}`,
      en: `"${part.noun}" ${part.printed} is larger than its whole ${whole.printed}, while its share is printed as ${share.printed}`,
      arithmetic: `${part.printed} > ${whole.printed}`,
      values: [part.printed, whole.printed, share.printed],
      places: [part.place, whole.place, share.place],
      explanations: [EXPLANATIONS.scope, EXPLANATIONS.base],
    }),
  ]
}

/** 第一产业 286 人、第二产业 2218 人: one of a list is a fellow, no whole. */
function isListed({ sentence: { text, mentions }, index, start, end }: Mention): boolean {
  const [before, next] = [mentions[index - 1], mentions[index + 1]]
  return (
    (before !== undefined && /^[^，。；\d]{0,4}、/.test(text.slice(before.end, start))) ||
    (next !== undefined &&
      (/^[^，。；\d]{0,4}、/.test(text.slice(end, next.start)) || (next.unitClass === '%' && /占/.test(next.lead))))
  )
}

/** Whether some number of the whole has this share, where by chance hardly one has. */
function isTold({ value }: Mention, share: Mention): boolean {
  if (!value.isInteger() || value.lte(1)) return false
  const chance = Number(value.times(share.step).div(100).toString())
  const count = value.times(share.value).div(100).round()
  const exact = percentOf(count, value)
  return chance <= 0.35 && exact !== null && agrees(exact, share)
}

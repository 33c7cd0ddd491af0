import type { Mention, Sentence } from '../understanding/understand.ts'
import { type AuditRule, finding } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * A figure said again in brackets in another unit: 864200 册（86.42 万册）. Both are one value but for rounding; ten thousand
 * times more or less is a wrong unit.
 * Example: 864200 册（86.42 亿册）.
 */
export const restated: AuditRule = {
  name: 'restated',
  kind: 'unit-magnitude',
  reason: { zh: '括号内换算的数应与原数相等', en: 'A figure said again in brackets is the same figure' },
  wrong: '馆藏纸质图书 864200 册（86.42 亿册），资源丰富。\n',
  right: '馆藏纸质图书 864200 册（86.42 万册），资源丰富。\n',
  check: ({ sentences }) => sentences.flatMap((sentence) => [...judge(sentence), ...inYuan(sentence)]),
}

function judge({ text, mentions }: Sentence) {
  return mentions.flatMap((first, at) => {
    const second = mentions[at + 1]
    if (!second || !isRestated(text, first, second)) return []
    const room = first.step.plus(second.step).div(2)
    if (first.value.minus(second.value).abs().lte(room)) return []
    const ratio = first.value.gt(second.value) ? first.value.div(second.value) : second.value.div(first.value)
    const power = ['100', '1000', '10000', '100000000'].find((known) => ratio.div(known).minus(1).abs().lt('0.06'))
    if (power === undefined) return []
    return [
      finding({
        kind: 'unit-magnitude',
        severity: 'serious',
        confidence: 0.9,
        zh: `“${first.printed} ${first.unit}”在括号内写作 ${second.printed}${unitOf(text, second)}，相差约 ${power} 倍`,
        en: `${first.printed} ${first.unit} is said again as ${second.printed}${unitOf(text, second)}, about ${power} times off`,
        arithmetic: `${first.value.toFixed()} ≠ ${second.value.toFixed()}`,
        values: [first.printed, second.printed],
        places: [first.place, second.place],
      }),
    ]
  })
}

/** 接待费 3.42 万元，296 人次，人均 115.54 元（折 32400 元）: the money is said again in 元, further on. */
function inYuan({ text, mentions }: Sentence) {
  return mentions.flatMap((again) => {
    const isBracket =
      /[（(][^（()）\d]{0,6}$/.test(text.slice(0, again.start)) && /^\s*[)）÷]/.test(text.slice(again.end))
    if (!isBracket || again.unit !== '元' || again.scale !== 1 || digitsOf(again.printed) < 3 || again.value.lt(1000))
      return []
    const told = mentions
      .slice(0, again.index)
      .filter((m) => m.unitClass === '元' && m.scale === 10_000 && m.closeness === 'exact')
    if (told.some((m) => m.value.minus(again.value).abs().lte(m.step))) return []
    const meant = told.filter((m) => isOneSlipAway([again, m], ([a, b]) => a!.eq(b!)))
    const [first] = meant
    if (!first || meant.length > 1) return []
    return [
      finding({
        kind: 'same-quantity',
        severity: 'serious',
        confidence: 0.78,
        zh: `“${first.printed} ${first.unit}”在括号内写作 ${again.printed} 元`,
        en: `${first.printed} ${first.unit} is said again as ${again.printed} 元`,
        arithmetic: `${first.value.toFixed()} ≠ ${again.value.toFixed()}`,
        values: [again.printed, first.printed],
        places: [again.place, first.place],
      }),
    ]
  })
}

/** What follows the digits: 万册. */
const unitOf = (text: string, { start, end, printed }: Mention): string => text.slice(start + printed.length, end)

const isRestated = (text: string, first: Mention, second: Mention): boolean =>
  first.unitClass === second.unitClass &&
  first.unitClass !== '%' &&
  first.unitClass !== '' &&
  !first.isChinese &&
  !second.isChinese &&
  first.value.gt(0) &&
  second.value.gt(0) &&
  /^\s*[（(]\s*(约|合|即|约合|折合|精确数?为)?\s*$/.test(text.slice(first.end, second.start)) &&
  /^\s*[)）]/.test(text.slice(second.end))

import type { Mention, Sentence } from '../understanding/understand.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * No more answers come back than people were asked. Lists (分别为 a、b … 分别为 c、d) are compared one by one.
 * Example: 目标数量分别为 1070 人、1057 人，完成提交的分别为 1077 人、1289 人.
 */
export const answers: AuditRule = {
  name: 'answers',
  kind: 'impossible-value',
  reason: { zh: '收回的答卷不多于调查对象', en: 'No more answers come back than were asked' },
  wrong: '共发放问卷 1200 份，回收问卷 1250 份。\n',
  right: '共发放问卷 1200 份，回收问卷 1150 份。\n',
  check: ({ sentences }) => sentences.flatMap(judge),
}

const ASKED = /发放|推送|发送|下发|发出|目标数|抽取|抽样|应参加|应答|邀请|调查对象|样本总/
const ANSWERED = /回收|收回|提交|有效|完成|实际参加|参与(调查|测评|答题)|作答|填写/

function judge({ text, mentions }: Sentence) {
  if (!/问卷|答卷|调查|测评|评教|投票/.test(text)) return []
  const exact = mentions.filter(
    (m) => m.closeness === 'exact' && !m.isChinese && m.unitClass !== '%' && /^(人|名|份|人次|)$/.test(m.unit),
  )
  const lists = listsOf(text, exact)
  return lists.flatMap((asked, at) => {
    if (!ASKED.test(asked.words) || ANSWERED.test(asked.words)) return []
    const answered = lists.slice(at + 1).find((list) => ANSWERED.test(list.words))
    if (!answered || answered.numbers.length !== asked.numbers.length) return []
    return asked.numbers.flatMap((want, i) => {
      const got = answered.numbers[i]!
      if (got.value.lte(want.value)) return []
      return [
        finding({
          kind: 'impossible-value',
          severity: 'serious',
          confidence: 0.88,
          zh: `收到 ${got.printed} ${got.unit}，多于调查对象 ${want.printed} ${want.unit}`,
          en: `${got.printed} answered, more than the ${want.printed} who were asked`,
          arithmetic: `${got.printed} > ${want.printed}`,
          values: [want.printed, got.printed],
          places: [want.place, got.place],
          explanations: [EXPLANATIONS.scope],
        }),
      ]
    })
  })
}

interface Numbers {
  /** The words before the first number. */
  readonly words: string
  readonly numbers: readonly Mention[]
}

/** Numbers with nothing but 、 or 和 between them are one list. */
function listsOf(text: string, mentions: readonly Mention[]): Numbers[] {
  const lists: { words: string; numbers: Mention[] }[] = []
  let end = 0
  for (const m of mentions) {
    const between = text.slice(end, m.start)
    if (lists.length > 0 && /^\s*[、和与及]\s*$/.test(between)) lists.at(-1)!.numbers.push(m)
    else lists.push({ words: between, numbers: [m] })
    end = m.end
  }
  return lists
}

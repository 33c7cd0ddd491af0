import type { Sentence } from '../understanding/understand.ts'
import type { Mention } from '../understanding/understand.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "书画、舞蹈、声乐等 8 个类别": a list before its number has no more members than the number says, and exactly as many
 * where no 等 leaves it open.
 * Example: nine names, 、 between them, before 等 8 个类别.
 */
export const listCount: AuditRule = {
  name: 'list-count',
  kind: 'parts-and-whole',
  reason: { zh: '列举的项数不应多于所说的个数', en: 'A list has as many members as it says' },
  wrong: '学校开设书画、舞蹈、太极、器乐、瑜伽、声乐、影像、时装、摄影等 8 个类别课程。\n',
  right: '学校开设书画、舞蹈、太极、器乐、瑜伽、声乐、影像、时装、摄影等 9 个类别课程。\n',
  check: ({ sentences }) =>
    sentences.flatMap((sentence) => sentence.mentions.flatMap((mention) => judge(sentence, mention))),
}

const COUNTED = /^(个|项|门|种|类|所|家|大|支|部|本|方面|层面|届|场|款|套|条|人|名|位)$/

function judge({ text, mentions }: Sentence, mention: Mention) {
  if (mention.closeness !== 'exact' || mention.isRange || !COUNTED.test(mention.unit)) return []
  const count = mention.value.toNumber()
  if (!Number.isInteger(count) || count < 2 || count > 40) return []
  const list = listBefore(text, mention.start, mentions[mention.index - 1]?.end ?? 0) ?? listBehind(text, mention.end)
  if (!list) return []
  const { members, isOpen } = list
  const isWrong = isOpen ? members.length > count : members.length !== count
  if (!isWrong) return []
  // One too few may be a list that goes on in other words; 和 within a name may make one too many.
  if (!isOpen && members.length < count && !text.slice(mention.end).includes(`${members[0]}、`)) return []
  const doubtful = members.some((member) => /[和与及]/.test(member)) || members.length - count > 6
  if (doubtful && !isOpen) return []
  return [
    finding({
      kind: 'parts-and-whole',
      severity: 'notable',
      confidence: doubtful ? 0.6 : 0.88,
      zh: `写明 ${mention.printed} ${mention.unit}，却列举了 ${members.length} 项：${members.join('、')}`,
      en: `${mention.printed} are said, but ${members.length} are listed: ${members.join(', ')}`,
      arithmetic: `${members.length} ${members.length > count ? '>' : '<'} ${mention.printed}`,
      values: [mention.printed],
      places: [mention.place],
      explanations: [EXPLANATIONS.several],
    }),
  ]
}

/** The members of the list that ends at `end`, with 等 or a bare noun group behind; null when there is no clear list. */
function listBefore(text: string, end: number, least: number): { members: string[]; isOpen: boolean } | null {
  const from = Math.max(
    least,
    ...['，', '。', '；', '：', '（', '！', '？', '\n'].map((stop) => text.lastIndexOf(stop, end - 1) + 1),
  )
  const clause = text.slice(from, end).replace(/\s+$/, '')
  const open = /^(.*?)等\s*(共计?|合计)?$/.exec(clause)
  const closed = open ? null : /^(.*?)(共计?|合计)$/.exec(clause)
  const body = (open?.[1] ?? closed?.[1])?.trim()
  // Behind names in marks, what they are may be said: “甲”“乙”等国家级奖项 3 项.
  const marked = /^(.*[”》])(等)?[^，。；“”《》]{0,12}$/.exec(clause)
  const quoted = marked ? quotedNames(marked[1]!) : null
  if (quoted) return { members: quoted, isOpen: marked![2] !== undefined }
  if (body === undefined || !body.includes('、') || /\d/.test(body)) return null
  // 《甲》《乙》 and “甲”“乙” have no 、 between them; lists of such titles are told by their marks.
  if (/[》”]\s*[《“]/.test(body)) return null
  const pieces = body.split('、')
  const first = pieces[0]!
  const last = pieces.at(-1)!
  const lastTwo = /^(.+?)(?:和|以及|及)(.+)$/.exec(last)
  const members = [...pieces.slice(0, -1), ...(lastTwo ? [lastTwo[1]!, lastTwo[2]!] : [last])].map((m) => m.trim())
  if (members.some((m) => m === '') || members.length < 3) return null
  // The first member carries the verb of the sentence; members of a list are about as long as each other.
  const lengths = members.slice(1).map((m) => m.length)
  const longest = Math.max(...lengths)
  if (longest > 24 || first.length > longest + 14) return null
  return { members: [shorten(first, longest), ...members.slice(1)], isOpen: open !== null }
}

/** “甲”“乙”“丙”等 3 项: names in marks need no 、 between them. */
function quotedNames(body: string): string[] | null {
  const names = [...body.matchAll(/[“《]([^“”《》]+)[”》]/g)]
  const [first] = names
  if (!first || names.length < 3) return null
  const rest = body.slice(first.index).replace(/[“《][^“”《》]+[”》]/g, '')
  return /^[、和及与\s]*$/.test(rest) ? names.map((name) => name[1]!) : null
}

/** 5 个专业群（机电、信息、经管、建筑、艺术）: names in brackets right behind the thing counted. */
function listBehind(text: string, start: number): { members: string[]; isOpen: boolean } | null {
  const match = /^\s*[\u4e00-\u9fff]{1,10}[（(]([^（()）\d，。；：:]{3,120})[）)]/.exec(text.slice(start, start + 150))
  if (!match || !match[1]!.includes('、')) return null
  const isOpen = /等\s*$/.test(match[1]!)
  const members = match[1]!
    .replace(/等\s*$/, '')
    .split('、')
    .map((m) => m.trim())
  return members.some((m) => m === '') || members.length < 3 ? null : { members, isOpen }
}

/** 常年开设书画 → 书画: as much of the end as the others are long. */
const shorten = (first: string, longest: number) => (first.length > longest + 4 ? `…${first.slice(-longest)}` : first)

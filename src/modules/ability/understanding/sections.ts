/** What a part of an advertisement is about. */
export type SectionKind = 'open' | 'duties' | 'requirements' | 'preferred' | 'benefits' | 'about' | 'site'

export interface Section {
  readonly kind: SectionKind
  readonly start: number
  readonly end: number
}

const HEADS: readonly (readonly [SectionKind, string])[] = [
  [
    'requirements',
    '(?:任职|岗位|职位|职务|招聘|应聘|录用|录取|入职|技能|素质|能力|资格|职业|专业技能|基本|聘用|具体|人员|求职|专业|其他|其它|报名|招收)(?:要求|资格|条件|需求|标准)|任职资格及要求|资格要求|我们希望你|希望你|你需要|我们需要你|期待你|期望你|我们期待|要找这样的你|寻找的人才|寻找的伙伴|你最好是|希望你是|理想的你|我们对你的期望|你需具备|您需要|招聘对象|胜任要求|requirements?|qualifications?|what you need|skills required|(?<=^|[\\s。；;\\n])(?:要求|条件|资格)',
  ],
  ['preferred', '加分项|优先条件|优先考虑条件|优先录用条件|加分条件|优先考虑(?=[:：])|bonus points|nice to have'],
  [
    'duties',
    '(?:岗位|工作|职位|主要|职责|任务|工作)(?:职责|内容|描述|任务|工作|范围|说明)|职责描述|职位职责|(?<=^|[\\s。；;\\n])职责|你要做的|你需要做(?=[:：])|你将负责|你的工作|日常工作|responsibilit(?:ies|y)|what you(?: will|.ll)? do|job description|duties',
  ],
  [
    'benefits',
    '(?:福利|薪资|薪酬|岗位|员工|公司|工作|薪金|工资|相关)(?:待遇|福利)|薪酬福利|薪资福利|我们提供|我们的福利|公司提供|福利保障|员工关怀|你能获得|你将获得|加入我们|职位发展渠道|发展空间|晋升(?:通道|机制|空间)|职业发展|工作时间|上班时间|作息时间|培训机会|(?<=^|[\\s。；;\\n])(?:待遇|福利)|benefits|we offer',
  ],
  [
    'about',
    '(?:公司|企业|单位|集团|团队|部门|学校|医院|项目)(?:简介|介绍|概况|背景)|关于我们|about us|company profile',
  ],
  [
    'site',
    '职能类别|微信分享|经营范围(?=包括|为|[:：])|联系方式|联系电话|联系人|简历投递|投递邮箱|面试地址|工作地点|工作地址|上班地点|上班地址',
  ],
]
/** Told apart by the words around: a head stands alone in brackets, before a colon, or begins its line. */
const HEAD = new RegExp(HEADS.map(([, words], at) => `(?<h${at}>${words})`).join('|'), 'g')
const AFTER =
  /^[\s】\]〗）)」』》]*(?:[:：]|[】\]〗」』》]|[\s]*(?:\n|$)|[-—–]{1,3}|[（(][^）)]{0,12}[）)][:：]?|\s*(?:\d{1,2}|[一二①a-h])\s*[.、)）:：,，-]|\s{2,})/

/** Splits a cleaned text by its heads. The text before the first head is `open`. */
export function splitSections(text: string): Section[] {
  const cuts: { kind: SectionKind; at: number }[] = [{ kind: 'open', at: 0 }]
  HEAD.lastIndex = 0
  for (let match = HEAD.exec(text); match !== null; match = HEAD.exec(text)) {
    const end = match.index + match[0].length
    const kind = kindOf(match.groups)
    if (
      kind !== undefined &&
      (kind === 'site' ? isSite(match[0]) || AFTER.test(rest(text, end)) : isHead(text, match.index, end))
    )
      cuts.push({ kind, at: match.index })
  }
  return cuts.flatMap(({ kind, at }, index) => {
    const end = cuts[index + 1]?.at ?? text.length
    const list = kind === 'site' && !isSite(text.slice(at, at + 4)) ? listFrom(text, at, end) : end
    return list === end
      ? [{ kind, start: at, end }]
      : [
          { kind, start: at, end: list },
          { kind: 'open' as const, start: list, end },
        ]
  })
}

/** 工作地点：上海 要做什么：1、…: an address holds no list; the list that begins behind it is part of the text again. */
function listFrom(text: string, from: number, to: number): number {
  const list = /(?<=[^\d])1\s{0,2}[、.．](?!\d)/.exec(text.slice(from, to))
  return list === null ? to : from + list.index
}

function isHead(text: string, start: number, end: number): boolean {
  if (AFTER.test(rest(text, end))) return true
  const before = text.slice(Math.max(0, start - 2), start)
  return /[【[〖「『《]\s*$/.test(before)
}

/** Heads of the site's own parts and of a firm's entry in the register: they need nothing behind them. */
const isSite = (words: string) => words === '职能类别' || words === '微信分享' || words === '经营范围'
const rest = (text: string, end: number) => text.slice(end, end + 24)

function kindOf(groups: Record<string, string | undefined> | undefined): SectionKind | undefined {
  for (let at = 0; at < HEADS.length; at++) if (groups?.[`h${at}`] !== undefined) return HEADS[at]![0]
  return undefined
}

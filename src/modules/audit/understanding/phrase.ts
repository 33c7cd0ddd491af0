/** What a number counts, in the words beside it. */

const END_WORDS =
  /(上年|去年|共有|共计|总共|总计|合计|累计|分别达到|分别为|分别是|分别|达到了|达到|达|均为|均达|均|约为|约|近|将近|超过|超|逾|突破|为|是|有|仅|各|共计|即|已|共|至|(?<!报)到|增至|增加到|保持在|稳定在|提高到|提升到|提高至|上升至|降至|下降至|等|的|了|，|：|≥|≤|>|<|=)\s*$/
const START_WORDS =
  /^(20\d{2}([-—–~～至]20\d{2})?(年度?|学年|届|级)?|\d{1,2}月(\d{1,2}日)?(?:前|底|末|止)?|截[至止]|年[底末初]|其中|其|中(?!国|央|级|职|等|高|外|小|心|华|文|医|药|期|介|青|试|式)|含|包括|包含|分别|现有|现|目前|学校|我校|全校|本校|我院|学院|全院|共|已|还|又|并|也|均|和|及|以及|与|在(?!线|校|职|岗|编|籍|读|建|册|学)|对(?!口|外|接|比)|则|总(?!数|量|额|收|支|经|体|面|规|课|学|人)|年均|每年|先后|另有|另|此外|全年|本年度|本学年|当年|今年|近年来|近[一二三四五]年|累计|截至|一是|二是|三是|四是|五是|六是|〓|\s)+/

/** Verbs before the thing counted. What is new is another quantity than what there is. */
const NEW_VERBS = '新增|新建|增设|引进|增加|新设|新开设|新开|新引进|新聘|增补|改造'
const VERBS =
  '新立项|新授权|新签订|新申报|新申请|新入选|新获批|新获|新购|先后|成功|顺利|共同|主要|持续|积极|广泛|广大|开展|举办|组织|建成|建有|建设|建立|搭建|获批|获得|获评|获|荣获|斩获|取得|拥有|设有|设立|设置|开设|开办|立项|承担|承办|完成|实施|聘请|聘任|聘用|选派|提供|覆盖|惠及|投入|安排|发放|接收|接待|参与|参加|主持|编写|出版|发表|申请|签订|签约|实现|形成|评选|遴选|入选|认定|推进|打造|构建|修订|制定|制订|牵头|创建|组建|成立|新签|购置|采购|配备|招收|支持|培育|开发|输出|推广|面向|通过|联合|依托|给予|计(?!划|算)|有(?!效|机|色|限)'
const LEADING_NEW = new RegExp(`^(${NEW_VERBS})(了|的)?`)
// 完成率 and 投入额 are names.
const LEADING_VERB = new RegExp(`^(${VERBS})(?![率度额数比值量])(了|的)?`)
const ONLY_VERB = new RegExp(`^(${VERBS}|${NEW_VERBS})$`)
const RIGHT_CUT = new RegExp(
  `(?<=.{2})(${VERBS}|成为|组成|构成|被|由|为|是|在|从|向|对|和|与|及|以及|等|进行|共建|共同|合作|入围|达|占|较|比|于|并|，|可以|已|均).*$`,
)

const MEANS =
  /^(依托|通过|借助|围绕|联合|会同|携手|基于|结合|为|向|以).{2,16}?(建立|建成|建有|开展|开发|完成|实现|提供|搭建|形成|输出|推广)(了)?(?=[^率度额比].{3,}$)/

export interface Phrase {
  /** The thing counted, without verbs and fillers. */
  readonly noun: string
  /** A new one of the period, rather than all there are. */
  readonly isNew: boolean
  /** Said to be summed up over years. */
  readonly isCumulative: boolean
}

/** Reads the words before and after a number. `left` starts and `right` ends at the nearest punctuation or other number. */
export function phraseOf(left: string, right: string): Phrase {
  // 甲、乙等 8 个类别: what is counted stands behind the number; the list only names some.
  const isList =
    (/等\s*(共计?|合计)?\s*$/.test(left) || (left.match(/、/g)?.length ?? 0) >= 3) &&
    /^\s*(的)?[\u4e00-\u9fff“]{2}/.test(right)
  let words = (isList ? '' : left.replace(/^\s*(?:[①-⑳]|\d{1,2}[.．、)）])/, ''))
    .replace(/[〓\s]+/g, '')
    .replace(/[“”"‘’《》]/g, '')
  // 依托产教融合建立优质用人单位 3352 家: by what means is not what there is.
  words = words.replace(MEANS, '')
  const isCumulative = /累计|总计|历年|近.年/.test(words)
  let isNew = false
  for (let changed = true; changed;) {
    const before = words
    words = words.replace(END_WORDS, '').replace(START_WORDS, '')
    if (LEADING_NEW.test(words)) {
      isNew = true
      words = words.replace(LEADING_NEW, '')
    }
    if (words.length > 2) words = words.replace(LEADING_VERB, '')
    changed = before !== words
  }
  // 企业共建双基地 8 个: who built it is not what was built.
  words = words.replace(/^.{2,}?(共建|组建|共同建设)(?=.{4,}$)/, '')
  if (ONLY_VERB.test(words)) words = ''
  if (words.length >= 2) return { noun: words, isNew, isCumulative }
  const after = right
    .replace(/[\s“”"‘’《》]+/g, '')
    .replace(/^(以上|左右|余)?的?/, '')
    .replace(RIGHT_CUT, '')
    .replace(/(?<=[\u4e00-\u9fff]{2})(?<![初高])中$/, '')
  return { noun: words.length > 0 && after === '' ? words : after.length <= 18 ? after : '', isNew, isCumulative }
}

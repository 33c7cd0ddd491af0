import type { OccupationGuess, Span } from '../advertisement.ts'
import { dutyWords, offeredPhrases } from '../dictionaries/duties.ts'
import { occupationList } from '../dictionaries/occupation-list.ts'
import { titleWords } from '../dictionaries/titles.ts'
import type { Clause } from './clauses.ts'
import { buildTrie, scanTrie } from './trie.ts'

interface Occupation {
  readonly code: string
  readonly name: string
}

/** Words that say a rank or a way of working, not a trade: any other word of the title outweighs them. */
const GENERAL = new Set(
  '助理 文员 项目 项目经理 项目主管 项目助理 项目专员 项目工程师 项目总监 项目管理 项目负责人 技术员 学徒 学徒工 技工 工人 兼职 小时工 操作工 操作员 作业员 普工 车间 储备 储备干部 干部 管培生 管理培训生 顾问 运营 运营专员 运营主管 运营经理 运营助理 内勤 业务 业务助理 开发 研发 研发工程师 开发工程师 技术支持 技术支持工程师 技术总监 技术经理 技术主管 技术专家 架构师 售后 售后服务 售后工程师 安装调试 调试工程师 维修 维修工 维修工程师 安装 设计师 设计 设计总监 老师 教师 讲师 培训 教练 团队 主管 商务 策划 推广 拓展 招商 市场 渠道 渠道经理 区域经理 客户经理 客户代表 编辑 内容 数据 信息主管 计算机 软件 网络 电力 自动化 检验 检测 质量 品质 安全 工艺 设备主管 设备经理 管理岗 综合岗 技术类 管家 调度 调度员 司机 店长 健康 销售 翻译 工程师助理 生产助理 营养 视频 店铺 包装 激光 学术专员 机器人 仓库 门店 餐饮 酒店 银行 保险 汽车厂 医药 物业 旅游 电商 跨境电商 英语 统计分析 美工 陪护 拍摄 社区 分析师 投资 测试 实施工程师 系统工程师 现场工程师 技术服务 技术服务工程师 专利 环保 化工 光伏 光学 电气 机械 芯片 物流 计划 售前 审计 结算 业务拓展 业务拓展专员 商务拓展 BD 商务BD 渠道拓展 渠道推广 拓展专员 交付 订单 订单专员 储备店长 见习店长 交易 标品 生鲜 配件 医保 钢琴 美术 链家 贝壳 德佑 德祐 我爱我家 lianjia 销售代表 销售专员 销售顾问 销售经理 销售主管 客户维护 商务专员 商务助理 商务经理 BA 分析专员 行政客服 售后专员 客户专员 客户经理 商品 商品专员 商品主管 货品 分析员 服务支持 KA 审核 量化 应用工程师 金融 文职 评测 营运 CRM 客诉 客户主管 外销 分销 行销 供应商 品类 驱动 服务器 报表 信息员 价格 定价 贷后 雷达 器件 智能控制 验证工程师 SDK camera 蓝牙 航线 MC 文档管理 台账 应用支持 推广专员 会员运营 会员管理 业务运营 业务咨询 推广员 现场服务 售后支持 商业运营'.split(
    ' ',
  ),
)
/** Much of the weight of these is what stands before them; they stay the trade only when nothing else is said. */
const RANK = new Set(
  '助理 技术员 学徒 学徒工 兼职 小时工 储备 储备干部 干部 管培生 管理培训生 内勤 工程师助理 顾问 项目 开发 研发 研发工程师 开发工程师 技术总监 技术经理 技术主管 技术专家 技工 工人 车间 团队 主管 老师 技术类 数据 计算机 软件 业务 安装 设计 店铺 视频 内容 统计分析 工艺工程师 工艺主管 设计师 医生 工艺员 工艺 操作工 操作员 作业员 普工 教师 教练 运营 司机 策略 扶商 运营专员 运营主管 运营经理 运营助理 应用工程师 项目专员 项目助理 审核 营运'.split(
    ' ',
  ),
)
/** A title that ends so names this trade, whatever stands before: Python老师, 设备销售. */
const HEADS =
  /(?:护士|护理师|叉车工|叉车司机|驾驶员|咨询师|老师|教师|讲师|教员|助教|销售|销售代表|销售经理|销售工程师|业务员|客服|客服专员|翻译|司机|会计|出纳|采购|采购员|采购工程师|保洁|保安|编辑|记者|主播|美工|剪辑|剪辑师|律师|法务|厨师|店长|导购|营业员|质检员|检验员|化验员|仓管员|电工|焊工|钳工|服务员|收银员|测试工程师|项目经理|产品经理|模特|专利代理人|代驾|安全员|资料员|预算员|造价员|施工员|监理员|监理|维修工|外贸业务员|跟单员|跟单|招聘专员|培训师)(?:\d*[名人]?)$/

const occupations = new Map<string, Occupation>(
  occupationList
    .trim()
    .split('\n')
    .map((row) => {
      const [first] = row.split('|')
      return [first!.slice(0, 10), { code: first!.slice(0, 10), name: first!.slice(11) }]
    }),
)

/** The occupation of a code of the classification of 2022. */
export const occupationOf = (code: string): Occupation | undefined => occupations.get(code)

const codes = new Map([...occupations.values()].map(({ code, name }) => [name, code]))

/** The code of an occupation by its name; 工程技术员 stands for 工程技术人员, as profiles of majors write it. */
export const occupationNamed = (name: string): string | undefined =>
  codes.get(name) ?? codes.get(name.replace(/技术员$/, '技术人员'))

/** How much one word of duties says; a word of a title that names its trade says 8 and more. */
const DUTY = 2.5
/** How much of its weight a word of titles has in a text. */
const TITLE_WORD_IN_TEXT = 0.35

/** Of a word that names a trade every letter counts (数控车床操作工), of a general one no more than this. */
const GENERAL_LETTERS = 3
const RANK_WEIGHT = 0.25

interface TitleWord {
  readonly word: string
  readonly occupation: Occupation
  readonly weight: number
}

/** 钟表维修工 is asked for as 钟表维修 too. */
const CRAFT = /^.{4,}[工员师]$/

const words = buildTrie<TitleWord | null>([...readOver(), ...titleEntries()])

interface TextWord extends TitleWord {
  readonly isDuty: boolean
}

/** What speaks for an occupation in a text: words of duties, and words of titles that name a trade. */
const textWords = buildTrie<TextWord | null>([...readOver(), ...dutyEntries(), ...tradesOfTitles()])

function* readOver(): Generator<readonly [string, null]> {
  for (const phrase of offeredPhrases.trim().split(/\s+/)) yield [phrase, null]
}

function* dutyEntries(): Generator<readonly [string, TextWord]> {
  for (const row of dutyWords.trim().split('\n')) {
    const [code, ...names] = row.split(' ')
    const occupation = occupations.get(code!)
    if (occupation === undefined) throw new Error(`duties.ts: there is no occupation ${code}`)
    for (const word of names) yield [word, { word, occupation, weight: DUTY, isDuty: true }]
  }
}

function* tradesOfTitles(): Generator<readonly [string, TextWord]> {
  for (const [word, title] of titleEntries())
    if (title.weight >= 1 && word.length >= 2)
      yield [word, { ...title, weight: TITLE_WORD_IN_TEXT * title.weight, isDuty: false }]
}

function* titleEntries(): Generator<readonly [string, TitleWord]> {
  for (const row of titleWords.trim().split('\n')) {
    const [code, ...names] = row.split(' ')
    const occupation = occupations.get(code!)
    if (occupation === undefined) throw new Error(`titles.ts: there is no occupation ${code}`)
    for (const name of names) yield entry(name, occupation, GENERAL.has(name) ? 0.6 : 1)
  }
  for (const row of occupationList.trim().split('\n')) {
    const [head, ...kinds] = row.split('|')
    const occupation = occupations.get(head!.slice(0, 10))!
    yield entry(occupation.name, occupation, 1)
    const trade = occupation.name.replace(/(?:工程技术人员|技术人员|专业人员|技术员|人员|工程师)$/, '')
    if (trade.length >= 3) yield entry(trade, occupation, 0.9)
    if (CRAFT.test(occupation.name)) yield entry(occupation.name.slice(0, -1), occupation, 0.9)
    for (const kind of kinds) {
      yield entry(kind, occupation, 1)
      if (CRAFT.test(kind)) yield entry(kind.slice(0, -1), occupation, 0.9)
    }
  }
}

function entry(name: string, occupation: Occupation, weight: number): readonly [string, TitleWord] {
  const word = name.toLowerCase()
  const letters = word.replace(/[^a-z0-9+#. ]/g, '').length
  const length = Math.max(1, word.length - letters / 2)
  const counted = GENERAL.has(name) ? Math.min(GENERAL_LETTERS, length) : length
  return [word, { word, occupation, weight: RANK.has(name) ? RANK_WEIGHT : weight * counted }]
}

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/\bsales|account manager|business development/, '4-01-02-01'],
  [/\bsoftware|developer|programmer|full[- ]?stack|front[- ]?end|back[- ]?end/, '2-02-10-03'],
  [/\b(?:test|qa) engineer|tester/, '4-04-05-02'],
  [/\bdata scientist|machine learning|algorithm/, '2-02-38-01'],
  [/\b(?:data|business intelligence|bi|performance) analy|\banalytics/, '2-02-30-09'],
  [/\bdata engineer/, '2-02-38-03'],
  [/\bmechanical/, '2-02-07-01'],
  [/\belectrical/, '2-02-11-01'],
  [/\b(?:hardware|electronic)/, '2-02-09-02'],
  [/\bquality/, '2-02-29-03'],
  [/\bprocess engineer|manufacturing engineer/, '2-02-07-02'],
  [/\baccountant|finance|financial|accounting/, '2-06-03-00'],
  [/\b(?:hr|human resource|recruit)/, '2-06-08-01'],
  [/\bmarketing|brand/, '2-06-07-02'],
  [/\bteacher|tutor/, '2-08-02-03'],
  [/\b(?:purchas|procurement|sourcing|buyer)/, '4-01-01-00'],
  [/\b(?:assistant|secretary|receptionist)/, '3-01-02-02'],
  [/\blogistics|supply chain/, '2-02-30-02'],
  [/\b(?:nurse)/, '2-05-08-01'],
  [/\b(?:project|program) manager/, '2-02-30-04'],
  [/\bproduct (?:manager|owner|coordinator|specialist|operation)/, '2-02-10-05'],
  [/\b(?:designer|ui|ux)\b/, '2-09-06-01'],
  [/\bcustomer service|customer support/, '4-07-02-03'],
  [/\blawyer|legal/, '2-07-08-00'],
  [/\bnetwork engineer/, '2-02-10-04'],
  [/\bincident manager|it service|\bit support|system administrator|devops|sre\b/, '2-02-10-08'],
]

/** Titles that mean another trade where these words stand in the text. */
const IN_CONTEXT: readonly (readonly [title: RegExp, text: RegExp, code: string])[] = [
  [/质检/, /坐席|录音|话务|监听|通话质量/, '4-04-05-03'],
  [/(?:质检|检验|化验|品控)/, /微生物检|理化检|食品检|药品检/, '4-08-05-01'],
  // Who sells homes or insurance is told by what is sold, said at least twice.
  [
    /销售|业务员|置业|租赁顾问|店长|电销/,
    /(?:房源|看房|二手房|新房|楼盘|租房)[\s\S]{0,400}?(?:房源|看房|二手房|楼盘|房屋|房产|房地产|业主)/,
    '4-06-02-01',
  ],
  [/销售|业务员|客服|电销/, /(?:车险|寿险|保单|保险产品)[\s\S]{0,400}?(?:车险|寿险|保单|续保|投保|保险)/, '4-05-03-01'],
  [/客服/, /坐席|话务员|呼叫中心|外呼|服务热线/, '4-04-05-03'],
  [/测试/, /(?:电池|电芯|电机|整车|硬件|射频|芯片|耐久|环境试验|可靠性试验)/, '6-31-03-06'],
]

const BRACKET = /[（(【[<《][^）)】\]>》]*[）)】\]>》]/g
/** Several jobs in one title; not the slash of A/B测试, UI/UX. */
const LIST = /(?<=[\u4e00-\u9fff])[/、／](?=[\u4e00-\u9fff])/
/** 日语翻译/总经理助理 names two jobs; 天猫/淘宝客服 one, with two of its places. */
const JOB =
  /(?:师|员|工|士|手|经理|主管|总监|助理|代表|顾问|老师|客服|销售|店长|岗|前台|文秘|秘书|会计|出纳|翻译|司机|采购|行政|人事|财务|运营|开发|测试|设计|策划|实习生|组长)$/
/** 用户支持专员-信息质量部: where the job is, not what it is. */
const DEPARTMENT = /(?<=[\u4e00-\u9fff）)])\s*[-—–－]+\s*[\u4e00-\u9fff]{2,10}(?:部|中心|事业群|学院|分公司)\s*$/g
/** 影视策划转分析师: what one was, and what one is to be. */
const TURNS = /^.{2,10}转(?=[\u4e00-\u9fff]{2,8}$)/
const NOISE =
  /(?:^00\d|急聘|急招|高薪|诚聘|双休|五险一金|包吃住|包住|可兼职|实习生|应届生?|接受小白|无责|底薪|提成|周末|某?知名|上市公司|\d+k?-\d+k|\d{4}届?|校招|社招|春招|秋招|长期|短期)/g

type Vote = (occupation: Occupation, score: number, span: Span) => void

/** The three likeliest occupations with the words that speak for them: title first, then the words of the duties. */
export function guessOccupation(title: string, text: string, clauses: readonly Clause[]): OccupationGuess[] {
  const scores = new Map<string, { occupation: Occupation; score: number; because: Span[] }>()
  const add: Vote = (occupation, score, span) => {
    const small = occupation.code
    const entry = scores.get(small)
    if (entry === undefined) scores.set(small, { occupation, score, because: [span] })
    else {
      entry.score += score
      if (entry.because.length < 5) entry.because.push(span)
    }
  }
  const main = title.replace(NOISE, blank).replace(TURNS, blank)
  const outside = main.replace(BRACKET, blank).replace(DEPARTMENT, blank)
  const length = Math.max(1, outside.trimEnd().length)
  const head = HEADS.exec(outside.replace(/[\s\d/、·\-—+!！:：]+$/, ''))
  const said = new Set<string>()
  scanTrie(words, main, (start, end, value) => {
    if (value === null) return true
    const { word, occupation, weight } = value
    if (!isWord(main, start, end, word)) return false
    if (said.has(word)) return true
    said.add(word)
    const isInside = outside.slice(start, end).trim() === ''
    const isHead = head !== null && end >= head.index + head[0].length && end > head.index
    // Chinese titles carry their noun at the end; what stands first in a list (日语翻译/总经理助理) is meant first.
    const first = outside.search(LIST)
    const isListed = first > 0 && !isInside && JOB.test(outside.slice(0, first))
    const place = isInside ? 0.45 : isListed ? (start < first ? 1.5 : 1.1) : isHead ? 2 : 0.85 + 0.4 * (end / length)
    add(occupation, 4 * weight * place, { in: 'title', start, end })
    return true
  })
  for (const [pattern, code] of ENGLISH) {
    const match = pattern.exec(title)
    if (match !== null)
      add(occupations.get(code)!, 8, { in: 'title', start: match.index, end: match.index + match[0].length })
  }
  for (const [named, told, code] of IN_CONTEXT) {
    const match = named.exec(title)
    const at = match === null ? -1 : text.search(told)
    if (match === null || at < 0) continue
    add(occupations.get(code)!, 30, { in: 'title', start: match.index, end: match.index + match[0].length })
    add(occupations.get(code)!, 0, { in: 'text', start: at, end: at + told.exec(text)![0].length })
  }
  addDuties(text, clauses, add)
  return mergeSmallClasses([...scores.values()])
}

/** What a text says of the work: most in its duties, less in what is asked; a word said again says less. */
function addDuties(text: string, clauses: readonly Clause[], vote: Vote): void {
  const seen = new Map<string, number>()
  let clause = 0
  scanTrie(textWords, text, (start, end, value) => {
    if (value === null) return true
    while (clause < clauses.length && clauses[clause]!.end < end) clause++
    const owner = clauses[clause]
    if (owner === undefined || start < owner.start) return false
    const { section } = owner
    if (section === 'benefits' || section === 'about' || section === 'site') return false
    const { word, occupation, weight, isDuty } = value
    if (!isWord(text, start, end, word)) return false
    const times = (seen.get(word) ?? 0) + 1
    seen.set(word, times)
    if (times > (isDuty ? 2 : 3)) return true
    const share = (section === 'requirements' ? 0.6 : 1) / (isDuty ? times * times : times)
    vote(occupation, weight * share, { in: 'text', start, end })
    return true
  })
}

/**
 * Votes for occupations of one small class count together, since that is the level at which titles can be told; its
 * strongest occupation stands for it.
 */
function mergeSmallClasses(
  votes: readonly { occupation: Occupation; score: number; because: Span[] }[],
): OccupationGuess[] {
  const classes = Map.groupBy(votes, ({ occupation }) => occupation.code.slice(0, 7))
  return [...classes.values()]
    .map((members) => {
      const best = members.toSorted((a, b) => b.score - a.score)
      const { occupation } = best[0]!
      const score = best.reduce((sum, { score }, rank) => sum + score / (rank === 0 ? 1 : 2), 0)
      return {
        code: occupation.code,
        name: occupation.name,
        score: Math.round(score * 100) / 100,
        because: best.flatMap(({ because }) => because).slice(0, 5),
      }
    })
    .toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, 3)
}

const blank = (match: string) => ' '.repeat(match.length)

function isWord(text: string, start: number, end: number, word: string): boolean {
  if (/^[a-z0-9]/.test(word) && start > 0 && /[a-z0-9]/.test(text[start - 1]!)) return false
  return !(/[a-z0-9]$/.test(word) && end < text.length && /[a-z0-9]/.test(text[end]!))
}

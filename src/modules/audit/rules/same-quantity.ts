import type { Exact } from '../../../engine/indicators/exact.ts'
import { type Statement, statementsOf } from '../understanding/statements.ts'
import type { Mention, Understood } from '../understanding/understand.ts'
import { agreedFigure, isRateOfSome } from './operands.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * One quantity, two values: text against text, table, remark or caption. Names must agree but for fillers and known
 * synonyms; level, year, scope and unit must not differ; a rounded figure agrees with the exact one.
 * Example: 毕业生 6393 人 in the text, 毕业生人数 6110 in the table.
 */
export const sameQuantity: AuditRule = {
  name: 'same-quantity',
  kind: 'same-quantity',
  reason: { zh: '同一数量在各处应一致', en: 'One quantity has one value everywhere' },
  wrong: '学校现有专任教师 918 人。\n\n## 师资\n\n学校专任教师总数 891 人，结构合理。\n',
  right: '学校现有专任教师 918 人。\n\n## 师资\n\n学校专任教师总数 918 人，结构合理。\n',
  check: (understood) => {
    const groups = groupsOf(understood)
    return groups.flatMap((group) => judge(group, understood))
  },
}

/** Names that many things bear: without more words they say nothing. */
const GENERIC =
  /^(项目|课程|教师|学生|人员|企业|活动|奖项|专业|岗位|资金|经费|收入|支出|学校|院校|基地|平台|团队|论文|教材|标准|案例|证书|满意度|占比|比例|合格率|通过率|人次|学员|培训|比赛|赛项|班级|课时|学时|学分|金额|总额|面积|人|教授|博士|硕士|方面|环节|层面|类别|模块|部分|任务|工程|机制|制度|文件|会议|讲座|场次|专利|成果|获奖|校企合作|合作企业|其他|其它|数量|合计|总计|用户|参与|服务|到账|到款|投入|产值|职工|专家|导师|干部|党员|团员|社团|图书|设备|仪器|[特一二三1-3]等奖|优秀奖|优胜奖|[金银铜][奖牌]|本科|专科|高职|中职|研究生|国家|省|市|校|第.*|男生|女生|.*(等|以及|或|与|和|及|的|在|被|从|对|将|向|为|使|把|较|占|比)|(?:支出|收入)?(?:预|决)算数?|(在|与|对|从|将|使|把|由|以|按|较|比|占|为).*)$/

/** A verb, a place or a time where the thing counted should stand: 是医学博导, 位于全国, 某学院开设, 到 2007 年. */
const NO_NAME =
  /^(是|有|位于|居|位居|名列|列|到|至|从|由|于|经|被|让|使|把|给)|(开设|位于|全国|全省|位居|名列|上升|下降|达到|设有|拥有|年|月|日)$|排名|排行|得分|评分/

const PLANNED = /^\s*(今年|明年|下一步)|今年拟|拟安排|力争|预计|争取|计划(到|在|于|将)|将(达到|新增|建成|突破)|目标是/

const WEAK = /增|减|提高|下降|上升|相比|同比|以上|平均每|每|剩余|缺口|差|占|比上年|人均/

function groupsOf(understood: Understood): Statement[][] {
  const known = new Set(understood.synonyms.values())
  const groups = new Map<string, Statement[]>()
  const statements = statementsOf(understood)
  const classes = Map.groupBy(statements, ({ name }) => name.key)
  for (const s of statements) {
    const { key, level } = s.name
    const isKnown = known.has(key)
    // English is read by its own rule; a name needs a sign that says what is counted.
    if (!/[\u4e00-\u9fff]{2}/.test(key) || /^(图|表)\d/.test(key)) continue
    if (!isKnown && NO_NAME.test(key)) continue
    if (!isKnown && (key.length < 4 || GENERIC.test(key) || key.length > 26)) continue
    // Under 其中, a name is that of a part of the row above; 在校生数 below 国外办学 are not the college's.
    if (s.isPart && s.from !== 'note' && (!isKnown || (s.from === 'table' && s.label.length < 6))) continue
    if (WEAK.test(s.label) && !isKnown) continue
    if (s.unitClass === 'points' || s.isCumulative) continue
    // What is planned for the coming year is not what there is.
    if (s.sentence >= 0 && PLANNED.test(understood.sentences[s.sentence]?.text ?? '')) continue
    const year = s.year === '' ? String(understood.year ?? '') : s.year
    const id = [broad(key), year, level, classOf(s, classes.get(key)!), s.scope, s.isNew].join('|')
    const group = groups.get(id)
    if (group) group.push(s)
    else groups.set(id, [s])
  }
  return [...groups.values()]
}

/** A column 其中升学 says no unit: it counts what the others of its name count. */
function classOf({ unitClass, from, step }: Statement, same: readonly Statement[]): string {
  if (unitClass !== '' || from !== 'table' || !step.eq(1)) return unitClass
  const others = new Set(same.map((other) => other.unitClass).filter((other) => other !== ''))
  return others.size === 1 ? [...others][0]! : ''
}

/** Without words that say how a thing is kept rather than what it is: 用人单位数据库, 双基地项目. */
const broad = (key: string) =>
  key.length > 5 ? key.replace(/(数据库|项目|工作|建设)$/, '').replace(/^(各类|各级|优质|成果|共建)/, '') : key

function judge(group: readonly Statement[], understood: Understood) {
  const { year, synonyms } = understood
  if (group.length < 2) return []
  const distinct = distinctOf(group)
  // A name with many values is the name of many things.
  if (distinct.length < 2 || distinct.length > 3) return []
  const findings = []
  const [first] = distinct
  for (const other of distinct.slice(1)) {
    const pair = [first!, other] as const
    if (!isComparable(pair[0], pair[1], year) || agree(pair[0], pair[1])) continue
    if (
      isTwoRates(understood, pair[0], pair[1]) ||
      pair.some((s) => isRateOfSome(s, own(s, understood)) && isOfFew(s, understood))
    )
      continue
    if (isInRow(understood, pair[0], pair[1]) || isInRow(understood, pair[1], pair[0])) continue
    findings.push(
      report(pair[0], pair[1], synonyms.has(pair[0].name.key) || [...synonyms.values()].includes(pair[0].name.key)),
    )
  }
  return findings
}

/** 毕业生 3928 人，就业率 93.64%; 贫困家庭毕业生 214 人，就业 209 人，就业率 97.66%: each is the rate of its own figures. */
function isTwoRates({ sentences }: Understood, a: Statement, b: Statement): boolean {
  return [a, b].every((s) => {
    const own = s.unitClass === '%' ? sentences[s.sentence] : undefined
    return (
      own !== undefined &&
      isRateOfSome(
        s,
        sentences.filter(({ block }) => block === own.block).flatMap(({ mentions }) => mentions),
      )
    )
  })
}

/** Figures of the sentence of a rate. */
const own = ({ unitClass, sentence }: Statement, { sentences }: Understood): readonly Mention[] =>
  unitClass === '%' ? (sentences[sentence]?.mentions ?? []) : []

/** Whether a rate is of far fewer people than the graduates. */
function isOfFew(s: Statement, understood: Understood): boolean {
  const all = agreedFigure(understood, '毕业生')
  const people = own(s, understood).filter(({ unitClass }) => unitClass === '人')
  return all !== undefined && people.length > 0 && people.every(({ value }) => value.times(2).lt(all.value))
}

/** 2023 年 | … | 五年合计: the text tells another figure of the same row. */
function isInRow({ sheets }: Understood, cell: Statement, told: Statement): boolean {
  if (cell.place.table === undefined || told.place.table !== undefined) return false
  return sheets.some(
    ({ table, figures }) =>
      table.table === cell.place.table &&
      figures.some(({ place, value }) => place.row === cell.place.row && value.eq(told.value)),
  )
}

/** One statement per value, tables first: what a table says is the figure meant. */
function distinctOf(group: readonly Statement[]): Statement[] {
  const order = { table: 0, note: 1, prose: 2 }
  const distinct: Statement[] = []
  for (const s of group.toSorted((a, b) => order[a.from] - order[b.from]))
    if (!distinct.some((d) => d.value.eq(s.value) && d.year === s.year)) distinct.push(s)
  return distinct
}

function isComparable(a: Statement, b: Statement, year: number | null): boolean {
  if (a.place.table !== undefined && a.place.table === b.place.table) return false
  // Two figures of one sentence are told apart by its words.
  if (a.sentence >= 0 && a.sentence === b.sentence) return false
  const current = year === null ? '' : String(year)
  const yearOf = (s: Statement) => (s.year === '' ? current : s.year)
  return yearOf(a) === yearOf(b) || (a.from === 'note') !== (b.from === 'note')
}

/** Equal to the fewer digits printed; 余 and 以上 are not below, 近 is not above. */
function agree(a: Statement, b: Statement): boolean {
  const step = a.step.gt(b.step) ? a.step : b.step
  const difference = a.value.minus(b.value)
  if (a.closeness === 'exact' && b.closeness === 'exact')
    return difference.abs().lte(step.div(2)) || isCut(a, b) || isCut(b, a)
  const [rough, other] = a.closeness === 'exact' ? [b, a] : [a, b]
  if (other.closeness !== 'exact') return true
  if (rough.closeness === 'over') return other.value.gte(rough.value)
  if (rough.closeness === 'under') return other.value.lte(rough.value.times('1.02'))
  return difference.abs().lte(rough.value.times('0.1').abs())
}

/** 71.9 for 71.98: cut off, which another rule says. */
const isCut = (exact: Statement, rough: Statement) =>
  rough.step.gt(exact.step) && exact.value.minus(rough.value).gte(0) && exact.value.minus(rough.value).lt(rough.step)

function report(a: Statement, b: Statement, isKnown: boolean) {
  const factor = tenfold(a.value, b.value)
  const kinds = new Set([a.from, b.from])
  const base = isKnown ? 0.85 : kinds.has('note') ? 0.85 : kinds.has('table') ? 0.78 : 0.68
  const isSameWord = a.name.key === b.name.key
  const isRough = a.closeness !== 'exact' || b.closeness !== 'exact'
  return finding({
    kind: factor ? 'unit-magnitude' : 'same-quantity',
    severity: isKnown || kinds.has('table') ? 'serious' : 'notable',
    confidence: base - (isRough ? 0.1 : 0) - (isSameWord ? 0 : 0.08),
    zh: factor
      ? `“${a.label}”一处为 ${withUnit(a)}，另一处为 ${withUnit(b)}，相差 ${factor} 倍，疑为单位或位数有误`
      : `“${a.label}”一处为 ${withUnit(a)}，另一处为 ${withUnit(b)}`,
    en: factor
      ? `"${a.label}" is ${withUnit(a)} in one place and ${withUnit(b)} in another, ${factor} times as much: a unit or a place may be wrong`
      : `"${a.label}" is ${withUnit(a)} in one place and ${withUnit(b)} in another`,
    arithmetic: `${a.printed} ≠ ${b.printed}`,
    values: [a.printed, b.printed],
    places: [a.place, b.place],
    explanations: [EXPLANATIONS.period, EXPLANATIONS.scope, EXPLANATIONS.definition],
  })
}

const withUnit = ({ printed, unit }: Statement) =>
  unit === '' || unit === '%' || unit === ':' ? printed : `${printed} ${unit}`

/** '10', '1000', '10000' …: the same digits in another place. */
function tenfold(a: Exact, b: Exact): string | null {
  if (a.isZero() || b.isZero()) return null
  const ratio = a.gt(b) ? a.div(b) : b.div(a)
  return ['10', '100', '1000', '10000', '100000000'].find((power) => ratio.eq(power)) ?? null
}

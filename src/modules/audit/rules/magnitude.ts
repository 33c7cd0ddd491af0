import type { AuditDocument } from '../document.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Figure, Sheet } from '../understanding/sheet.ts'
import { statementsOf } from '../understanding/statements.ts'
import { MAGNITUDES } from './magnitude-facts.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * Figures a thousand or ten thousand times too large or small: 元 for 万元. Known figures have a range wide enough for
 * every college; in a column of like figures one stands out.
 * Example: 生均教学科研仪器设备值 2.24 元.
 */
export const magnitude: AuditRule = {
  name: 'magnitude',
  kind: 'unit-magnitude',
  reason: { zh: '数量级与单位不符', en: 'A figure of another magnitude has another unit' },
  wrong: '学校生均教学科研仪器设备值 2.24 元，办学条件良好。\n',
  right: '学校生均教学科研仪器设备值 22440.52 元，办学条件良好。\n',
  check: (understood) => [
    ...known(understood),
    ...tooMuchMoney(understood),
    ...tooLittleMoney(understood),
    ...understood.sheets.flatMap(outliers),
  ],
}

function known(understood: Parameters<AuditRule['check']>[0]) {
  return statementsOf(understood).flatMap((s) => {
    if (s.scope !== '' || s.isNew || (s.isPart && s.from === 'table' && s.label.length < 6)) return []
    const plain = s.label.replace(/[（(][^）)]*[）)]|\s/g, '')
    const unitClass = s.unit.startsWith('元/')
      ? '元'
      : s.unit.startsWith('册/')
        ? '册'
        : /(平方米|㎡)\/生/.test(s.unit)
          ? '平方米'
          : s.unit === ':'
            ? ''
            : s.unitClass
    const fact = MAGNITUDES.find(({ name, unitClass: of }) => name.test(plain) && of === unitClass)
    if (!fact || s.value.isZero() || s.isPart) return []
    if (s.value.gte(fact.low) && s.value.lte(fact.high)) return []
    return [
      finding({
        kind: 'unit-magnitude',
        severity: 'serious',
        confidence: 0.82,
        zh: `“${plain}”为 ${s.printed}${s.unit === ':' ? '' : ` ${s.unit}`}，与通常的数量级（${fact.low}–${fact.high}）相差悬殊，疑为单位或位数有误`,
        en: `"${plain}" is ${s.printed} ${s.unit}, far from the usual ${fact.low} to ${fact.high}: the unit or a digit may be wrong`,
        arithmetic: s.value.lt(fact.low) ? `${s.printed} < ${fact.low}` : `${s.printed} > ${fact.high}`,
        values: [s.printed],
        places: [s.place],
        explanations: [EXPLANATIONS.definition],
      }),
    ]
  })
}

/** A bulletin of a city or a district tells of all its schools and firms. */
const isOfRegion = ({ name, blocks }: AuditDocument): boolean =>
  /公报|国民经济|[省市县区]20\d{2}\s*年/.test(
    [name, ...blocks.slice(0, 3).flatMap((block) => (block.kind === 'table' ? [] : [block.text]))].join(' '),
  )

/** No college handles ten thousand million yuan; regions, industries and investments do. */
const MOST_MONEY = '10000000000'
const MOST_SUMS = 2
const LARGE =
  /中央|产业|产值|GDP|生产总值|集群|经济|市场|全国|全省|全市|全区|规模|营业?收入|销售|贸易|出口|财政收入|行业|资产/

function tooMuchMoney({ document, mentions, sheets }: Parameters<AuditRule['check']>[0]) {
  if (isOfRegion(document)) return []
  const found = [
    ...mentions.filter((m) => m.unitClass === '元' && m.value.gte(MOST_MONEY) && !LARGE.test(m.sentence.text)),
    ...sheets.flatMap((sheet) =>
      sheet.figures.filter(
        (f) =>
          f.unitClass === '元' &&
          f.value.gte(MOST_MONEY) &&
          !LARGE.test(`${f.rowLabel}${f.columnLabel}${sheet.table.caption ?? ''}`),
      ),
    ),
  ]
  // Who tells of such sums again and again is no college.
  if (found.length > MOST_SUMS) return []
  return found.map(({ printed, unit, place }) =>
    finding({
      kind: 'unit-magnitude',
      severity: 'serious',
      confidence: 0.78,
      zh: `${printed} ${unit}超过一百亿元，对一所学校不合常理，疑为单位或位数有误`,
      en: `${printed} ${unit} is more than ten thousand million yuan, too much for a college: the unit or a digit may be wrong`,
      values: [printed],
      places: [place],
      explanations: [EXPLANATIONS.scope],
    }),
  )
}

/** What a college takes in or spends in all, with cents and yet below ten thousand yuan: 培训收入 386.40 元. */
const SUM_OF_MONEY =
  /(收入|支出|到款额?|到账(?:经费|金?额)?|总值|总额|总投入|投入|成交(?:金?额)?|预算|决算|拨款|(?<!课时|公用|培训|活动)经费|资金)[为达共计约]*\s*$/
const OF_ONE = /均|每|标准|单价|起薪|月薪|月收入|学费|票|补贴|补助|津贴|标|低于|高于|人次/

function tooLittleMoney({ mentions }: Parameters<AuditRule['check']>[0]) {
  return mentions.flatMap(({ unit, scale, value, printed, lead, place, closeness, isRange, sentence, start }) => {
    const clause = /[^，。；：]*$/.exec(sentence.text.slice(0, start))![0]
    if (unit !== '元' || scale !== 1 || closeness !== 'exact' || isRange || value.gte(10_000) || value.lte(0)) return []
    if (!/\.\d{2}$/.test(printed) || !SUM_OF_MONEY.test(lead) || OF_ONE.test(clause)) return []
    return [
      finding({
        kind: 'unit-magnitude',
        severity: 'serious',
        confidence: 0.75,
        zh: `${lead.trim()} ${printed} 元作为总额过小，疑为“万元”误作“元”`,
        en: `${printed} yuan is too little for a sum of a whole organisation: 元 may stand for 万元`,
        values: [printed],
        places: [place],
        explanations: [EXPLANATIONS.definition],
      }),
    ]
  })
}

/** A figure a thousand times the middle of its column, where the others are alike. */
function outliers(sheet: Sheet) {
  // A table of indicators has another quantity in every row.
  if (sheet.valueColumns.length === 0 || sheet.grid[0]?.some((cell) => /^(指标|单位|计量单位)/.test(cell))) return []
  return sheet.valueColumns.flatMap((column) => {
    const figures = sheet.figures.filter(
      (f) => f.column === column && f.value.gt(0) && !/计|总|全/.test(f.rowLabel) && f.unitClass !== '%',
    )
    if (figures.length < 5 || new Set(figures.map((f) => f.unitClass)).size > 1) return []
    const sorted = figures.map((f) => f.value).toSorted((a, b) => a.cmp(b))
    const middle = sorted[Math.floor(sorted.length / 2)]!
    const far = figures.filter((f) => f.value.gte(middle.times(1000)) || f.value.times(1000).lte(middle))
    if (far.length !== 1) return []
    const others = figures.filter((f) => f !== far[0]).map((f) => f.value)
    if (
      Exact.max(...others)
        .div(Exact.min(...others))
        .gt(20)
    )
      return []
    return [outlier(far[0]!, middle)]
  })
}

function outlier(figure: Figure, middle: Exact) {
  return finding({
    kind: 'unit-magnitude',
    severity: 'notable',
    confidence: 0.75,
    zh: `“${figure.rowLabel}”的${figure.columnLabel} ${figure.printed} 与同列其他数（多在 ${middle.toString()} 左右）相差千倍以上，疑为单位有误`,
    en: `${figure.printed} of "${figure.rowLabel}" is a thousand times off the rest of its column (about ${middle.toString()}): the unit may be wrong`,
    values: [figure.printed],
    places: [figure.place],
    explanations: [EXPLANATIONS.definition],
  })
}

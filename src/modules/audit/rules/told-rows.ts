import { isChange } from '../understanding/other-time.ts'
import type { Figure, Sheet } from '../understanding/sheet.ts'
import type { Mention, Sentence } from '../understanding/understand.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isSlipBetween } from './slip.ts'

/**
 * A paragraph that tells a row of a table: it prints its name or two of its figures. A figure that is told nowhere in it,
 * and one of the paragraph that stands in no cell of the row, are one where a slip of the hand parts them.
 * Example: （二）安全培训。办班 58 个，培训 9684 人次 beside the row 安全培训 | 58 | 9864.
 */
export const toldRows: AuditRule = {
  name: 'told-rows',
  kind: 'same-quantity',
  reason: { zh: '正文逐项说明的数应与表中同一行一致', en: 'What a paragraph tells of a row is what the row says' },
  wrong:
    '企业员工培训共办班 112 个，培训 14268 人次。\n\n| 类别 | 班次 | 人次 |\n|---|---|---|\n| 企业员工培训 | 112 | 14286 |\n| 社区教育 | 58 | 9864 |\n',
  right:
    '企业员工培训共办班 112 个，培训 14286 人次。\n\n| 类别 | 班次 | 人次 |\n|---|---|---|\n| 企业员工培训 | 112 | 14286 |\n| 社区教育 | 58 | 9864 |\n',
  check: ({ sentences, sheets, year }) => {
    const paragraphs = [...Map.groupBy(sentences, ({ block }: Sentence) => block).values()].map((own) => ({
      text: own
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
      mentions: own.flatMap(({ mentions }) => mentions).filter(isExact),
    }))
    // Only paragraphs that print one of its figures can tell a row.
    const byFigure = new Map<string, Set<Paragraph>>()
    for (const own of paragraphs)
      for (const { printed } of own.mentions) {
        const same = byFigure.get(plain(printed)) ?? new Set()
        byFigure.set(plain(printed), same.add(own))
      }
    return sheets.flatMap((sheet) => {
      const rows = rowsOf(sheet)
      const names = rows.map(({ name }) => name).filter((name) => name.length >= 3)
      return rows.flatMap((row) => {
        const near = new Set(row.figures.flatMap(({ printed }) => [...(byFigure.get(plain(printed)) ?? [])]))
        return [...near].flatMap((own) => judge(row, own, names, year))
      })
    })
  },
}

interface Row {
  readonly name: string
  readonly figures: readonly Figure[]
}

interface Paragraph {
  readonly text: string
  readonly mentions: readonly Mention[]
}

const isExact = (m: Mention): boolean =>
  m.closeness === 'exact' &&
  !m.isChinese &&
  !m.isRange &&
  m.unitClass !== 'points' &&
  m.unit !== '' &&
  m.sentence.scope === '' &&
  !isChange(m) &&
  !/[升降增减]/.test(m.noun)

const NO_NAME = /^(合\s*计|总\s*计|小\s*计|共\s*计|全[校院省市]|其[他它]|平均|\d.*|.*年度?|.*学年|.*级)$/

function rowsOf(sheet: Sheet): Row[] {
  return [...Map.groupBy(sheet.figures, ({ row }) => row).values()].flatMap((figures) => {
    const exact = figures.filter(({ closeness }) => closeness === 'exact')
    const name = (exact[0]?.rowLabel ?? '').replace(/^(其中|包括)[：:]?|[（(][^（()）]*[)）]|\s/g, '')
    return exact.length >= 2 ? [{ name: NO_NAME.test(name) ? '' : name, figures: exact }] : []
  })
}

function judge({ name, figures }: Row, { text, mentions }: Paragraph, names: readonly string[], year: number | null) {
  const told = figures.filter((f) => mentions.some((m) => isSame(m, f)))
  const telling = told.filter((f) => digitsOf(f.printed) >= 3)
  // A paragraph that names several rows compares them.
  const isNamed =
    name.length >= 3 && text.includes(name) && names.every((other) => other === name || !text.includes(other))
  // Its name and a figure, or two figures that hardly stand there by chance.
  const many = telling.filter((f) => digitsOf(f.printed) >= 4)
  const isTelling = isNamed ? told.length >= 1 : many.length >= 1 && telling.length >= 2
  if (!isTelling && many.length === 0) return []
  // 培训 18640 人次，较 2021 年（16275 人次）…: its sentence has another figure of the row.
  const isBeside = (m: Mention, { printed, unitClass }: Figure): boolean =>
    digitsOf(printed) >= 4 &&
    many.some(
      (other) => other.unitClass === unitClass && m.sentence.mentions.some((own) => own !== m && isSame(own, other)),
    )
  const free = mentions.filter((m) => !figures.some((f) => isSame(m, f)))
  return figures.flatMap((f) => {
    if (told.includes(f)) return []
    const least = told.length >= 2 && isNamed ? 2 : 3
    const near = free.filter(
      (m) =>
        isOneClass(m, f) &&
        (isTelling || isBeside(m, f)) &&
        (told.length > 1 || many.length > 0 || isAlike(m, f)) &&
        digitsOf(f.printed) >= least &&
        (digitsOf(f.printed) >= 4 || (isNamed && isAlike(m, f))) &&
        isOfItsYear(m, f, year) &&
        isSlipBetween(plain(m.printed), plain(f.printed)),
    )
    const [m] = near
    return m && near.length === 1 ? [report(m, f)] : []
  })
}

/** A column of another year than the report's is only told where the sentence says that year. */
function isOfItsYear({ sentence, start }: Mention, { columnLabel, rowLabel }: Figure, year: number | null): boolean {
  const said = /20\d{2}/.exec(`${columnLabel} ${rowLabel}`)?.[0]
  const told = [...sentence.text.slice(0, start).matchAll(/20\d{2}/g)].at(-1)?.[0]
  return said === undefined || Number(said) === year || told === said
}

/** 落实人数 and 落实 803 人: the column has a word of the figure, or its measure word. */
const isAlike = (m: Mention, f: Figure): boolean => {
  const head = (f.columnLabel.split('/').at(-1) ?? '').replace(/[（(][^（()）]*[)）]/g, '')
  const words = `${m.lead}${m.noun}${m.tail}`
  return (
    [...head].slice(1).some((sign, at) => words.includes(`${head[at]!}${sign}`)) ||
    (m.unit.length > 0 && head.startsWith(m.unit))
  )
}

const plain = (printed: string): string => printed.replace(/[^\d.]/g, '')

const isOneClass = (m: Mention, f: Figure): boolean =>
  f.unitClass === m.unitClass ||
  f.unitClass === '' ||
  (f.unitClass === '人次' && m.unitClass === '人') ||
  (f.unit !== '' && f.unitClass === '个' && m.unitClass === '个')

const isSame = (m: Mention, f: Figure): boolean => plain(m.printed) === plain(f.printed) && isOneClass(m, f)

function report(m: Mention, f: Figure) {
  return finding({
    kind: 'same-quantity',
    severity: 'serious',
    confidence: digitsOf(f.printed) >= 4 ? 0.82 : 0.72,
    zh: `正文中“${m.noun === '' ? m.lead.trim() : m.noun}”为 ${m.printed}，表中“${f.rowLabel}”的${f.columnLabel}为 ${f.printed}`,
    en: `The text says ${m.printed} of "${m.noun}", the table ${f.printed} (${f.rowLabel}, ${f.columnLabel})`,
    arithmetic: `${m.printed} ≠ ${f.printed}`,
    values: [m.printed, f.printed],
    places: [m.place, f.place],
    explanations: [EXPLANATIONS.period, EXPLANATIONS.scope],
  })
}

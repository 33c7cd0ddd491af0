import type { Place } from '../document.ts'
import type { Exact } from '../../../engine/indicators/exact.ts'
import type { Understood } from '../understanding/understand.ts'
import { ORDER_FACTS } from './order-facts.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * A subset is never larger than its whole: the landed among the graduates, inventions among the patents, the exit no
 * broader than the main road.
 * Example: 毕业生 6110 人 and 毕业去向落实 6217 人.
 */
export const order: AuditRule = {
  name: 'order',
  kind: 'order',
  reason: { zh: '子集不大于全集', en: 'A subset is no larger than its whole' },
  wrong:
    '| 指标 | 单位 | 数值 |\n|---|---|---|\n| 毕业生人数 | 人 | 6110 |\n| 毕业去向落实人数 | 人 | 6217 |\n| 月收入 | 元 | 5011 |\n',
  right:
    '| 指标 | 单位 | 数值 |\n|---|---|---|\n| 毕业生人数 | 人 | 6393 |\n| 毕业去向落实人数 | 人 | 6217 |\n| 月收入 | 元 | 5011 |\n',
  check: (understood) => {
    const named = namesOf(understood)
    return ORDER_FACTS.flatMap(({ less, more, within, zh, en }) => {
      const smaller = named.filter((n) => less.test(n.name))
      const larger = named.filter((n) => more.test(n.name))
      // Nearest pair only: the same table first, then the same paragraph, then anywhere.
      for (const reach of ['table', 'paragraph', 'anywhere'] as const) {
        if (reach === 'anywhere' && within === 'paragraph') break
        const pairs = smaller.flatMap((a) => larger.filter((b) => isWithin(a, b, reach)).map((b) => ({ a, b })))
        if (pairs.length === 0) continue
        // Anywhere, one pair in order is enough: the other may be of another year or scope.
        const broken = pairs.filter(({ a, b }) => a.value.gt(b.value))
        if (broken.length === 0 || (reach === 'anywhere' && broken.length < pairs.length)) return []
        return broken.slice(0, 3).map(({ a, b }) =>
          finding({
            kind: 'order',
            severity: 'serious',
            confidence: reach === 'anywhere' ? 0.75 : 0.92,
            zh: `“${a.label}” ${a.printed} 大于“${b.label}” ${b.printed}；${zh}`,
            en: `"${a.label}" ${a.printed} is larger than "${b.label}" ${b.printed}. ${en}`,
            arithmetic: `${a.printed} > ${b.printed}`,
            values: [a.printed, b.printed],
            places: [a.place, b.place],
            explanations: [EXPLANATIONS.period, EXPLANATIONS.scope],
          }),
        )
      }
      return []
    })
  },
}

interface Named {
  readonly name: string
  readonly label: string
  readonly value: Exact
  readonly printed: string
  readonly unitClass: string
  readonly place: Place
  readonly scope: string
  readonly years: string
  readonly row: number | null
}

/** Every exact figure with a plain name. */
function namesOf({ mentions, sheets, year }: Understood): Named[] {
  const current = year === null ? '' : String(year)
  return [
    ...sheets.flatMap((sheet) =>
      sheet.figures
        .filter((f) => f.closeness === 'exact')
        .flatMap((f) => {
          const isByColumn =
            sheet.valueColumns.length > 1 && !/^\d{4}/.test(f.columnLabel) && !/数值|数据|值$/.test(f.columnLabel)
          const label = isByColumn ? f.columnLabel.split('/').at(-1)! : f.rowLabel
          return [
            {
              name: clean(label),
              label: clean(label),
              value: f.value,
              printed: f.printed,
              unitClass: f.unitClass,
              place: f.place,
              scope: isByColumn ? f.rowLabel : '',
              years: isByColumn ? '' : (/20\d{2}/.exec(f.columnLabel)?.[0] ?? ''),
              row: f.row,
            },
          ]
        }),
    ),
    ...mentions
      .filter((m) => m.closeness === 'exact' && !m.isChinese && !m.isRange && !m.isNew && m.noun !== '')
      .map((m) => ({
        name: clean(m.noun),
        label: m.noun,
        value: m.value,
        printed: m.printed,
        unitClass: m.unitClass,
        place: m.place,
        scope: m.sentence.scope,
        years:
          m.sentence.years.length === 1
            ? m.sentence.years[0]!
            : m.sentence.years.includes(current)
              ? current
              : m.sentence.years.join(),
        row: null,
      })),
  ]
}

function isWithin(a: Named, b: Named, reach: 'table' | 'paragraph' | 'anywhere'): boolean {
  if (a.unitClass !== b.unitClass || a.scope !== b.scope) return false
  if (a.years !== '' && b.years !== '' && a.years !== b.years) return false
  if (reach === 'table') return a.place.table !== undefined && a.place.table === b.place.table
  if (reach === 'paragraph') return a.place.paragraph !== undefined && a.place.paragraph === b.place.paragraph
  return true
}

const clean = (label: string) =>
  label
    .replace(/^(其中|包括)[：:]?\s*/, '')
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/\s/g, '')

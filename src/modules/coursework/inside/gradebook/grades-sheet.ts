import { type SheetSpec } from '../../../../engine/sheets/sheet-spec.ts'
import type { WireGradebook } from '../../wire-gradebook.ts'
import type { Mark } from './final-score.ts'

/** What stands in a cell: the score, or why there is none. */
const cellOf = (mark: Mark | undefined) =>
  mark?.kind === 'score'
    ? mark.score
    : { excused: '免计', missing: '缺交', pending: '', score: '' }[mark?.kind ?? 'pending']

/** The book as a sheet: a column for each entry, the mean of each category, the final score. */
export function gradesSheet(book: WireGradebook): SheetSpec {
  return {
    sheetName: '成绩册',
    columns: [
      { header: '学号', kind: 'text', width: 16 },
      { header: '姓名', kind: 'text', width: 12 },
      ...book.entries.map(({ title, maxScore }) => ({
        header: `${title}（满分${maxScore}）`,
        kind: 'decimal' as const,
        decimals: 2,
        width: 14,
      })),
      ...book.categories.map(({ name, weight }) => ({
        header: `${name}（权重${weight}）`,
        kind: 'decimal' as const,
        decimals: 2,
        width: 14,
      })),
      { header: '总评', kind: 'decimal' as const, decimals: book.decimals, width: 10 },
    ],
    rows: book.rows.map(({ number, name, final }) => {
      const parts = new Map(final.categories.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry.mark])))
      return [
        number,
        name,
        ...book.entries.map(({ id }) => cellOf(parts.get(id))),
        ...final.categories.map(({ percent }) => percent),
        final.score,
      ]
    }),
    freezeHeader: true,
  }
}

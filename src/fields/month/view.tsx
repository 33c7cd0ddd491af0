import { later } from '../later.tsx'
import type { FieldView } from '../view.tsx'

export const monthView: FieldView<'month'> = {
  Cell: ({ value }) => <span className="field-number">{value}</span>,
  Input: later(async () => (await import('./input.tsx')).MonthInput),
  filter: { operators: ['atLeast', 'atMost', 'is', 'empty', 'filled'] },
  width: 90,
}

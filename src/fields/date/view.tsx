import { later } from '../later.tsx'
import type { FieldView } from '../view.tsx'

export const dateView: FieldView<'date'> = {
  Cell: ({ value }) => <span className="field-number">{value}</span>,
  Input: later(async () => (await import('./input.tsx')).DateInput),
  filter: { operators: ['atLeast', 'atMost', 'is', 'empty', 'filled'] },
  width: 110,
}

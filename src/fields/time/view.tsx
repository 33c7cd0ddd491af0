import { later } from '../later.tsx'
import type { FieldView } from '../view.tsx'

export const timeView: FieldView<'time'> = {
  Cell: ({ value }) => <span className="field-number">{value}</span>,
  Input: later(async () => (await import('./input.tsx')).TimeInput),
  filter: { operators: ['atLeast', 'atMost', 'is', 'empty', 'filled'] },
  width: 90,
}

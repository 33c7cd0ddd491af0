import { later } from '../later.tsx'
import type { FieldView } from '../view.tsx'

export const dateTimeView: FieldView<'date-time'> = {
  Cell: ({ value }) => <span className="field-number">{value.replace('T', ' ')}</span>,
  Input: later(async () => (await import('./input.tsx')).DateTimeInput),
  filter: { operators: ['atLeast', 'atMost', 'empty', 'filled'] },
  width: 165,
}

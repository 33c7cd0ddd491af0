import { Input } from 'antd'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

export const phoneView: FieldView<'phone'> = {
  Cell: ({ value }) => <span className="field-number">{value}</span>,
  Input: ({ value, onChange, id, problem, disabled }) => (
    <Input
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      type="tel"
      autoComplete="off"
      disabled={disabled ?? false}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['is', 'empty', 'filled'] },
  width: 130,
}

import { Input } from 'antd'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

export const textView: FieldView<'text'> = {
  Cell: ({ value }) => <span>{value}</span>,
  Input: ({ value, onChange, field, id, problem, disabled }) => (
    <Input
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      disabled={disabled ?? false}
      maxLength={field.maxLength}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['contains', 'is', 'empty', 'filled'] },
  width: 180,
}

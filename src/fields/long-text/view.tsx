import { Input } from 'antd'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

export const longTextView: FieldView<'long-text'> = {
  Cell: ({ value }) => <span className="field-long-text">{value}</span>,
  Input: ({ value, onChange, field, id, problem, disabled }) => (
    <Input.TextArea
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      disabled={disabled ?? false}
      autoSize={{ minRows: 3, maxRows: 14 }}
      {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength, showCount: true })}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['contains', 'empty', 'filled'] },
  width: 260,
}

import { Input } from 'antd'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

export const identityNumberView: FieldView<'identity-number'> = {
  // Who may not read it gets the mask from the server: nothing is hidden here.
  Cell: ({ value }) => <span className="field-number">{value}</span>,
  Input: ({ value, onChange, id, problem, disabled }) => (
    <Input
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value.trim().toUpperCase())}
      maxLength={18}
      autoComplete="off"
      disabled={disabled ?? false}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['is', 'empty', 'filled'] },
  width: 180,
}

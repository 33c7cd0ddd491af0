import { InputNumber } from 'antd'
import { groupDigits, ungroupDigits } from '../number-text.ts'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

export const decimalView: FieldView<'decimal'> = {
  Cell: ({ value }) => <span className="field-number">{groupDigits(value)}</span>,
  Input: ({ value, onChange, field, lang, id, problem, disabled }) => (
    // Digits beyond the declared ones are not rounded away here: the rule says so to the person.
    <InputNumber<string>
      id={id}
      stringMode
      value={value}
      onChange={(next) => onChange(next === null ? null : String(next))}
      parser={(text) => ungroupDigits(text ?? '')}
      controls={false}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...(field.unit ? { suffix: field.unit[lang] } : {})}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['atLeast', 'atMost', 'is', 'empty', 'filled'] },
  align: 'right',
  width: 110,
}

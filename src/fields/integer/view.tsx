import { InputNumber } from 'antd'
import { groupDigits, ungroupDigits } from '../number-text.ts'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

/** Four digits stay together, as in print: a year must not become 2,023. */
function integerText(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : groupDigits(String(value))
}

export const integerView: FieldView<'integer'> = {
  Cell: ({ value }) => <span className="field-number">{integerText(value)}</span>,
  Input: ({ value, onChange, field, lang, id, problem, disabled }) => (
    <InputNumber<number>
      id={id}
      value={value}
      onChange={(next) => onChange(next)}
      parser={(text) => Number(ungroupDigits(text ?? ''))}
      controls={false}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...(field.unit ? { suffix: field.unit[lang] } : {})}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['atLeast', 'atMost', 'is', 'empty', 'filled'] },
  align: 'right',
  width: 100,
}

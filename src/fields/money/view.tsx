import { InputNumber } from 'antd'
import { groupDigits, ungroupDigits } from '../number-text.ts'
import { viewTexts } from '../view-texts.ts'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

const unitOf = (unit: 'yuan' | 'ten-thousand-yuan' | undefined) =>
  unit === 'ten-thousand-yuan' ? viewTexts.tenThousandYuan : viewTexts.yuan

export const moneyView: FieldView<'money'> = {
  Cell: ({ value, field, lang }) => (
    <span className="field-number">
      {groupDigits(value)}
      <span className="field-unit"> {unitOf(field.unit)[lang]}</span>
    </span>
  ),
  Input: ({ value, onChange, field, lang, id, problem, disabled }) => (
    <InputNumber<string>
      id={id}
      stringMode
      value={value}
      onChange={(next) => onChange(next === null ? null : String(next))}
      formatter={(shown, { userTyping }) => (userTyping ? String(shown ?? '') : groupDigits(String(shown ?? '')))}
      parser={(text) => ungroupDigits(text ?? '')}
      controls={false}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      suffix={unitOf(field.unit)[lang]}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['atLeast', 'atMost', 'is', 'empty', 'filled'] },
  align: 'right',
  width: 140,
}

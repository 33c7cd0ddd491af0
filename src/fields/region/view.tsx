import { Input } from 'antd'
import { viewTexts } from '../view-texts.ts'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

export const regionView: FieldView<'region'> = {
  Cell: ({ value }) => <span className="field-number">{value}</span>,
  Input: ({ value, onChange, lang, id, problem, disabled }) => (
    <Input
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value.trim() === '' ? null : event.target.value.trim())}
      inputMode="numeric"
      maxLength={6}
      placeholder={viewTexts.regionCode[lang]}
      disabled={disabled ?? false}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['is', 'empty', 'filled'] },
  width: 100,
}

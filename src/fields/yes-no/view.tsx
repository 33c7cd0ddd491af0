import { Select } from 'antd'
import { viewTexts } from '../view-texts.ts'
import type { FieldView } from '../view.tsx'
import { clearing, described } from '../view.tsx'

export const yesNoView: FieldView<'yes-no'> = {
  Cell: ({ value, lang }) => <span>{viewTexts[value ? 'yes' : 'no'][lang]}</span>,
  Input: ({ value, onChange, lang, id, problem, disabled }) => (
    <Select
      id={id}
      value={value === null || value === undefined ? null : value ? 'yes' : 'no'}
      onChange={(next: 'yes' | 'no' | null | undefined) => onChange(next ? next === 'yes' : null)}
      options={[
        { value: 'yes', label: viewTexts.yes[lang] },
        { value: 'no', label: viewTexts.no[lang] },
      ]}
      allowClear={clearing(lang)}
      placeholder={viewTexts.choose[lang]}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['is', 'empty'] },
  width: 76,
}

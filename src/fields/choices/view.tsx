import { Select } from 'antd'
import { optionsOf } from '../choice/view.tsx'
import { viewTexts } from '../view-texts.ts'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

export const choicesView: FieldView<'choices'> = {
  Cell: ({ value, field, lang }) => (
    <span>{value.map((one) => field.codes.values[one]?.[lang] ?? one).join(lang === 'zh' ? '、' : ', ')}</span>
  ),
  Input: ({ value, onChange, field, lang, id, problem, disabled }) => (
    <Select
      id={id}
      mode="multiple"
      value={value ? [...value] : []}
      onChange={(next: string[]) => onChange(next.length > 0 ? next : null)}
      options={optionsOf(field.codes, lang, value ?? [])}
      showSearch={{ optionFilterProp: 'words' }}
      placeholder={viewTexts.choose[lang]}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...described(id, problem)}
    />
  ),
  filter: { operators: ['in', 'empty', 'filled'] },
  width: 180,
}

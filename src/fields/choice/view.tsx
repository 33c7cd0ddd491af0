import { Select } from 'antd'
import type { Codes } from '../../language/codes.ts'
import type { Lang } from '../../language/label.ts'
import { viewTexts } from '../view-texts.ts'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

/** The values of a code list as options; searched by label, value and official code. */
function optionsOf(codes: Codes, lang: Lang) {
  return Object.entries(codes.values).map(([value, label]) => ({
    value,
    label: label[lang],
    words: `${label.zh} ${label.en} ${value} ${codes.official?.[value] ?? ''}`,
  }))
}

export const choiceView: FieldView<'choice'> = {
  Cell: ({ value, field, lang }) => <span>{field.codes.values[value]?.[lang] ?? value}</span>,
  Input: ({ value, onChange, field, lang, id, problem, disabled }) => (
    <Select
      id={id}
      value={value}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
      options={optionsOf(field.codes, lang)}
      showSearch={{ optionFilterProp: 'words' }}
      allowClear={!field.required}
      placeholder={viewTexts.choose[lang]}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...described(id, problem)}
    />
  ),
  filter: {
    operators: ['in', 'empty', 'filled'],
    FilterInput: ({ value, onChange, field, lang, id }) => (
      <Select
        id={id}
        mode="multiple"
        value={Array.isArray(value) ? (value as string[]) : []}
        onChange={onChange}
        options={optionsOf(field.codes, lang)}
        showSearch={{ optionFilterProp: 'words' }}
        placeholder={viewTexts.choose[lang]}
        style={{ width: '100%' }}
      />
    ),
  },
  width: 120,
}

import { Select } from 'antd'
import type { Codes } from '../../language/codes.ts'
import { isOpen } from '../../language/college-codes.ts'
import type { Lang } from '../../language/label.ts'
import { pinyinInitials } from '../../language/pinyin-initials.ts'
import { viewTexts } from '../view-texts.ts'
import type { FieldView } from '../view.tsx'
import { clearing, described } from '../view.tsx'

/**
 * The values of a code list as options; searched by label, pinyin initials, value and official code. Values that may
 * not be chosen are offered only where they are `held` already, or to look for records that hold them.
 */
export function optionsOf(codes: Codes, lang: Lang, held: 'all' | readonly string[]) {
  return Object.entries(codes.values)
    .filter(([value]) => held === 'all' || held.includes(value) || isOpen(codes, value))
    .map(([value, label]) => ({
      value,
      label: isOpen(codes, value) ? label[lang] : `${label[lang]}${viewTexts.closed[lang]}`,
      words: `${label.zh} ${label.en} ${pinyinInitials(label.zh)} ${value} ${codes.official?.[value] ?? ''}`,
    }))
}

export const choiceView: FieldView<'choice'> = {
  Cell: ({ value, field, lang }) => <span>{field.codes.values[value]?.[lang] ?? value}</span>,
  Input: ({ value, onChange, field, lang, id, problem, disabled }) => (
    <Select
      id={id}
      value={value}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
      options={optionsOf(field.codes, lang, value ? [value] : [])}
      showSearch={{ optionFilterProp: 'words' }}
      allowClear={!field.required && clearing(lang)}
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
        options={optionsOf(field.codes, lang, 'all')}
        showSearch={{ optionFilterProp: 'words' }}
        placeholder={viewTexts.choose[lang]}
        style={{ width: '100%' }}
      />
    ),
  },
  width: 120,
}

import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { viewTexts } from '../view-texts.ts'
import type { InputProps } from '../view.tsx'
import { described } from '../view.tsx'

/** Ways in which people write a day; the first is how it is shown. */
const FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日']

export function DateInput({ value, onChange, field, lang, id, problem, disabled }: InputProps<'date'>) {
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value) : null}
      onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : null)}
      format={FORMATS}
      placeholder={viewTexts.choose[lang]}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...(field.min ? { minDate: dayjs(field.min) } : {})}
      {...(field.max ? { maxDate: dayjs(field.max) } : {})}
      {...described(id, problem)}
    />
  )
}

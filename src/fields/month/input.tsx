import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { viewTexts } from '../view-texts.ts'
import type { InputProps } from '../view.tsx'
import { described } from '../view.tsx'

const FORMATS = ['YYYY-MM', 'YYYYMM', 'YYYY/M', 'YYYY.M', 'YYYY年M月']

export function MonthInput({ value, onChange, lang, id, problem, disabled }: InputProps<'month'>) {
  return (
    <DatePicker
      id={id}
      picker="month"
      value={value ? dayjs(`${value}-01`) : null}
      onChange={(next) => onChange(next ? next.format('YYYY-MM') : null)}
      format={FORMATS}
      placeholder={viewTexts.choose[lang]}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...described(id, problem)}
    />
  )
}

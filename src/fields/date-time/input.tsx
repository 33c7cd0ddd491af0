import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { viewTexts } from '../view-texts.ts'
import type { InputProps } from '../view.tsx'
import { described } from '../view.tsx'

const FORMATS = ['YYYY-MM-DD HH:mm:ss', 'YYYY-MM-DD HH:mm', 'YYYYMMDDHHmmss', 'YYYY/M/D H:mm', 'YYYY年M月D日 HH:mm']

export function DateTimeInput({ value, onChange, lang, id, problem, disabled }: InputProps<'date-time'>) {
  return (
    <DatePicker
      id={id}
      showTime
      value={value ? dayjs(value) : null}
      onChange={(next) => onChange(next ? next.format('YYYY-MM-DDTHH:mm:ss') : null)}
      format={FORMATS}
      placeholder={viewTexts.choose[lang]}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...described(id, problem)}
    />
  )
}

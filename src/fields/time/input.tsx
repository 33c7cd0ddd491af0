import { TimePicker } from 'antd'
import dayjs from 'dayjs'
import { viewTexts } from '../view-texts.ts'
import type { InputProps } from '../view.tsx'
import { described } from '../view.tsx'

const FORMATS = ['HH:mm:ss', 'HH:mm', 'H:m:s', 'H:m', 'HHmmss']

export function TimeInput({ value, onChange, lang, id, problem, disabled }: InputProps<'time'>) {
  return (
    <TimePicker
      id={id}
      value={value ? dayjs(`2000-01-01T${value}`) : null}
      onChange={(next) => onChange(next ? next.format('HH:mm:ss') : null)}
      format={FORMATS}
      placeholder={viewTexts.choose[lang]}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...described(id, problem)}
    />
  )
}

import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DateBoxProps {
  readonly id?: string
  readonly picker: 'date' | 'month'
  /** 2023-01-31, or 2023-01 of a month; empty while nothing is chosen. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Needed when no visible label is tied to `id`. */
  readonly label?: string
  /** Whether nothing may be chosen. */
  readonly isClearable?: boolean
}

const FORMATS = { date: 'YYYY-MM-DD', month: 'YYYY-MM' }

/** A day or a month outside a record's form, in the language of the screen whatever the browser's. */
export function DateBox({ id, picker, value, onChange, label, isClearable = true }: DateBoxProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      picker={picker}
      allowClear={isClearable}
      value={value === '' ? null : dayjs(picker === 'month' ? `${value}-01` : value)}
      format={FORMATS[picker]}
      onChange={(next) => onChange(next ? next.format(FORMATS[picker]) : '')}
    />
  )
}

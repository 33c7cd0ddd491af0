import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { viewTexts } from '../view-texts.ts'
import type { FieldView } from '../view.tsx'
import { described } from '../view.tsx'

const FORMATS = ['YYYY-MM-DD HH:mm:ss', 'YYYY-MM-DD HH:mm', 'YYYYMMDDHHmmss', 'YYYY/M/D H:mm', 'YYYY年M月D日 HH:mm']

export const dateTimeView: FieldView<'date-time'> = {
  Cell: ({ value }) => <span className="field-number">{value.replace('T', ' ')}</span>,
  Input: ({ value, onChange, lang, id, problem, disabled }) => (
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
  ),
  filter: { operators: ['atLeast', 'atMost', 'empty', 'filled'] },
  width: 165,
}

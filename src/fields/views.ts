import type { Field, FieldKind } from '../language/fields.ts'
import { choiceView } from './choice/view.tsx'
import { choicesView } from './choices/view.tsx'
import { dateView } from './date/view.tsx'
import { dateTimeView } from './date-time/view.tsx'
import { decimalView } from './decimal/view.tsx'
import { filesView } from './files/view.tsx'
import { identityNumberView } from './identity-number/view.tsx'
import { integerView } from './integer/view.tsx'
import { longTextView } from './long-text/view.tsx'
import { moneyView } from './money/view.tsx'
import { monthView } from './month/view.tsx'
import { periodView } from './period/view.tsx'
import { phoneView } from './phone/view.tsx'
import { referenceView } from './reference/view.tsx'
import { regionView } from './region/view.tsx'
import { textView } from './text/view.tsx'
import { timeView } from './time/view.tsx'
import type { FieldView } from './view.tsx'
import { yesNoView } from './yes-no/view.tsx'

export { RecordPicker } from './reference/view.tsx'
export { groupDigits } from './number-text.ts'
export { clearing } from './view.tsx'
export type { FieldServices, FieldView, Option } from './view.tsx'

const views = {
  text: textView,
  'long-text': longTextView,
  integer: integerView,
  decimal: decimalView,
  money: moneyView,
  date: dateView,
  'date-time': dateTimeView,
  time: timeView,
  month: monthView,
  period: periodView,
  'yes-no': yesNoView,
  choice: choiceView,
  choices: choicesView,
  reference: referenceView,
  files: filesView,
  region: regionView,
  'identity-number': identityNumberView,
  phone: phoneView,
} satisfies { [K in FieldKind]: FieldView<K> }

/** How a field looks. */
export function viewOf<K extends FieldKind>(field: Field<K>): FieldView<K> {
  return views[field.kind] as unknown as FieldView<K>
}

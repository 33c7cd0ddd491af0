import { Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import type { Field } from '../../../language/index.ts'
import { viewOf } from '../../../fields/views.ts'
import type { WireCodes, WireCodeValue } from '../../../language/wire-codes.ts'
import { FormRow } from '../../kit/form-row.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { codeTexts } from './texts.ts'
import { useChangeCodes } from './use-change-codes.ts'
import { useCodeProblems } from './use-code-problems.ts'
import { useCodeTexts } from './use-code-texts.ts'

const dayField: Field<'date'> = { kind: 'date', label: codeTexts['value.retired-from'], required: true }

interface RetireCodeProps {
  readonly list: WireCodes
  readonly value: WireCodeValue
  readonly onClose: () => void
}

/** Takes a value out of use from a day on. */
export function RetireCode({ list, value, onClose }: RetireCodeProps) {
  const t = useCodeTexts()
  const common = useTexts()
  const { lang } = useLang()
  const id = useId()
  const { change } = useChangeCodes(list.name)
  const { problems, setProblems, refuse } = useCodeProblems()
  const [day, setDay] = useState<string | null>(dayjs().format('YYYY-MM-DD'))
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)

  async function retire() {
    if (day === null) return setProblems({ retiredFrom: t('retire.needs-day') })
    setBusy(true)
    try {
      await change(value, { retiredFrom: day }, reason)
      onClose()
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }

  const { Input: DayInput } = viewOf(dayField)
  const problem = problems['reason']
  return (
    <Modal
      open
      title={t('do.of', { what: t('do.retire'), name: value.label[lang] })}
      okText={t('do.retire')}
      cancelText={common('common.cancel')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void retire()}
      onCancel={onClose}
      width={460}
    >
      <div className="code-form">
        <p>{t('retire.hint')}</p>
        <FormRow id={`${id}-day`} label={t('value.retired-from')} isRequired problem={problems['retiredFrom']}>
          <DayInput
            id={`${id}-day`}
            field={dayField}
            lang={lang}
            value={day}
            onChange={setDay}
            problem={problems['retiredFrom'] !== undefined}
          />
        </FormRow>
        <FormRow id={`${id}-reason`} label={t('value.reason')} isRequired problem={problem}>
          <Input.TextArea
            id={`${id}-reason`}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            {...(problem
              ? { 'aria-invalid': true, 'aria-describedby': `${id}-reason-problem`, status: 'error' as const }
              : {})}
          />
        </FormRow>
      </div>
    </Modal>
  )
}

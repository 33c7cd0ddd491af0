import { Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { ItemValue } from '../inside/values.ts'
import type { WireItemScore } from '../wire.ts'
import { EditAnswers, EditResults, EditScores } from './edit-rows.tsx'
import { useScoringTexts } from './use-scoring-texts.ts'

interface EditValueProps {
  readonly item: Pick<WireItemScore, 'label' | 'rule' | 'ruleText' | 'less' | 'zeroWhen' | 'value'>
  readonly title: string
  readonly okText: string
  /** Absent where nothing is saved: no reason is asked. */
  readonly reason?: string | undefined
  /** The dialog stays open, and shows the refusal, when this fails. */
  readonly onSave: (value: ItemValue, reason: string) => Promise<void>
  readonly onClose: () => void
}

/** What an item is scored from, asked in the words of its rule. */
export function EditValue({ item, title, okText, reason: before, onSave, onClose }: EditValueProps) {
  const t = useScoringTexts()
  const { lang } = useLang()
  const id = useId()
  const errorText = useErrorText()
  const { rule, less, zeroWhen } = item
  // A deduction without cases is a value: nothing was found.
  const [value, setValue] = useState<ItemValue>(item.value ?? (rule.by === 'deduction' ? { cases: {} } : {}))
  const [reason, setReason] = useState(before ?? '')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const asked =
    rule.by === 'ratio' ? rule.target : rule.by === 'bands' ? rule.around : rule.by === 'results' ? rule.full : ''
  const isNumber = rule.by === 'ratio' || rule.by === 'bands' || rule.by === 'manual'

  async function save() {
    setBusy(true)
    try {
      await onSave(value, reason.trim())
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  const number = (name: 'value' | 'target', text: string) => (
    <FormRow id={`${id}-${name}`} label={text}>
      <Input
        id={`${id}-${name}`}
        inputMode="decimal"
        value={value[name] ?? ''}
        onChange={({ target }) => {
          const { [name]: _, ...rest } = value
          const typed = target.value.trim()
          setValue(typed === '' ? rest : { ...rest, [name]: typed })
        }}
      />
    </FormRow>
  )

  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={t('edit.cancel')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void save()}
      onCancel={onClose}
      width={rule.by === 'results' || rule.by === 'satisfaction' ? 860 : 520}
    >
      <p className="score-rule">{item.ruleText[lang]}</p>
      {isNumber && number('value', t(rule.by === 'manual' ? 'edit.points' : 'edit.value'))}
      {asked !== undefined && typeof asked !== 'string' && number('target', asked[lang])}
      {rule.by === 'yes-no' && (
        <FormRow id={`${id}-yes`} label={item.label[lang]}>
          <Select
            id={`${id}-yes`}
            value={value.value ?? null}
            options={[
              { value: '1', label: t('value.yes') },
              { value: '0', label: t('value.no') },
            ]}
            onChange={(chosen) => setValue({ ...value, ...(chosen ? { value: chosen } : {}) })}
          />
        </FormRow>
      )}
      {rule.by === 'results' && <EditResults rule={rule} value={value} onChange={setValue} />}
      {rule.by === 'experts' && <EditScores rule={rule} value={value} onChange={setValue} />}
      {rule.by === 'satisfaction' && <EditAnswers value={value} onChange={setValue} />}
      {Object.entries(less).map(([kind, { label }]) => (
        <FormRow key={kind} id={`${id}-${kind}`} label={t('edit.cases-of', { kind: label[lang] })}>
          <InputNumber
            id={`${id}-${kind}`}
            min="0"
            stringMode
            value={value.cases?.[kind] ?? '0'}
            onChange={(count) => setValue({ ...value, cases: { ...value.cases, [kind]: String(count ?? 0) } })}
          />
        </FormRow>
      ))}
      {zeroWhen && (
        <Checkbox checked={value.zero ?? false} onChange={({ target }) => setValue({ ...value, zero: target.checked })}>
          {zeroWhen[lang]}
        </Checkbox>
      )}
      {before !== undefined && (
        <FormRow id={`${id}-reason`} label={t('edit.reason')}>
          <Input.TextArea
            id={`${id}-reason`}
            value={reason}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={({ target }) => setReason(target.value)}
          />
        </FormRow>
      )}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  )
}

import { Input, Modal } from 'antd'
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

const dayField: Field<'date'> = { kind: 'date', label: codeTexts['value.from'] }

interface CodeFormProps {
  readonly list: WireCodes
  /** Absent to add one. */
  readonly value?: WireCodeValue
  readonly onClose: () => void
}

/** Adds a value, or changes its names; of a value of the college's own, its official value and first day too. */
export function CodeForm({ list, value, onClose }: CodeFormProps) {
  const t = useCodeTexts()
  const common = useTexts()
  const { lang } = useLang()
  const id = useId()
  const { add, change } = useChangeCodes(list.name)
  const { problems, refuse } = useCodeProblems()
  const [isBusy, setBusy] = useState(false)
  const [given, setGiven] = useState({
    value: value?.value ?? '',
    zh: value?.label.zh ?? '',
    en: value?.label.en ?? '',
    official: value?.official ?? '',
    from: value?.from ?? null,
    reason: '',
  })
  const isOwn = !value || value.declared === null
  const set = (more: Partial<typeof given>) => setGiven((old) => ({ ...old, ...more }))

  async function save() {
    setBusy(true)
    const label = { zh: given.zh, en: given.en }
    const own = { official: given.official.trim() || null, from: given.from }
    try {
      if (!value) await add({ value: given.value, label, ...own }, given.reason)
      else await change(value, { label, ...(isOwn ? own : {}) }, given.reason)
      onClose()
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }

  const row = (name: 'value' | 'zh' | 'en' | 'official', isRequired: boolean, help?: string) => (
    <FormRow
      id={`${id}-${name}`}
      label={t(`value.${name}`)}
      isRequired={isRequired}
      help={help}
      problem={problems[name]}
    >
      <Input
        id={`${id}-${name}`}
        value={given[name]}
        onChange={(event) => set({ [name]: event.target.value })}
        maxLength={60}
        autoComplete="off"
        {...invalid(`${id}-${name}`, problems[name])}
      />
    </FormRow>
  )
  const { Input: DayInput } = viewOf(dayField)
  const what = t(value?.declared ? 'do.rename' : 'do.change')
  return (
    <Modal
      open
      title={value ? t('do.of', { what, name: value.label[lang] }) : t('list.add')}
      okText={common('common.save')}
      cancelText={common('common.cancel')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void save()}
      onCancel={onClose}
      width={460}
    >
      <div className="code-form">
        {row('zh', true)}
        {row('en', true)}
        {!value && row('value', true, t('value.value-help'))}
        {isOwn && row('official', false, t('value.official-help'))}
        {isOwn && (
          <FormRow id={`${id}-from`} label={t('value.from')} help={t('value.from-help')} problem={problems['from']}>
            <DayInput
              id={`${id}-from`}
              field={dayField}
              lang={lang}
              value={given.from}
              onChange={(from) => set({ from })}
              problem={problems['from'] !== undefined}
            />
          </FormRow>
        )}
        <FormRow id={`${id}-reason`} label={t('value.reason')} isRequired problem={problems['reason']}>
          <Input.TextArea
            id={`${id}-reason`}
            value={given.reason}
            onChange={(event) => set({ reason: event.target.value })}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            {...invalid(`${id}-reason`, problems['reason'])}
          />
        </FormRow>
      </div>
    </Modal>
  )
}

const invalid = (id: string, problem: string | undefined) =>
  problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem`, status: 'error' as const } : {}

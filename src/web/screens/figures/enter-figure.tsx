import { App, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Field, FileRef, WireFigure } from '../../../language/index.ts'
import { viewOf } from '../../../fields/views.ts'
import { useEntries, useSendEntries } from '../../app/waiting-notice.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { entryProblem, hintsOf, typedValue } from './entry-hints.ts'
import { EntryHints } from './entry-hints-view.tsx'
import { placeOf } from './table-rows.ts'
import { useFigureTexts } from './use-figure-texts.ts'

export const evidenceField: Field<'files'> = { kind: 'files', label: { zh: '佐证材料', en: 'Evidence' } }

/** Types a value in, with what proves it. */
export function EnterFigure({ figure, onClose }: { readonly figure: WireFigure; readonly onClose: () => void }) {
  const t = useFigureTexts()
  const common = useTexts()
  const { lang } = useLang()
  const id = useId()
  const { message } = App.useApp()
  const { store } = useEntries()
  const send = useSendEntries()
  const [value, setValue] = useState(figure.value ?? '')
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<readonly FileRef[]>([])
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const { Input: FilesInput } = viewOf(evidenceField)

  async function save() {
    const wrong = entryProblem(value)
    if (wrong) return setProblem(t('enter.number', { example: figure.decimals > 0 ? '12.5' : '12' }))
    setBusy(true)
    const { code, period, unitId: unit, version } = figure
    const table = placeOf(code)?.table.name ?? ''
    store.put({
      code,
      period,
      unit,
      table,
      version,
      before: figure.value,
      value: typedValue(value),
      note,
      files,
      state: 'waiting',
    })
    await send().finally(() => setBusy(false))
    const left = store.find({ code, period, unit })
    if (left?.state === 'refused') {
      setProblem(left.problem?.[lang])
      store.remove(left)
      return
    }
    if (left?.state === 'waiting') void message.info(t('entry.queued'))
    onClose()
  }

  return (
    <Modal
      open
      title={t('enter.title', { name: figure.label[lang] })}
      okText={common('common.save')}
      cancelText={common('common.cancel')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void save()}
      onCancel={onClose}
      width={480}
    >
      <FormRow id={`${id}-value`} label={t('enter.value')} isRequired problem={problem}>
        <Input
          id={`${id}-value`}
          className="entry-input"
          inputMode="decimal"
          value={value}
          suffix={figure.unit[lang]}
          onChange={(event) => setValue(event.target.value)}
          onPressEnter={() => void save()}
          {...(problem
            ? { 'aria-invalid': true, 'aria-describedby': `${id}-value-problem`, status: 'error' as const }
            : {})}
        />
        <EntryHints hints={hintsOf(figure, value)} figure={figure} />
      </FormRow>
      <FormRow id={`${id}-files`} label={t('enter.evidence')} help={t('enter.evidence-help')}>
        <FilesInput
          id={`${id}-files`}
          field={evidenceField}
          lang={lang}
          value={files}
          onChange={(next) => setFiles(next ?? [])}
        />
      </FormRow>
      <FormRow id={`${id}-note`} label={t('enter.note')}>
        <Input.TextArea
          id={`${id}-note`}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={1000}
          autoSize={{ minRows: 2, maxRows: 6 }}
        />
      </FormRow>
    </Modal>
  )
}

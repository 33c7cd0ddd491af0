import { useQueryClient } from '@tanstack/react-query'
import { App, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import type { WireRecord } from '../../../../language/wire.ts'
import { DateBox } from '../../../../web/kit/date-box.tsx'
import { api } from '../../../../web/kit/api.ts'
import { useErrorText } from '../../../../web/kit/error-state.tsx'
import { FormRow } from '../../../../web/kit/form-row.tsx'
import type { WirePlanTask } from '../../wire.ts'
import { useViewTexts } from './use-view-texts.ts'

interface ReportDialogProps {
  readonly task: WirePlanTask
  readonly asOf: string
  /** What the column means that the card was moved to; null when the person says. */
  readonly percent: number | null
  readonly onClose: () => void
}

/** The monthly report that moves a card: it counts once it is approved. */
export function ReportDialog({ task, asOf, percent, onClose }: ReportDialogProps) {
  const t = useViewTexts()
  const { message } = App.useApp()
  const client = useQueryClient()
  const errorText = useErrorText()
  const [month, setMonth] = useState(asOf.slice(0, 7))
  const [value, setValue] = useState<number | null>(percent)
  const [done, setDone] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function save() {
    if (month === '' || value === null || done.trim() === '') return setProblem(t('report.needed'))
    setBusy(true)
    try {
      const report = await api.post<WireRecord>('/registers/task-progress', {
        values: { task: task.id, unit: task.unit.id, filledBy: task.owner?.id ?? null, month, percent: value, done },
      })
      await api.post(`/registers/task-progress/${report.id}/actions/submit`, { version: report.version })
      void message.success(t('report.saved'))
      void client.invalidateQueries({ queryKey: ['plans'] })
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={t('report.title', { name: task.name })}
      okText={t('report.save')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void save()}
      onCancel={onClose}
      width={480}
    >
      <FormRow id="report-month" label={t('report.month')} isRequired>
        <DateBox id="report-month" picker="month" value={month} isClearable={false} onChange={setMonth} />
      </FormRow>
      <FormRow id="report-percent" label={t('report.percent')} isRequired>
        <InputNumber id="report-percent" min={0} max={100} precision={0} value={value} onChange={setValue} />
      </FormRow>
      <FormRow id="report-done" label={t('report.done')} isRequired problem={problem}>
        <Input.TextArea
          id="report-done"
          value={done}
          onChange={(event) => setDone(event.target.value)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
        />
      </FormRow>
    </Modal>
  )
}

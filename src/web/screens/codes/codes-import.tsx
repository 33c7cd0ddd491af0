import { UploadOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Modal, Upload } from 'antd'
import { useId, useState } from 'react'
import type { WireCodes, WireCodesImport } from '../../../language/wire-codes.ts'
import { api } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { useChangeCodes } from './use-change-codes.ts'
import { useCodeTexts } from './use-code-texts.ts'

const LISTED = 30

/** Brings a list back from a sheet: look first, then all or nothing. */
export function CodesImport({ list, onClose }: { readonly list: WireCodes; readonly onClose: () => void }) {
  const t = useCodeTexts()
  const common = useTexts()
  const { lang } = useLang()
  const id = useId()
  const errorText = useErrorText()
  const { reread } = useChangeCodes(list.name)
  const [file, setFile] = useState<File>()
  const [plan, setPlan] = useState<WireCodesImport>()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const count = plan ? plan.adds.length + plan.changes.length : 0

  async function send(chosen: File, why: string) {
    setBusy(true)
    setProblem(undefined)
    const form = new FormData()
    // What comes after the file is not read.
    form.append('reason', why)
    form.append('file', chosen, chosen.name)
    try {
      const answer = await api.post<WireCodesImport>(`/codes/${list.name}/import`, form)
      setFile(chosen)
      setPlan(answer)
      if (!answer.isDone) return
      await reread()
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  function accept() {
    if (reason.trim() === '') setProblem(common('confirm.needs-reason'))
    else if (file) void send(file, reason)
  }

  return (
    <Modal
      open
      title={t('import.title', { name: list.label[lang] })}
      okText={t('import.do')}
      cancelText={common('common.cancel')}
      okButtonProps={{ loading: isBusy, disabled: count === 0 || (plan?.problems.length ?? 0) > 0 }}
      onOk={accept}
      onCancel={onClose}
      width={560}
    >
      <div className="code-form">
        <p>{t('import.hint')}</p>
        <Upload
          accept=".xlsx,.csv"
          showUploadList={false}
          beforeUpload={(chosen) => {
            void send(chosen, '')
            return false
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />} loading={isBusy}>
            {file?.name ?? t('import.choose')}
          </Button>
        </Upload>
        {plan && plan.problems.length === 0 && (
          <p role="status">
            {count === 0
              ? t('import.nothing')
              : t('import.counts', {
                  adds: plan.adds.length,
                  changes: plan.changes.length,
                  unchanged: plan.unchanged,
                })}
          </p>
        )}
        {plan && plan.problems.length > 0 && (
          <Alert
            type="error"
            title={t('import.problems', { n: plan.problems.length })}
            description={
              <ul className="code-problems">
                {plan.problems.slice(0, LISTED).map((one, index) => (
                  <li key={index}>
                    {[t('import.row', { row: one.row }), one.column, one.message[lang]].filter(Boolean).join(' · ')}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        {count > 0 && plan?.problems.length === 0 && (
          <FormRow id={`${id}-reason`} label={t('value.reason')} isRequired>
            <Input.TextArea
              id={`${id}-reason`}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
            />
          </FormRow>
        )}
        {problem && (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Modal>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import type { FileRef } from '../../../../language/fields.ts'
import { api, upload } from '../../../../web/kit/api.ts'
import { useErrorText } from '../../../../web/kit/error-state.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WirePlan } from '../../wire.ts'
import type { WireWorkbookDone, WireWorkbookPreview } from '../../wire-workbook.ts'
import { useChangeTexts } from './use-change-texts.ts'
import './changes.css'

interface WorkbookDialogProps {
  readonly plan: WirePlan
  readonly onRequest: (change: string) => void
  readonly onClose: () => void
}

/** A workbook comes in: first its differences, then, when the person agrees, they are written. */
export function WorkbookDialog({ plan, onRequest, onClose }: WorkbookDialogProps) {
  const t = useChangeTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<{ readonly sha256: string; readonly fileName: string }>()
  const [preview, setPreview] = useState<WireWorkbookPreview>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const path = `/plans/${encodeURIComponent(plan.code)}/workbook`

  async function busy(work: () => Promise<void>) {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  const look = (chosen: File) =>
    busy(async () => {
      setPreview(undefined)
      const { sha256 } = await upload<FileRef>('/files', chosen)
      const sent = { sha256, fileName: chosen.name }
      setFile(sent)
      setPreview(await api.post<WireWorkbookPreview>(`${path}/preview`, sent))
    })
  const accept = () =>
    busy(async () => {
      const done = await api.post<WireWorkbookDone>(`${path}/accept`, { ...file, digest: preview!.digest })
      await client.invalidateQueries({ queryKey: ['plans'] })
      onClose()
      if (done.request) onRequest(done.request)
      else void message.success(t('book.done', { creates: done.creates, updates: done.updates }))
    })
  const differs = preview?.sheets.some(({ creates, updates }) => creates + updates > 0) ?? false
  return (
    <Modal
      open
      title={t('book.title')}
      okText={t(preview?.isRequest ? 'book.request' : 'book.accept')}
      okButtonProps={{ loading: isBusy, disabled: !preview || preview.problems.length > 0 || !differs }}
      onOk={() => void accept()}
      onCancel={onClose}
      width={820}
    >
      <p>{t('book.hint')}</p>
      <p className="plan-view-bar">
        <Button loading={isBusy} onClick={() => input.current?.click()}>
          {t('book.choose')}
        </Button>
        <span role="status">{isBusy ? t('book.reading') : (file?.fileName ?? '')}</span>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          hidden
          aria-label={t('book.choose')}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            event.target.value = ''
            if (chosen) void look(chosen)
          }}
        />
      </p>
      {problem && <Alert type="error" showIcon title={problem} />}
      {preview && <Differences preview={preview} />}
    </Modal>
  )
}

function Differences({ preview }: { readonly preview: WireWorkbookPreview }) {
  const t = useChangeTexts()
  const { lang } = useLang()
  const differs = preview.sheets.some(({ creates, updates }) => creates + updates > 0)
  return (
    <div className="book">
      {preview.problems.length > 0 && (
        <>
          <h3>{t('book.problems', { n: preview.problems.length })}</h3>
          <ul className="book-problems" role="alert">
            {preview.problems.slice(0, 50).map((problem, index) => (
              <li key={index}>
                <strong>
                  {problem.row === null ? problem.sheet : t('book.row', { sheet: problem.sheet, row: problem.row })}
                  {problem.column ? ` · ${problem.column}` : ''}
                </strong>{' '}
                {problem.message[lang]}
              </li>
            ))}
          </ul>
        </>
      )}
      {preview.problems.length === 0 && !differs && <p>{t('book.nothing')}</p>}
      {preview.isRequest && differs && <Alert type="info" showIcon title={t('book.request-hint')} />}
      {preview.skipped.map(({ sheet, message }) => (
        <Alert key={sheet} type="info" showIcon title={`${sheet}：${message[lang]}`} />
      ))}
      {preview.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('book.warnings')}
          description={preview.warnings.slice(0, 10).map((warning) => (
            <div key={warning.zh}>{warning[lang]}</div>
          ))}
        />
      )}
      {preview.sheets.map(({ register, label, creates, updates, unchanged, differences }) => (
        <details key={register} open={creates + updates > 0 && creates + updates < 30}>
          <summary>{t('book.sheet', { name: label[lang], creates, updates, unchanged })}</summary>
          <ul>
            {differences.map((row) => (
              <li key={row.row}>
                <em className={`change-${row.kind}`}>{t(`changes.${row.kind}`)}</em> {row.name}
                {row.kind === 'update' &&
                  row.fields.map((field) => (
                    <span key={field.label.zh} className="wish-value">
                      {field.label[lang]} <del>{field.before ?? t('changes.empty')}</del> →{' '}
                      <ins>{field.after ?? t('changes.empty')}</ins>
                    </span>
                  ))}
              </li>
            ))}
            {creates + updates > differences.length && (
              <li>
                <small>{t('book.more', { n: creates + updates - differences.length })}</small>
              </li>
            )}
          </ul>
        </details>
      ))}
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Modal } from 'antd'
import { useId, useRef, useState } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import { api, upload } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireCaseImported, WireCasePreview } from '../wire.ts'
import { useFrameworkTexts } from './use-framework-texts.ts'

interface ImportDialogProps {
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}

const SHOWN = 100

/** A CASE package comes in: first what it holds and what is wrong with it, then, when the person agrees, it is written. */
export function ImportDialog({ onClose, onDone }: ImportDialogProps) {
  const t = useFrameworkTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const versionId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<{ readonly sha256: string; readonly fileName: string }>()
  const [preview, setPreview] = useState<WireCasePreview>()
  const [version, setVersion] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

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
  async function show(sent: { readonly sha256: string; readonly fileName: string }, wanted?: string) {
    const shown = await api.post<WireCasePreview>('/frameworks/imports/preview', {
      ...sent,
      ...(wanted ? { version: wanted } : {}),
    })
    setPreview(shown)
    setVersion(shown.version)
  }
  const look = (chosen: File) =>
    busy(async () => {
      setPreview(undefined)
      const { sha256 } = await upload<FileRef>('/files', chosen)
      const sent = { sha256, fileName: chosen.name.slice(-200) }
      setFile(sent)
      await show(sent)
    })
  const accept = () =>
    busy(async () => {
      const done = await api.post<WireCaseImported>('/frameworks/imports/accept', {
        ...file,
        ...(preview?.version ? { version: preview.version } : {}),
      })
      await client.invalidateQueries({ queryKey: ['frameworks'] })
      void message.success(t('import.done', { n: done.items }))
      onDone(done.id)
    })
  const errors = preview?.problems.filter(({ severity }) => severity === 'error') ?? []
  const warnings = preview?.problems.filter(({ severity }) => severity === 'warning') ?? []
  return (
    <Modal
      open
      title={t('import')}
      okText={t('import.accept')}
      okButtonProps={{ loading: isBusy, disabled: !preview || errors.length > 0 || version !== preview.version }}
      onOk={() => void accept()}
      onCancel={onClose}
      width={760}
    >
      <p>{t('import.hint')}</p>
      <p className="framework-bar">
        <Button loading={isBusy} onClick={() => input.current?.click()}>
          {t('import.choose')}
        </Button>
        <span role="status">{isBusy ? t('import.busy') : (file?.fileName ?? '')}</span>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('import.choose')}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            event.target.value = ''
            if (chosen) void look(chosen)
          }}
        />
      </p>
      {problem && <Alert type="error" showIcon title={problem} />}
      {preview && (
        <>
          <p>
            {t('import.holds', {
              name: preview.name,
              version: preview.version,
              items: preview.items,
              places: preview.places,
              links: preview.links,
            })}
          </p>
          <p className="framework-bar">
            <label htmlFor={versionId}>{t('import.version')}</label>
            <Input
              id={versionId}
              className="framework-version"
              value={version}
              maxLength={60}
              onChange={(event) => setVersion(event.target.value)}
            />
            {version !== preview.version && file && (
              <Button loading={isBusy} onClick={() => void busy(() => show(file, version))}>
                {t('import.again')}
              </Button>
            )}
          </p>
          {errors.length > 0 && <Alert type="error" showIcon title={t('import.errors', { n: errors.length })} />}
          {errors.length === 0 && warnings.length > 0 && (
            <Alert type="warning" showIcon title={t('import.warnings', { n: warnings.length })} />
          )}
          <ul className="framework-problems">
            {[...errors, ...warnings].slice(0, SHOWN).map(({ place, message: said }) => (
              <li key={`${place} ${said.en}`}>
                <code>{place}</code> {said[lang]}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}

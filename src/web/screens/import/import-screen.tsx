import { InboxOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress, Steps, Upload } from 'antd'
import { useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { AnyRegister } from '../../../language/index.ts'
import { findRegister } from '../../app/catalogue.ts'
import { api, ApiError, upload } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { download } from '../../kit/download.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { NotFound } from '../not-found/not-found.tsx'
import type { ImportPreview } from './import-preview.ts'
import { Preview } from './preview.tsx'
import './import.css'

/** Brings records in from a file: look first, then all or nothing. */
export function ImportScreen() {
  const register = findRegister(useParams()['register'])
  return register ? <Import key={register.name} register={register} /> : <NotFound />
}

function Import({ register }: { readonly register: AnyRegister }) {
  const t = useTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const [share, setShare] = useState<number>()
  const [error, setError] = useState<unknown>()
  const [preview, setPreview] = useState<ImportPreview>()
  const [isAsked, setAsked] = useState(false)
  const [result, setResult] = useState<{ readonly creates: number; readonly updates: number }>()
  /** What became of a cancelled step. */
  const [notice, setNotice] = useState<string>()
  /** Ends what the server is doing for this page just now. */
  const work = useRef<AbortController>(undefined)
  const [isWriting, setWriting] = useState(false)
  const list = `/registers/${register.name}`
  const step = result ? 2 : preview ? 1 : 0

  async function send(file: File) {
    const controller = new AbortController()
    work.current = controller
    setError(undefined)
    setNotice(undefined)
    setShare(0)
    try {
      const path = `/registers/${register.name}/imports`
      setPreview(await upload<ImportPreview>(path, file, setShare, controller.signal))
    } catch (failure) {
      if (controller.signal.aborted) setNotice(t('import.cancelled'))
      else setError(failure)
    } finally {
      setShare(undefined)
    }
  }
  function restart() {
    // The server forgets unaccepted imports by itself; telling it is only tidier.
    if (preview && !result) void api.delete(`/imports/${preview.id}`).catch(() => {})
    setPreview(undefined)
    setResult(undefined)
    setError(undefined)
    setNotice(undefined)
  }
  async function accept({ id }: ImportPreview, comment: string) {
    const controller = new AbortController()
    work.current = controller
    setWriting(true)
    try {
      setResult(await api.post(`/imports/${id}/accept`, comment === '' ? {} : { comment }, controller.signal))
      await client.invalidateQueries({ queryKey: ['records', register.name] })
      await client.invalidateQueries({ queryKey: ['workbench'] })
    } finally {
      setWriting(false)
    }
  }
  /** Stops the writing. Calling the import off then waits until the server has let go of it, and so knows how it ended. */
  async function cancelWriting({ id, creates, updates }: ImportPreview) {
    work.current?.abort()
    setNotice(t('import.cancelling'))
    try {
      await api.delete(`/imports/${id}`)
      setPreview(undefined)
      setNotice(t('import.cancelled'))
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'conflict') {
        setResult({ creates, updates })
        setNotice(t('import.cancelled-late'))
        await client.invalidateQueries({ queryKey: ['records', register.name] })
      } else {
        setNotice(undefined)
        setError(failure)
      }
    }
  }

  return (
    <div className="import">
      <PageHeader
        title={t('import.of', { name: register.label[lang] })}
        back={{ to: list, text: register.label[lang] }}
      />
      <Steps
        size="small"
        current={step}
        items={[{ title: t('import.choose') }, { title: t('import.check') }, { title: t('import.done') }]}
      />
      {step === 0 && (
        <div className="import-choose">
          <ol>
            <li>
              {t('import.step-template')}{' '}
              <Button type="link" onClick={() => download(`/registers/${register.name}/template.xlsx`)}>
                {t('list.template')}
              </Button>
            </li>
            <li>{t('import.step-fill')}</li>
            <li>
              {t('import.step-key', {
                fields: keyOf(register)
                  .map((name) => register.fields[name]?.label[lang] ?? name)
                  .join(lang === 'zh' ? '、' : ', '),
              })}
            </li>
          </ol>
          <Upload.Dragger
            accept=".xlsx,.csv"
            showUploadList={false}
            disabled={share !== undefined}
            beforeUpload={(file) => {
              void send(file)
              return false
            }}
          >
            <p>
              <InboxOutlined aria-hidden className="import-icon" />
            </p>
            <p>{t('import.drop')}</p>
            <p className="import-hint">{t('import.kinds')}</p>
          </Upload.Dragger>
          {share !== undefined && (
            <div role="status">
              <Progress percent={Math.round(share * 100)} aria-label={t('import.sending')} />
              {share >= 1 && <p>{t('import.reading')}</p>}
              <Button onClick={() => work.current?.abort()}>{t('common.cancel')}</Button>
            </div>
          )}
        </div>
      )}
      {notice !== undefined && (
        <div role="status">
          <Alert type="info" showIcon title={notice} />
        </div>
      )}
      {error !== undefined && <ErrorState error={error} what={t('import.title')} />}
      {step === 1 && preview && (
        <>
          <Preview register={register} preview={preview} />
          <div className="form-actions">
            <Button
              type="primary"
              disabled={preview.problemCount > 0 || preview.creates + preview.updates === 0}
              onClick={() => setAsked(true)}
            >
              {t('import.accept', { n: preview.creates + preview.updates })}
            </Button>
            <Button onClick={restart}>{t('import.other')}</Button>
            {preview.problemCount > 0 && <span className="form-state">{t('import.all-or-nothing')}</span>}
          </div>
        </>
      )}
      {result && (
        <div className="state" role="status">
          <h2>{t('import.accepted')}</h2>
          <p>{t('import.result', { creates: result.creates, updates: result.updates })}</p>
          <div className="state-actions">
            <Link to={list}>
              <Button type="primary">{t('import.to-list')}</Button>
            </Link>
            <Button onClick={restart}>{t('import.again')}</Button>
          </div>
        </div>
      )}
      {isAsked && preview && (
        <ConfirmComment
          title={t('import.confirm', { creates: preview.creates, updates: preview.updates })}
          comment={preview.needsComment ? 'required' : 'optional'}
          okText={t('import.accept', { n: preview.creates + preview.updates })}
          onClose={() => {
            setAsked(false)
            if (isWriting) void cancelWriting(preview)
          }}
          onConfirm={(comment) => accept(preview, comment)}
        >
          {isWriting && <p role="status">{t('import.writing')}</p>}
        </ConfirmComment>
      )}
    </div>
  )
}

/** The fields by which a row finds the record it changes. */
function keyOf(register: AnyRegister): readonly string[] {
  return register.importKey ?? register.unique?.[0] ?? [register.title]
}

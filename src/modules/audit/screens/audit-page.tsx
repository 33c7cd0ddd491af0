import { Button, Dropdown, Upload } from 'antd'
import { useState } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import { api, upload } from '../../../web/kit/api.ts'
import { download } from '../../../web/kit/download.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireAudited, WireSentFile } from '../wire.ts'
import { AuditView } from './audit-view.tsx'
import { DropFile, READABLE } from './drop-file.tsx'
import { NamesDialog } from './names-dialog.tsx'
import { useAuditTexts } from './use-audit-texts.ts'
import './audit.css'

interface Sent {
  readonly file: WireSentFile
  readonly against?: WireSentFile
}

/** Sends a file to be read. A web page is sent as text: the store of files takes nothing that a browser would run. */
async function send(file: File): Promise<WireSentFile> {
  const isPage = /\.x?html?$/i.test(file.name)
  const { sha256 } = await upload<FileRef>(
    '/files',
    isPage ? new File([file], `${file.name}.txt`, { type: 'text/plain' }) : file,
  )
  return { sha256, fileName: file.name }
}

/** Any report, from a file: upload, read, findings, marks, exports. */
export function AuditPage() {
  const t = useAuditTexts()
  const { lang } = useLang()
  const [against, setAgainst] = useState<File>()
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [sent, setSent] = useState<Sent>()
  const [audited, setAudited] = useState<WireAudited>()
  const [isNaming, setNaming] = useState(false)

  async function audit(file: File) {
    setBusy(file.name)
    setError(undefined)
    setAudited(undefined)
    try {
      const asked: Sent = { file: await send(file), ...(against ? { against: await send(against) } : {}) }
      setSent(asked)
      setAudited(await api.post<WireAudited>('/report-audits', asked))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }

  function exportAs(as: string) {
    if (!sent) return
    const query = new URLSearchParams({ as, lang, sha256: sent.file.sha256, fileName: sent.file.fileName })
    if (sent.against) {
      query.set('againstSha256', sent.against.sha256)
      query.set('againstName', sent.against.fileName)
    }
    download(`/report-audits/export?${query}`)
  }

  return (
    <div className="audit-page">
      <PageHeader
        title={audited?.name ?? t('page.title')}
        subtitle={audited ? undefined : t('page.hint')}
        actions={
          <>
            <Button onClick={() => setNaming(true)}>{t('page.names')}</Button>
            {audited && (
              <>
                <Dropdown
                  menu={{
                    items: (['docx', 'xlsx', 'json'] as const).map((as) => ({ key: as, label: t(`export.${as}`) })),
                    onClick: ({ key }) => exportAs(key),
                  }}
                >
                  <Button>{t('page.export')}</Button>
                </Dropdown>
                <Button onClick={() => setAudited(undefined)}>{t('page.other')}</Button>
              </>
            )}
          </>
        }
      />
      {busy !== undefined && (
        <>
          <p role="status">{t('page.busy', { name: busy })}</p>
          <Loading />
        </>
      )}
      {error !== undefined && <ErrorState error={error} what={t('page.failed')} />}
      {audited ? (
        <AuditView audited={audited} onChange={setAudited} />
      ) : (
        busy === undefined && (
          <>
            <DropFile onFile={(file) => void audit(file)} />
            <Against file={against} onFile={setAgainst} />
          </>
        )
      )}
      {isNaming && <NamesDialog onClose={() => setNaming(false)} />}
    </div>
  )
}

/** Last year's report, to be held against this one. */
function Against({
  file,
  onFile,
}: {
  readonly file: File | undefined
  readonly onFile: (file: File | undefined) => void
}) {
  const t = useAuditTexts()
  if (file)
    return (
      <p className="audit-against">
        {t('page.against-chosen', { name: file.name })}{' '}
        <Button size="small" onClick={() => onFile(undefined)}>
          {t('page.remove')}
        </Button>
      </p>
    )
  return (
    <p className="audit-against">
      <Upload
        accept={READABLE}
        showUploadList={false}
        beforeUpload={(chosen) => {
          onFile(chosen)
          return false
        }}
      >
        <Button size="small">{t('page.against')}</Button>
      </Upload>
    </p>
  )
}

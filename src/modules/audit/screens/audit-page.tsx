import { Button, Progress, Upload } from 'antd'
import { useState } from 'react'
import { DropZone } from '../../../web/kit/drop-zone.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { FINDING_KINDS } from '../finding.ts'
import { KIND_WORDS } from '../words.ts'
import { AuditView } from './audit-view.tsx'
import { ExportMenu } from './export-menu.tsx'
import { NamesDialog } from './names-dialog.tsx'
import { type Step, useAudit } from './use-audit.ts'
import { useAuditTexts } from './use-audit-texts.ts'
import './audit.css'

/** What a browser offers to choose from. */
const READABLE = '.docx,.pdf,.xlsx,.html,.htm,.txt,.md'

/** Any report, from a file: upload, read, findings, marks, exports. */
export function AuditPage() {
  const t = useAuditTexts()
  const { lang } = useLang()
  const { step, error, audited, setAudited, asked, audit, exportAs, close } = useAudit()
  const [against, setAgainst] = useState<File>()
  const [isNaming, setNaming] = useState(false)
  const again = (with_: File | undefined) => asked && void audit(asked.file, with_)

  return (
    <div className="audit-page">
      <PageHeader
        title={audited?.name ?? t('page.title')}
        subtitle={audited ? asked?.against && t('page.against-chosen', { name: asked.against.name }) : t('page.hint')}
        actions={
          <>
            <Button onClick={() => setNaming(true)}>{t('page.names')}</Button>
            {audited && (
              <>
                <Choose text={asked?.against ? t('page.against-other') : t('page.against')} onFile={again} />
                <ExportMenu isWord={/\.docx$/i.test(audited.name)} onExport={(as) => void exportAs(as, lang)} />
                <Button onClick={close}>{t('page.other')}</Button>
              </>
            )}
          </>
        }
      />
      {step && <Busy step={step} onCancel={close} />}
      {error !== undefined && (
        <ErrorState error={error} what={t('page.failed')} {...(asked ? { onRetry: () => again(asked.against) } : {})} />
      )}
      {audited ? (
        <AuditView key={audited.name} audited={audited} onChange={setAudited} />
      ) : (
        !step && (
          <>
            <DropZone
              isLarge
              text={t('page.drop')}
              hint={t('page.kinds')}
              accept={READABLE}
              onFile={(file) => void audit(file, against)}
            />
            <p className="audit-kinds">
              {t('page.checks', {
                kinds: FINDING_KINDS.map((kind) => KIND_WORDS[kind][lang]).join(lang === 'zh' ? '、' : ', '),
              })}
            </p>
            <div className="audit-against">
              {against ? (
                <>
                  {t('page.against-chosen', { name: against.name })}{' '}
                  <Button size="small" onClick={() => setAgainst(undefined)}>
                    {t('page.remove')}
                  </Button>
                </>
              ) : (
                <Choose text={t('page.against')} onFile={setAgainst} />
              )}
            </div>
          </>
        )
      )}
      {isNaming && <NamesDialog onClose={() => setNaming(false)} onSaved={() => again(asked?.against)} />}
    </div>
  )
}

/** How far it is: sending, in line, reading, comparing. */
function Busy({ step: { name, stage, share }, onCancel }: { readonly step: Step; readonly onCancel: () => void }) {
  const t = useAuditTexts()
  const said = t(`page.${stage}`, { name })
  const at = STAGES.indexOf(stage)
  return (
    <div className="audit-busy">
      <p role="status">{said}</p>
      {stage === 'sending' ? (
        <Progress percent={Math.round(share * 100)} aria-label={said} />
      ) : (
        <Progress
          percent={Math.round(((at + 1) / STAGES.length) * 100)}
          steps={STAGES.length}
          status="active"
          format={() => `${at + 1}/${STAGES.length}`}
          aria-label={said}
        />
      )}
      <Button onClick={onCancel}>{t('page.cancel')}</Button>
    </div>
  )
}

const STAGES = ['sending', 'waiting', 'reading', 'checking'] as const

/** Last year's report, to be held against this one. */
function Choose({ text, onFile }: { readonly text: string; readonly onFile: (file: File) => void }) {
  return (
    <Upload
      accept={READABLE}
      showUploadList={false}
      beforeUpload={(chosen) => {
        onFile(chosen)
        return false
      }}
    >
      <Button>{text}</Button>
    </Upload>
  )
}

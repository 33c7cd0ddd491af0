import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { ReportAction, WireReport } from '../../../language/wire-reports.ts'
import { AuditGlance } from '../../../modules/audit/web.tsx'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { OpenPoints } from './open-points.tsx'
import { PublishingProgress } from './publishing-progress.tsx'
import { useReloadReport } from './queries.ts'
import { useReportTexts } from './use-report-texts.ts'

const ACTIONS: readonly ReportAction[] = ['reopen', 'review', 'sign-off', 'publish']

/** Hands the report on: review, sign-off, publication; or opens it again, saying why. */
export function ReportActions({ report }: { readonly report: WireReport }) {
  const t = useReportTexts()
  const { message } = App.useApp()
  const reload = useReloadReport(report.id)
  const [asked, setAsked] = useState<ReportAction>()
  const [isPublishing, setPublishing] = useState(false)
  const running = useRef<AbortController>(undefined)
  const open = ACTIONS.filter((action) => report.can.includes(action))

  async function act(action: ReportAction, comment: string) {
    const controller = new AbortController()
    running.current = controller
    setPublishing(action === 'publish')
    try {
      await api.post(`/reports/${report.id}/actions/${action}`, comment === '' ? {} : { comment }, controller.signal)
      void message.success(t(`report.${action}-done`))
    } catch (error) {
      if (!controller.signal.aborted) throw error
      // It may have been finished in that very moment.
      const { state } = await api.get<WireReport>(`/reports/${report.id}`)
      void message.info(t(state === 'published' ? 'report.publish-done' : 'report.cancelled'))
    } finally {
      running.current = undefined
      setPublishing(false)
      await reload()
    }
  }

  return (
    <>
      {open.map((action) => (
        <Button key={action} type={action === 'reopen' ? 'default' : 'primary'} onClick={() => setAsked(action)}>
          {t(`report.${action}`)}
        </Button>
      ))}
      {asked && (
        <ConfirmComment
          title={t(`report.${asked}-title`)}
          comment={asked === 'reopen' ? 'required' : 'optional'}
          okText={t(`report.${asked}`)}
          isDangerous={asked === 'reopen'}
          onConfirm={(comment) => act(asked, comment)}
          onClose={() => {
            // The rest is done in a moment; only a publication is worth breaking off.
            if (asked === 'publish') running.current?.abort()
            setAsked(undefined)
          }}
        >
          <p className="dialog-hint">{t(`report.${asked}-hint`)}</p>
          {asked !== 'reopen' && <OpenPoints report={report} action={asked} />}
          {(asked === 'review' || asked === 'sign-off') && <AuditGlance reportId={report.id} />}
          {isPublishing && <PublishingProgress reportId={report.id} />}
        </ConfirmComment>
      )}
    </>
  )
}

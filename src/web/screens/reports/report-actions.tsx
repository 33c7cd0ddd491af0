import { App, Button } from 'antd'
import { useState } from 'react'
import type { ReportAction, WireReport } from '../../../language/wire-reports.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { useReloadReport } from './queries.ts'
import { useReportTexts } from './use-report-texts.ts'

const ACTIONS: readonly ReportAction[] = ['reopen', 'review', 'sign-off', 'publish']

/** Hands the report on: review, sign-off, publication; or opens it again, saying why. */
export function ReportActions({ report }: { readonly report: WireReport }) {
  const t = useReportTexts()
  const { message } = App.useApp()
  const reload = useReloadReport(report.id)
  const [asked, setAsked] = useState<ReportAction>()
  const open = ACTIONS.filter((action) => report.can.includes(action))
  const blocked = report.blockers.length
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
          onConfirm={async (comment) => {
            await api.post(`/reports/${report.id}/actions/${asked}`, comment === '' ? {} : { comment })
            await reload()
            void message.success(t(`report.${asked}-done`))
          }}
          onClose={() => setAsked(undefined)}
        >
          <p className="dialog-hint">{t(`report.${asked}-hint`)}</p>
          {asked !== 'reopen' && blocked > 0 && (
            <p className="dialog-warning">{t('report.blocked', { count: blocked })}</p>
          )}
        </ConfirmComment>
      )}
    </>
  )
}

import { Progress } from 'antd'
import { usePublishing } from './queries.ts'
import { useReportTexts } from './use-report-texts.ts'

/** How far the publication has come, while it runs. */
export function PublishingProgress({ reportId }: { readonly reportId: string }) {
  const t = useReportTexts()
  const { data } = usePublishing(reportId, true)
  const { step, done, of } = data?.publishing ?? { step: 'check' as const, done: 0, of: 1 }
  const words = t(`report.publishing-${step}`)
  return (
    <div className="dialog-progress">
      <Progress percent={Math.round((100 * done) / of)} status="active" aria-label={words} />
      <p role="status">{words}</p>
    </div>
  )
}

import { useReportTexts } from './use-report-texts.ts'

interface ProgressBarProps {
  readonly total: number
  readonly submitted: number
  readonly approved: number
  readonly label: string
}

/** How many sections are approved and handed in, of all. */
export function ProgressBar({ total, submitted, approved, label }: ProgressBarProps) {
  const t = useReportTexts()
  const share = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`
  return (
    <div
      className="progress-bar"
      role="img"
      aria-label={`${label} ${t('progress.words', { approved, submitted, total })}`}
    >
      <span className="progress-approved" style={{ width: share(approved) }} />
      <span className="progress-submitted" style={{ width: share(submitted) }} />
    </div>
  )
}

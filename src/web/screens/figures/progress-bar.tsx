import { useFigureTexts } from './use-figure-texts.ts'

interface ProgressBarProps {
  readonly name: string
  readonly expected: number
  readonly valued: number
  readonly reviewed: number
  readonly approved: number
}

/** How many of the expected figures are approved, reviewed, valued: one bar, told in words as well. */
export function ProgressBar({ name, expected, valued, reviewed, approved }: ProgressBarProps) {
  const t = useFigureTexts()
  const share = (n: number) => `${expected === 0 ? 0 : (n / expected) * 100}%`
  return (
    <span
      className="progress-bar"
      role="img"
      aria-label={t('progress.share', { name, n: expected, valued, reviewed, approved })}
    >
      <span className="progress-valued" style={{ width: share(Math.max(valued, reviewed)) }} />
      <span className="progress-reviewed" style={{ width: share(reviewed) }} />
      <span className="progress-approved" style={{ width: share(approved) }} />
    </span>
  )
}

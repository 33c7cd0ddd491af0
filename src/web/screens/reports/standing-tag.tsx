import type { Standing } from './figures-context.tsx'
import { useReportTexts } from './use-report-texts.ts'

/** Whether a figure may be relied on, in words; the colour only helps. */
export function StandingTag({ standing }: { readonly standing: Standing }) {
  const t = useReportTexts()
  return <span className={`standing standing-${standing}`}>{t(`standing.${standing}`)}</span>
}

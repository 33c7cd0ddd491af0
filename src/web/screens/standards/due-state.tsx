import dayjs from 'dayjs'
import type { WireStandardTable } from '../../../language/index.ts'
import { useStandardTexts } from './use-standard-texts.ts'

/** Whether a table's report is due, and why. */
export function DueState({ table: { overdue, lastReported } }: { readonly table: WireStandardTable }) {
  const t = useStandardTexts()
  if (lastReported === null) return <span className="coverage-quiet">{t('due.never')}</span>
  if (!overdue) return <span className="coverage-good">{t('due.fine')}</span>
  return <span className="coverage-bad">{t('due.late', { n: dayjs().diff(lastReported, 'day') })}</span>
}

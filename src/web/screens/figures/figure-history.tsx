import type { WireHistory } from '../../../language/index.ts'
import type { WireFigurePage } from '../../../language/wire-figures.ts'
import { groupDigits } from '../../../fields/views.ts'
import { formatTime } from '../../kit/format-date.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { isSystem } from './figure-steps.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

const SAID = new Set(['enter', 'review', 'approve', 'return', 'accept', 'publish'])
const OWN = new Set([
  'recomputed',
  'records-changed',
  'records-agree-again',
  'evidence-added',
  'evidence-removed',
  'marked',
  'unmarked',
])

/** What happened to the figure, newest first: values old → new, who and why. */
export function FigureHistory({ page }: { readonly page: WireFigurePage }) {
  const t = useFigureTexts()
  return (
    <section className="card" aria-labelledby="figure-history">
      <h2 id="figure-history">{t('page.history')}</h2>
      {page.history.length === 0 && <p className="state-small">{t('page.history-none')}</p>}
      <ol className="trail">
        {page.history.map((entry) => (
          <FigureStep key={entry.id} entry={entry} decimals={page.figure.decimals} />
        ))}
      </ol>
    </section>
  )
}

/** One step of a figure's history. */
export function FigureStep({ entry, decimals }: { readonly entry: WireHistory; readonly decimals: number }) {
  const t = useFigureTexts()
  const common = useTexts()
  const actionText = (action: string) =>
    SAID.has(action)
      ? t(`do.${action}` as 'do.enter')
      : OWN.has(action)
        ? t(`history.${action}` as 'history.recomputed')
        : action
  return (
    <li>
      <div className="trail-head">
        <strong>{actionText(entry.action)}</strong>
        <span>{isSystem(entry) ? t('history.system') : entry.actorName}</span>
        <time dateTime={entry.at}>{formatTime(entry.at)}</time>
      </div>
      {entry.reason && !isSystem(entry) && (
        <p className="trail-reason">{common('trail.reason', { reason: entry.reason })}</p>
      )}
      <Values entry={entry} decimals={decimals} />
    </li>
  )
}

function Values({ entry, decimals }: { readonly entry: WireHistory; readonly decimals: number }) {
  const t = useFigureTexts()
  const [old, now] = [textOf(entry.before?.['value'], decimals), textOf(entry.after?.['value'], decimals)]
  if (old === now) return null
  return (
    <p className="field-number history-values">
      {old === '—' ? <span>—</span> : <del>{old}</del>}
      <span className="sr-only"> {t('figure.became')} </span>
      <span aria-hidden> → </span>
      <strong>{now}</strong>
    </p>
  )
}

/** History keeps values unrounded: shown here with two digits more than printed, which is where they may differ. */
function textOf(value: unknown, decimals: number): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '—'
  const [whole = '', fraction = ''] = String(value).split('.')
  const kept = fraction.slice(0, decimals + 2).replace(/0+$/, '')
  return groupDigits(kept === '' ? whole : `${whole}.${kept}`)
}

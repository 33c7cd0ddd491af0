import { useQuery } from '@tanstack/react-query'
import type { WireCodeChange, WireCodes } from '../../../language/wire-codes.ts'
import { api } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useCodeTexts } from './use-code-texts.ts'

/** What the college did to a list, newest first: who, when and why. */
export function CodeHistory({ list }: { readonly list: WireCodes }) {
  const t = useCodeTexts()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['codes', 'history', list.name],
    queryFn: ({ signal }) => api.get<readonly WireCodeChange[]>(`/codes/${list.name}/history`, signal),
  })
  const { lang } = useLang()
  const nameOf = ({ value, label }: WireCodeChange) =>
    list.values.find((one) => one.value === value)?.label[lang] ?? label?.[lang] ?? value
  if (isPending) return <Loading />
  if (error && !data) return <ErrorState error={error} what={t('list.history')} onRetry={() => void refetch()} />
  if (data.length === 0) return <EmptyState title={t('list.no-history')} />
  return (
    <ol className="trail code-trail" aria-label={t('list.history')}>
      {data.map((change) => (
        <li key={`${change.value} ${change.version}`}>
          <div className="trail-head">
            <strong>{t(`history.${change.action}`)}</strong>
            <span>{nameOf(change)}</span>
            <span>{change.actorName}</span>
            <time dateTime={change.at}>{formatTime(change.at)}</time>
          </div>
          <p className="trail-reason">{t('history.reason', { reason: change.reason })}</p>
          <Became change={change} />
        </li>
      ))}
    </ol>
  )
}

/** How the value was from then on. */
function Became({ change }: { readonly change: WireCodeChange }) {
  const t = useCodeTexts()
  const { lang } = useLang()
  const rows = [
    [t(`value.${lang}`), change.label?.[lang]],
    [t('value.official'), change.official],
    [t('value.from'), change.from],
    [t('value.retired-from'), change.retiredFrom],
  ].filter(([, value]) => value)
  if (rows.length === 0) return <p className="trail-changes">{t('history.as-declared')}</p>
  return (
    <dl className="trail-changes">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

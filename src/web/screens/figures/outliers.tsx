import { Link } from 'react-router'
import { useQuery } from '@tanstack/react-query'
import type { WireOutlier } from '../../../language/wire-figures.ts'
import { groupDigits } from '../../../fields/views.ts'
import { api, queryOf } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { FigureNumber } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** Figures worth a second look: they jumped since the year before, or a unit stands apart from the others. */
export function Outliers({ period }: { readonly period: string }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['figures', 'outliers', period],
    queryFn: ({ signal }) => api.get<readonly WireOutlier[]>(`/outliers${queryOf({ period })}`, signal),
  })
  if (isPending) return <Loading rows={8} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <EmptyState title={t('outlier.none')} />
  return (
    <>
      <p className="outlier-hint">{t('outlier.hint')}</p>
      <ul className="outliers">
        {data.map((one) => (
          <li key={`${one.kind} ${one.figure.code} ${one.figure.unitId}`}>
            <span>
              <Link to={figureAddress(one.figure.code, period, one.kind === 'apart' ? one.figure.unitId : null)}>
                {one.figure.label[lang]}
              </Link>
              <small>{one.kind === 'apart' ? one.figure.unitName : ''}</small>
            </span>
            <FigureNumber text={one.figure.text} unit={one.figure.unit} />
            <small>
              {one.kind === 'jump'
                ? t('outlier.jump', { old: groupDigits(one.against), percent: one.measure })
                : t('outlier.apart', { middle: groupDigits(one.against), score: one.measure })}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireComparison } from '../wire.ts'
import { useFrameworkTexts } from './use-framework-texts.ts'

interface ComparisonProps {
  readonly id: string
  /** The version before. */
  readonly other: string
  readonly onClose: () => void
}

const SHOWN = 500

/** What differs between two versions, item by item. */
export function Comparison({ id, other, onClose }: ComparisonProps) {
  const t = useFrameworkTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['frameworks', id, 'comparison', other],
    queryFn: ({ signal }) => api.get<WireComparison>(`/frameworks/${id}/comparison?with=${other}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <section>
      <p className="framework-bar">
        <strong>{t('compare.with', { version: data.before.version, now: data.after.version })}</strong>
        <span>{t('compare.same', { n: data.same })}</span>
        <Button onClick={onClose}>{t('compare.close')}</Button>
      </p>
      {data.differences.length === 0 && <p>{t('compare.none')}</p>}
      <ul className="framework-differences">
        {data.differences.slice(0, SHOWN).map((one, index) => (
          <li key={index}>
            <em className={`framework-${one.kind}`}>{t(`compare.${one.kind}`)}</em>{' '}
            {one.code && <code>{one.code}</code>}{' '}
            {one.kind === 'moved' ? (
              <>
                {one.after}{' '}
                <small>
                  {one.from ?? t('compare.top')} → {one.to ?? t('compare.top')}
                </small>
              </>
            ) : (
              <>
                {one.before !== null && <del>{one.before}</del>} {one.after !== null && <ins>{one.after}</ins>}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

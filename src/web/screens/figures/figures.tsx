import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import type { WireFigure } from '../../../language/index.ts'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { useCan } from '../../app/session.tsx'
import { useShortcut } from '../../app/shortcuts.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { BULK_ACTIONS, BulkFigures } from './bulk-figures.tsx'
import { filterFigures, groupFigures, isNarrowed, readFilter, writeFilter } from './figure-address.ts'
import { FigureFilters } from './figure-filters.tsx'
import { FigureFrame } from './figure-frame.tsx'
import { FigureList } from './figure-list.tsx'
import { useFigures } from './queries.ts'
import { useFigureTexts } from './use-figure-texts.ts'
import './figure-list.css'

/** The catalogue of indicators: the value of each in one edition, how far it is, and what can be done. */
export function Figures() {
  const t = useFigureTexts()
  const [count, setCount] = useState<number>()
  const can = useCan()
  return (
    <FigureFrame
      title={t('figures.title')}
      tags={count !== undefined && <span className="count">{t('figures.count', { n: count })}</span>}
      subtitle={can('figures.read-unapproved') ? undefined : t('figures.hidden')}
      isWide
    >
      {(period) => <Catalogue key={period.code} period={period} onCount={setCount} />}
    </FigureFrame>
  )
}

function Catalogue({ period, onCount }: { readonly period: WirePeriod; readonly onCount: (n: number) => void }) {
  const t = useFigureTexts()
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(() => readFilter(search), [search])
  const { data, error, isPending, refetch } = useFigures(period.code)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const tools = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => filterFigures(data ?? [], filter), [data, filter])
  const groups = useMemo(() => groupFigures(shown), [shown])
  const chosen: readonly WireFigure[] = shown.filter((figure) => selected.has(figure.code))
  const count = data ? shown.length : undefined
  useEffect(() => {
    if (count !== undefined) onCount(count)
  }, [count, onCount])
  useShortcut('f', t('figures.search-key'), () => tools.current?.querySelector('input')?.focus())
  const change = (next: typeof filter) => setSearch((old) => writeFilter(old, next), { replace: true })
  const clear = () => change({ q: '', status: '', owner: '', table: '', flags: [] })
  return (
    <>
      <div ref={tools}>
        <FigureFilters figures={data ?? []} filter={filter} onChange={change} />
      </div>
      <BulkFigures period={period.code} figures={chosen} onClear={() => setSelected(new Set())} />
      {isPending ? (
        <Loading rows={12} />
      ) : error && !data ? (
        <ErrorState error={error} what={t('figures.title')} onRetry={() => void refetch()} />
      ) : shown.length === 0 ? (
        <EmptyState title={t('figures.none')} hint={t('figures.none-hint')}>
          {isNarrowed(filter) && <Button onClick={clear}>{t('figures.clear')}</Button>}
        </EmptyState>
      ) : (
        <FigureList
          groups={groups}
          period={period.code}
          selected={selected}
          onSelect={setSelected}
          canSelect={(data ?? []).some((figure) =>
            figure.can.some((one) => BULK_ACTIONS.some((action) => action === one)),
          )}
        />
      )}
    </>
  )
}

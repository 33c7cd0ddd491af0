import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useCallback } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Indicator, WireRecord } from '../../../language/index.ts'
import type { WirePart, WirePeriod, WireRowsBehind } from '../../../language/wire-figures.ts'
import { findRegister } from '../../app/catalogue.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useSession } from '../../app/session.tsx'
import { api, queryOf } from '../../kit/api.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { download } from '../../kit/download.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { NotFound } from '../not-found/not-found.tsx'
import { usualColumns } from '../register-list/list-columns.ts'
import { RecordCard } from '../register-list/record-card.tsx'
import { useTableColumns } from '../register-list/use-table-columns.tsx'
import { FigureFrame } from './figure-frame.tsx'
import { figureAddress } from './figure-places.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** The records that a figure counted: exactly those, by register. */
export function FigureRows() {
  const t = useFigureTexts()
  const { lang } = useLang()
  const code = useParams()['code'] ?? ''
  const [search] = useSearchParams()
  const indicator = figuresCatalogue.indicators.get(code)
  if (!indicator) return <NotFound />
  return (
    <FigureFrame
      title={t('rows.title', { name: indicator.label[lang] })}
      subtitle={t('rows.export')}
      back={{ to: figureAddress(code, search.get('period') ?? '', search.get('unit')), text: t('rows.back') }}
      isWide
    >
      {(period) => <Parts indicator={indicator} period={period} />}
    </FigureFrame>
  )
}

function Parts({ indicator, period }: { readonly indicator: Indicator; readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const [search, setSearch] = useSearchParams()
  const isShare = 'numerator' in indicator
  const part: WirePart = !isShare ? 'value' : search.get('part') === 'denominator' ? 'denominator' : 'numerator'
  const unit = search.get('unit')
  const query = { period: period.code, unit, part }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['figures', 'rows', indicator.code, query],
    queryFn: ({ signal }) =>
      api.get<readonly WireRowsBehind[]>(
        `/figures/${encodeURIComponent(indicator.code)}/rows${queryOf(query)}`,
        signal,
      ),
  })
  return (
    <>
      {isShare && (
        <Segmented
          className="rows-part"
          aria-label={t('rows.part')}
          value={part}
          onChange={(next) =>
            setSearch((old) => {
              const address = new URLSearchParams(old)
              address.set('part', next)
              return address
            })
          }
          options={(['numerator', 'denominator'] as const).map((one) => ({ value: one, label: t(`page.${one}`) }))}
        />
      )}
      {isPending && <Loading rows={10} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.every((one) => one.counted === 0) && <EmptyState title={t('rows.none')} hint={t('rows.none-hint')} />}
      {data
        ?.filter((one) => one.counted > 0)
        .map((one) => (
          <RegisterRows
            key={`${one.register} ${part} ${period.code} ${unit}`}
            code={indicator.code}
            query={query}
            first={one}
            isOnly={data.length === 1}
          />
        ))}
    </>
  )
}

interface RegisterRowsProps {
  readonly code: string
  readonly query: { readonly period: string; readonly unit: string | null; readonly part: WirePart }
  readonly first: WireRowsBehind
  readonly isOnly: boolean
}

function RegisterRows({ code, query, first, isOnly }: RegisterRowsProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const register = findRegister(first.register)
  const name = register?.label[lang] ?? first.register
  const page = first.page
  const mayExport = useSession().registers[first.register]?.export ?? false
  const seen = page === null ? 0 : page.total
  const count = first.counted.toLocaleString('en-US')
  return (
    <div className="rows-register">
      <h2>
        {name}{' '}
        <span className="count">
          {page !== null && !page.more && seen < first.counted
            ? t('rows.fewer', { n: count, seen: seen.toLocaleString('en-US') })
            : t('rows.all-open', { n: count })}
        </span>
        {page !== null && <Link to={`/registers/${first.register}`}>{t('rows.register')}</Link>}
        {page !== null && page.rows.length > 0 && mayExport && (
          <Button
            type="link"
            size="small"
            onClick={() =>
              download(
                `/figures/${encodeURIComponent(code)}/rows.xlsx${queryOf({ ...query, register: first.register })}`,
              )
            }
          >
            {t('rows.download')}
          </Button>
        )}
      </h2>
      {page === null || !register ? (
        <p className="state-small">{t('rows.closed')}</p>
      ) : (
        page.rows.length > 0 && <Rows code={code} query={query} first={first} register={register} isOnly={isOnly} />
      )}
    </div>
  )
}

function Rows({
  code,
  query,
  first,
  register,
  isOnly,
}: RegisterRowsProps & { readonly register: NonNullable<ReturnType<typeof findRegister>> }) {
  const { lang } = useLang()
  const navigate = useNavigate()
  const columns = useTableColumns(register, usualColumns(register))
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['figures', 'rows', code, query, register.name],
    queryFn: async ({ pageParam, signal }) => {
      const address = `/figures/${encodeURIComponent(code)}/rows${queryOf({ ...query, register: register.name, after: pageParam, limit: 100 })}`
      const [answer] = await api.get<readonly WireRowsBehind[]>(address, signal)
      return answer ?? first
    },
    initialPageParam: null as string | null,
    initialData: { pages: [first], pageParams: [null] },
    getNextPageParam: (last) => last.page?.next ?? null,
    staleTime: 60_000,
  })
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const card = useCallback((row: WireRecord) => <RecordCard register={register} row={row} />, [register])
  const rows = data.pages.flatMap((one) => one.page?.rows ?? [])
  return (
    <DataTable
      label={register.label[lang]}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      onOpen={(row: WireRecord) => void navigate(`/registers/${register.name}/${row.id}`)}
      onEnd={hasNextPage ? onEnd : undefined}
      isLoadingMore={isFetchingNextPage}
      card={card}
      isTall={isOnly || first.counted > 20}
    />
  )
}

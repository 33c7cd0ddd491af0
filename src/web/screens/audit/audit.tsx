import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import type { WireAudit } from '../../../language/wire-access.ts'
import { clearing } from '../../../fields/views.ts'
import { api, queryOf } from '../../kit/api.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { AccountPicker } from '../accounts/account-picker.tsx'
import { auditKinds, kindText } from './audit-kinds.ts'
import '../settings/settings.css'

interface AuditPage {
  readonly rows: readonly WireAudit[]
  readonly next: string | null
}

/** Who did what on the platform: sign-ins, exports, changes of roles and settings. */
export function Audit() {
  const t = useTexts()
  const { lang } = useLang()
  const [search, setSearch] = useSearchParams()
  const kind = search.get('kind') ?? undefined
  const actor = search.get('actor') ?? ''
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['audit', kind, actor],
    queryFn: ({ pageParam, signal }) =>
      api.get<AuditPage>(`/audit${queryOf({ after: pageParam, kind, actor })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const show = (next: { kind?: string | undefined; actor?: string }) =>
    setSearch(new URLSearchParams(queryOf({ kind, actor, ...next })))
  return (
    <div className="audit fill">
      <PageHeader title={t('audit.title')} subtitle={t('audit.hint')} />
      <div className="list-tools">
        <span className="audit-actor">
          <label htmlFor="audit-actor" className="sr-only">
            {t('audit.actor')}
          </label>
          <AccountPicker
            id="audit-actor"
            value={actor === '' ? null : actor}
            onChange={(next) => show({ actor: next ?? '' })}
          />
        </span>
        <Select
          aria-label={t('audit.kind')}
          placeholder={t('audit.kind')}
          value={kind ?? null}
          allowClear={clearing(lang)}
          onChange={(next: string | null | undefined) => show({ kind: next ?? undefined })}
          options={Object.keys(auditKinds).map((one) => ({ value: one, label: kindText(one, lang) }))}
          style={{ minWidth: 180 }}
        />
      </div>
      {isPending && <Loading />}
      {error && rows.length === 0 && (
        <ErrorState error={error} what={t('audit.title')} onRetry={() => void refetch()} />
      )}
      {data && rows.length === 0 && (
        <EmptyState title={t('audit.none')}>
          {(kind !== undefined || actor !== '') && <Button onClick={() => setSearch({})}>{t('filter.clear')}</Button>}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <DataTable
          label={t('audit.title')}
          rows={rows}
          rowKey={(row) => row.id}
          onEnd={hasNextPage ? onEnd : undefined}
          isLoadingMore={isFetchingNextPage}
          isTall
          columns={[
            {
              key: 'at',
              title: t('audit.at'),
              width: 140,
              render: (row) => <span className="field-number">{formatTime(row.at)}</span>,
            },
            { key: 'actor', title: t('audit.actor'), width: 140, render: (row) => row.actorName || '—' },
            { key: 'kind', title: t('audit.kind'), width: 160, render: (row) => kindText(row.kind, lang) },
            { key: 'subject', title: t('audit.subject'), width: 200, render: (row) => row.subject ?? '—' },
            { key: 'detail', title: t('audit.detail'), width: 320, render: (row) => <Detail detail={row.detail} /> },
            {
              key: 'address',
              title: t('audit.address'),
              width: 130,
              render: (row) => <span className="field-number">{row.address ?? '—'}</span>,
            },
          ]}
        />
      )}
    </div>
  )
}

function Detail({ detail }: { readonly detail: unknown }) {
  if (detail === null || detail === undefined) return <>—</>
  if (typeof detail !== 'object') return <>{String(detail)}</>
  return (
    <>
      {Object.entries(detail)
        .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
        .join(' · ')}
    </>
  )
}

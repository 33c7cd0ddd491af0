import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { WireCodeList } from '../../../language/wire-codes.ts'
import { api, queryOf } from '../../kit/api.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { SearchField } from '../register-list/search-field.tsx'
import { useCodeTexts } from './use-code-texts.ts'
import './codes.css'

/** Every code list, found by its name or by one of its values. */
export function CodeLists() {
  const t = useCodeTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const q = search.get('q') ?? ''
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['codes', 'lists', q],
    queryFn: ({ signal }) => api.get<readonly WireCodeList[]>(`/codes${queryOf({ q })}`, signal),
    placeholderData: keepPreviousData,
  })
  // What the search found leads to just that.
  const address = (list: WireCodeList) => `/settings/codes/${list.name}${list.found.length > 0 ? queryOf({ q }) : ''}`
  const foundText = (list: WireCodeList) => list.found.map(({ label }) => label[lang]).join(lang === 'zh' ? '、' : ', ')
  const card = (list: WireCodeList) => (
    <>
      <span className="data-card-title">{list.label[lang]}</span>
      {list.found.length > 0 && <span>{foundText(list)}</span>}
      <small>
        {[list.officialName, t('lists.card', { open: list.open, uses: list.uses })].filter(Boolean).join(' · ')}
      </small>
    </>
  )
  return (
    <div className="fill">
      <PageHeader title={t('lists.title')} subtitle={t('lists.hint')} />
      <div className="list-tools">
        <SearchField
          value={q}
          onChange={(next) => setSearch(queryOf({ q: next }), { replace: true })}
          label={t('lists.search')}
        />
      </div>
      {isPending && <Loading />}
      {error && !data && <ErrorState error={error} what={t('lists.title')} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('lists.none')} hint={t('lists.none-hint')} />}
      {data && data.length > 0 && (
        <DataTable
          label={t('lists.title')}
          rows={data}
          rowKey={(list) => list.name}
          onOpen={(list) => void navigate(address(list))}
          isWrapped
          card={card}
          columns={[
            {
              key: 'name',
              title: t('lists.name'),
              width: 300,
              render: (list) => (
                <>
                  <Link to={address(list)}>{list.label[lang]}</Link>
                  {list.found.length > 0 && <small className="code-found">{foundText(list)}</small>}
                </>
              ),
            },
            { key: 'official', title: t('lists.official'), width: 160, render: (list) => list.officialName ?? '—' },
            { key: 'open', title: t('lists.open'), width: 90, align: 'right', render: (list) => <N n={list.open} /> },
            {
              key: 'changed',
              title: t('lists.changed'),
              width: 110,
              align: 'right',
              render: (list) => <N n={list.changed} />,
            },
            { key: 'uses', title: t('lists.uses'), width: 100, align: 'right', render: (list) => <N n={list.uses} /> },
          ]}
        />
      )}
    </div>
  )
}

/** Zeros are quiet. */
const N = ({ n }: { readonly n: number }) => <span className="field-number">{n === 0 ? '—' : n}</span>

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { WireCodes } from '../../../language/wire-codes.ts'
import { api, queryOf } from '../../kit/api.ts'
import { download } from '../../kit/download.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { SearchField } from '../register-list/search-field.tsx'
import { CodeForm } from './code-form.tsx'
import { CodeHistory } from './code-history.tsx'
import { CodeValues } from './code-values.tsx'
import { CodesImport } from './codes-import.tsx'
import { useCodeTexts } from './use-code-texts.ts'
import './codes.css'

/** One code list: its values, where it is used, and what the college did to it. */
export function CodeList() {
  const t = useCodeTexts()
  const name = useParams()['list'] ?? ''
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['codes', 'list', name],
    queryFn: ({ signal }) => api.get<WireCodes>(`/codes/${encodeURIComponent(name)}`, signal),
  })
  if (isPending) return <Loading />
  if (error && !data) return <ErrorState error={error} what={t('lists.title')} onRetry={() => void refetch()} />
  return <Shown key={data.name} list={data} />
}

function Shown({ list }: { readonly list: WireCodes }) {
  const t = useCodeTexts()
  const { lang } = useLang()
  const [search, setSearch] = useSearchParams()
  const [open, setOpen] = useState<'add' | 'import'>()
  const q = search.get('q') ?? ''
  return (
    <div>
      <PageHeader
        title={list.label[lang]}
        tags={list.officialName && <span className="code-official">{list.officialName}</span>}
        subtitle={list.source ? t('list.source', { source: list.source }) : undefined}
        back={{ to: '/settings/codes', text: t('lists.title') }}
        actions={
          <>
            <Button onClick={() => download(`/codes/${list.name}/export.xlsx`)}>{t('list.export')}</Button>
            {list.canChange && <Button onClick={() => setOpen('import')}>{t('list.import')}</Button>}
            {list.canChange && (
              <Button type="primary" onClick={() => setOpen('add')}>
                {t('list.add')}
              </Button>
            )}
          </>
        }
      />
      <Tabs
        label={t('list.tabs')}
        tabs={[
          {
            key: 'values',
            label: t('list.values', { n: list.values.length }),
            content: (
              <>
                <div className="list-tools">
                  <SearchField
                    value={q}
                    onChange={(next) => setSearch(queryOf({ q: next }), { replace: true })}
                    label={t('list.find')}
                  />
                </div>
                <CodeValues list={list} q={q} />
              </>
            ),
          },
          { key: 'uses', label: t('list.uses', { n: list.usedBy.length }), content: <Uses list={list} /> },
          { key: 'history', label: t('list.history'), content: <CodeHistory list={list} /> },
        ]}
      />
      {open === 'add' && <CodeForm list={list} onClose={() => setOpen(undefined)} />}
      {open === 'import' && <CodesImport list={list} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function Uses({ list }: { readonly list: WireCodes }) {
  const t = useCodeTexts()
  const { lang } = useLang()
  if (list.usedBy.length === 0) return <EmptyState title={t('list.no-uses')} />
  return (
    <ul className="code-uses">
      {list.usedBy.map((use) => (
        <li key={`${use.register} ${use.field}`}>
          <Link to={`/registers/${use.register}`}>{use.registerLabel[lang]}</Link>
          <span>{use.fieldLabel[lang]}</span>
        </li>
      ))}
    </ul>
  )
}

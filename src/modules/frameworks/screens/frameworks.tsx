import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireFrameworks } from '../wire.ts'
import { ImportDialog } from './import-dialog.tsx'
import { useFrameworkTexts } from './use-framework-texts.ts'
import './frameworks.css'

/** All frameworks and standards, and the way in for new ones. */
export function Frameworks() {
  const t = useFrameworkTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const [isImporting, setImporting] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['frameworks'],
    queryFn: ({ signal }) => api.get<WireFrameworks>('/frameworks', signal),
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('hint')}
        actions={
          data?.canWrite && (
            <>
              <Button onClick={() => navigate('/registers/frameworks/new')}>{t('new')}</Button>
              <Button type="primary" onClick={() => setImporting(true)}>
                {t('import')}
              </Button>
            </>
          )
        }
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.rows.length === 0 && <EmptyState title={t('none')} hint={t('none.hint')} />}
      <ul className="framework-list">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Link className="framework-card" to={`/frameworks/${row.id}`}>
              <span className="framework-name">
                <strong>{row.name}</strong> <StatusTag state={row.state} />
              </span>
              <small>
                {[
                  t('row.about', { kind: row.kind[lang], version: row.version, n: row.items }),
                  row.industry,
                  row.issuer,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </Link>
          </li>
        ))}
      </ul>
      {isImporting && (
        <ImportDialog onClose={() => setImporting(false)} onDone={(id) => navigate(`/frameworks/${id}`)} />
      )}
    </>
  )
}

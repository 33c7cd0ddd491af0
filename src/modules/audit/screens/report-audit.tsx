import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { download } from '../../../web/kit/download.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireAudited } from '../wire.ts'
import { AuditView } from './audit-view.tsx'
import { ExportMenu } from './export-menu.tsx'
import { useAuditTexts } from './use-audit-texts.ts'
import './audit.css'

/** One of our own reports, as it would be printed now. */
export function ReportAudit() {
  const t = useAuditTexts()
  const { lang } = useLang()
  const { id = '' } = useParams()
  const client = useQueryClient()
  const key = ['report-audits', 'report', id]
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.post<WireAudited>(`/report-audits/reports/${id}`, {}, signal),
    staleTime: 0,
  })
  return (
    <div className="audit-page">
      <PageHeader
        title={t('own.title', { name: data?.name.replace(/\.html$/, '') ?? '' })}
        subtitle={t('own.hint')}
        back={{ to: `/reports/${id}`, text: t('own.back') }}
        actions={
          <>
            <Button loading={isFetching} onClick={() => void refetch()}>
              {t('own.again')}
            </Button>
            {data && (
              <ExportMenu
                isWord
                onExport={(as) => download(`/report-audits/reports/${id}/export?${new URLSearchParams({ as, lang })}`)}
              />
            )}
          </>
        }
      />
      {!data && isFetching && <Loading />}
      {error && <ErrorState error={error} what={t('page.failed')} onRetry={() => void refetch()} />}
      {data && <AuditView audited={data} onChange={(changed) => client.setQueryData(key, changed)} />}
    </div>
  )
}

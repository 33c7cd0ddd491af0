import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import type { WireAudited } from '../wire.ts'
import { useAuditTexts } from './use-audit-texts.ts'

/** What the audit says of a report, in a line, for whoever is about to sign it. */
export function AuditGlance({ reportId }: { readonly reportId: string }) {
  const t = useAuditTexts()
  const { data, error } = useQuery({
    queryKey: ['report-audits', 'report', reportId],
    queryFn: ({ signal }) => api.post<WireAudited>(`/report-audits/reports/${reportId}`, {}, signal),
    staleTime: 0,
  })
  const open = data?.findings.filter(({ mark }) => mark === null) ?? []
  const count = (severity: string) => open.filter((finding) => finding.severity === severity).length
  return (
    <p className="dialog-hint" role="status">
      {error
        ? t('glance.failed')
        : !data
          ? t('glance.busy')
          : open.length === 0
            ? t('glance.clean')
            : t('glance.found', { serious: count('serious'), notable: count('notable') })}{' '}
      {data && data.findings.length > 0 && <Link to={`/reports/${reportId}/audit`}>{t('glance.look')}</Link>}
    </p>
  )
}

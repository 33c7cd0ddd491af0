import { ErrorState } from '../../web/kit/error-state.tsx'
import { Loading } from '../../web/kit/loading.tsx'
import { PageHeader } from '../../web/kit/page-header.tsx'
import { StatusTag } from '../../web/kit/status-tag.tsx'
import { Tabs } from '../../web/kit/tabs.tsx'
import { BatchList } from './inside/batch-list.tsx'
import { ConnectionForm } from './inside/connection-form.tsx'
import { Plan } from './inside/plan.tsx'
import { useConnection } from './inside/queries.ts'
import { Rejected, RejectedOfTable } from './inside/rejected-list.tsx'
import { usePlatformTexts } from './inside/use-platform-texts.ts'
import './inside/platform.css'

export { STANDARD } from './inside/wire-platform.ts'

/** Reporting to the national platform: the timetable, what was sent, what came back, the connection. */
export function NationalPlatform() {
  const t = usePlatformTexts()
  const { data: kept = null, error, isPending, refetch } = useConnection()
  if (isPending) return <Loading rows={10} />
  if (error) return <ErrorState error={error} what={t('title')} onRetry={() => void refetch()} />
  const isOn = kept?.enabled === true
  const parts = [
    { key: 'plan', label: t('plan.title'), content: <Plan isOn={isOn} /> },
    { key: 'batches', label: t('batches.title'), content: <BatchList /> },
    { key: 'rejected', label: t('rejected.title'), content: <Rejected /> },
    { key: 'connection', label: t('connection.title'), content: <ConnectionForm kept={kept} /> },
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('hint')}
        tags={isOn ? <StatusTag state="active" text={t('on')} /> : undefined}
      />
      {!isOn && <p className="platform-off">{t('off')}</p>}
      <Tabs label={t('parts')} tabs={parts} start={kept ? 'plan' : 'connection'} />
    </>
  )
}

/** What was reported of one table, and what of it was rejected. */
export function TableBatches({ table }: { readonly table: string }) {
  const t = usePlatformTexts()
  return (
    <>
      <BatchList table={table} />
      <h2 className="platform-head">{t('rejected.title')}</h2>
      <RejectedOfTable table={table} />
    </>
  )
}

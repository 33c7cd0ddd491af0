import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireDemandReport, WireMaking } from '../wire-report.ts'
import type { AskedPlan } from './asked-plan.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

const WAIT_MS = 400

/** The demand report of the major shown: made here with its progress, opened and downloaded. */
export function DemandReport({
  code,
  asked,
  mayMake,
}: {
  readonly code: string
  readonly asked: AskedPlan & { readonly city?: string }
  readonly mayMake: boolean
}) {
  const t = useAbilityTexts()
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const running = useRef<AbortController>(undefined)
  const reports = useQuery({
    queryKey: ['ability', 'reports', code],
    queryFn: ({ signal }) => api.get<WireDemandReport[]>(`/ability/reports?code=${code}`, signal),
  })
  const { data: progress } = useQuery({
    queryKey: ['ability', 'making', code],
    queryFn: ({ signal }) => api.get<{ making: WireMaking | null }>('/ability/reports/making', signal),
    enabled: busy,
    refetchInterval: WAIT_MS,
    gcTime: 0,
    retry: false,
  })
  async function make() {
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setError(undefined)
    try {
      const { id } = await api.post<{ id: string }>('/ability/reports', asked, controller.signal)
      void navigate(`/reports/${id}`)
    } catch (problem) {
      if (!controller.signal.aborted) setError(problem)
      setBusy(false)
    }
  }
  const making = progress?.making
  const [latest] = reports.data ?? []
  if (reports.data?.length === 0 && !mayMake) return null
  return (
    <section aria-label={t('report.title')}>
      <h2 className="ability-heading">{t('report.title')}</h2>
      <p className="ability-small">{t('report.hint')}</p>
      {reports.error && <ErrorState error={reports.error} what={t('report.title')} />}
      {!reports.error && !reports.data && <Loading rows={2} />}
      {reports.data?.length === 0 && <p className="ability-small">{t('report.none')}</p>}
      {reports.data && reports.data.length > 0 && (
        <ul className="ability-imports">
          {reports.data.map(({ id, title, state, madeAt, outdatedAt }) => (
            <li key={id}>
              <Link to={`/reports/${id}`}>{title}</Link>{' '}
              <small>
                {t(`report.state-${state}`)} · {t('report.made', { day: madeAt.slice(0, 10) })}
                {outdatedAt !== null && <> · {t('report.outdated')}</>}
              </small>{' '}
              <a href={`/api/reports/${id}/files/report.docx`}>{t('report.word')}</a>{' '}
              <a href={`/api/reports/${id}/files/report.pdf`}>{t('report.pdf')}</a>
            </li>
          ))}
        </ul>
      )}
      {mayMake && !busy && (
        <p>
          <Button type={latest === undefined ? 'primary' : 'default'} onClick={() => void make()}>
            {t(latest === undefined ? 'report.make' : 'report.again')}
          </Button>{' '}
          {latest !== undefined && <small>{t('report.again.hint')}</small>}
        </p>
      )}
      {busy && (
        <div className="ability-making" role="status">
          <span>{t(making ? `making.${making.step}` : 'making.begin')}</span>
          <Progress percent={Math.round((100 * (making?.done ?? 0)) / (making?.of ?? 1))} size="small" />
          <Button size="small" onClick={() => running.current?.abort()}>
            {t('report.cancel')}
          </Button>
        </div>
      )}
      {error !== undefined && <ErrorState error={error} what={t('report.failed')} />}
    </section>
  )
}

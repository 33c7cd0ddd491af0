import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireBadge, WireBadges } from '../wire.ts'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useBadgeTexts } from './use-badge-texts.ts'
import './badges.css'

/** The certificates of a learner: issued here, downloaded, shown to others, revoked by the office. */
export function BadgeList({ learner }: { readonly learner: string }) {
  const t = useBadgeTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [busy, setBusy] = useState<string>()
  const [revoked, setRevoked] = useState<WireBadge>()
  const { data, error, refetch } = useQuery({
    queryKey: ['badges', learner],
    queryFn: ({ signal }) => api.get<WireBadges>(`/badges?learner=${learner}`, signal),
  })
  async function issue(order: { readonly outcome: string } | { readonly learner: string }) {
    setBusy('outcome' in order ? order.outcome : learner)
    try {
      await api.post<WireBadge>('/badges', order)
      await client.invalidateQueries({ queryKey: ['badges', learner] })
      void message.success(t('badges.issued'))
    } catch (problem) {
      void message.error(errorText(problem))
    } finally {
      setBusy(undefined)
    }
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { outcomes } = data
  const certified = new Set(
    data.rows.flatMap((badge) => (badge.kind === 'outcome' && badge.revokedAt === null ? badge.outcomes : [])),
  )
  const open = outcomes.filter(({ id }) => !certified.has(id))
  return (
    <section className="badges">
      <PageHeader
        title={t('badges.title')}
        subtitle={t('badges.of', { name: data.learner.name, number: data.learner.number })}
        back={{ to: '/credit-bank', text: t('badges.back') }}
      />
      {data.rows.length === 0 && <p>{t('badges.none')}</p>}
      <ul className="badge-list">
        {data.rows.map((badge) => (
          <li key={badge.id}>
            <span>
              <strong>{badge.name}</strong>
              <br />
              <small>
                {t('badges.at', { at: formatTime(badge.issuedAt) })}
                {badge.revokedAt !== null && ` · ${t('badges.revoked', { reason: badge.reason ?? '' })}`}
              </small>
            </span>
            <span className="verify-bar">
              <a href={pathOf(badge.page)}>{t('badges.page')}</a>
              {badge.revokedAt === null &&
                (['png', 'pdf'] as const).map((kind) => (
                  <a key={kind} href={`${pathOf(badge.address)}.${kind}`} download>
                    {kind.toUpperCase()}
                  </a>
                ))}
              {data.canRevoke && badge.revokedAt === null && (
                <Button size="small" danger onClick={() => setRevoked(badge)}>
                  {t('badges.revoke')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="verify-bar">
        {outcomes.length > 0 && (
          <Button loading={busy === learner} onClick={() => void issue({ learner })}>
            {t('badges.transcript')}
          </Button>
        )}
        {open.map(({ id, name }) => (
          <Button key={id} loading={busy === id} onClick={() => void issue({ outcome: id })}>
            {t('badges.of-outcome', { name })}
          </Button>
        ))}
      </p>
      {revoked && (
        <ConfirmComment
          title={t('badges.revoke')}
          okText={t('badges.revoke')}
          comment="required"
          onConfirm={async (reason) => {
            await api.post(`/badges/${revoked.id}/revoke`, { reason })
            await client.invalidateQueries({ queryKey: ['badges', learner] })
          }}
          onClose={() => setRevoked(undefined)}
        >
          <p>{t('badges.revoke-sure')}</p>
        </ConfirmComment>
      )}
    </section>
  )
}

/** Below the address that the browser uses, whatever the server calls itself. */
const pathOf = (address: string) => new URL(address).pathname

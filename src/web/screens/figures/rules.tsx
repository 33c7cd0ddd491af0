import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { WirePeriod, WireRule } from '../../../language/wire-figures.ts'
import { useCan } from '../../app/session.tsx'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { FigureFrame } from './figure-frame.tsx'
import { useReloadFigures, useRules } from './queries.ts'
import { Outliers } from './outliers.tsx'
import { RuleParts, RuleState } from './rule-parts.tsx'
import { useFigureTexts } from './use-figure-texts.ts'
import './figure-page.css'
import './tables.css'

const SHOWS = ['broken', 'signed-offs', 'opened', 'hold', 'all'] as const
type Shows = (typeof SHOWS)[number]

const belongs: Readonly<Record<Shows, (rule: WireRule) => boolean>> = {
  broken: (rule) => !rule.holds && !rule.signedOff,
  'signed-offs': (rule) => !rule.holds && rule.signedOff !== null,
  opened: (rule) => rule.open,
  hold: (rule) => rule.holds && !rule.open,
  all: () => true,
}

/** The rules between figures: which hold, which do not, and who answers for those that do not. */
export function Rules() {
  const t = useFigureTexts()
  return (
    <FigureFrame title={t('rule.title')} subtitle={t('rule.subtitle')}>
      {(period) => <List period={period} />}
    </FigureFrame>
  )
}

function List({ period }: { readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const can = useCan()
  const [search, setSearch] = useSearchParams()
  const [asked, setAsked] = useState<WireRule>()
  const { message } = App.useApp()
  const reload = useReloadFigures()
  const { data, error, isPending, refetch } = useRules(period.code)
  if (isPending) return <Loading rows={10} />
  if (error && !data) return <ErrorState error={error} what={t('rule.title')} onRetry={() => void refetch()} />
  const named = search.get('rule')
  const isOutliers = search.get('show') === 'outliers'
  const shows: Shows = SHOWS.find((one) => one === search.get('show')) ?? (named ? 'all' : 'broken')
  const rules = data
    .filter((rule) => !isOutliers && belongs[shows](rule))
    .toSorted((a, b) => Number(b.name === named) - Number(a.name === named) || weight(a) - weight(b))
  return (
    <>
      <Segmented
        className="rules-tabs"
        aria-label={t('rule.show')}
        value={isOutliers ? 'outliers' : shows}
        onChange={(next) =>
          setSearch((old) => {
            const address = new URLSearchParams(old)
            address.set('show', next)
            address.delete('rule')
            return address
          })
        }
        options={[
          ...SHOWS.map((one) => ({ value: one, label: `${t(`rule.${one}`)} ${data.filter(belongs[one]).length}` })),
          { value: 'outliers', label: t('rule.outliers') },
        ]}
      />
      {isOutliers && <Outliers period={period.code} />}
      {!isOutliers && rules.length === 0 && (
        <EmptyState
          title={t(shows === 'broken' ? 'rule.none-broken' : 'rule.none')}
          hint={shows === 'broken' ? t('rule.none-hint') : ''}
        />
      )}
      <ul className="rules">
        {rules.map((rule) => (
          <li key={rule.name} className={rule.name === named ? 'rule-asked' : undefined}>
            <div>
              <RuleState rule={rule} />
            </div>
            <div>
              <strong>{rule.label[lang]}</strong>
              <small>{t(`rule.severity-${rule.severity}`)}</small>
              {rule.signedOff && (
                <small>
                  {t('rule.signed', { name: rule.signedOff.by, time: formatTime(rule.signedOff.at) })}
                  <br />
                  {t('rule.reason', { reason: rule.signedOff.reason })}
                </small>
              )}
            </div>
            <RuleParts rule={rule} period={period.code} />
            <div>
              {!rule.holds && !rule.signedOff && can('figures.approve') && (
                <Button size="small" onClick={() => setAsked(rule)}>
                  {t('rule.sign')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmComment
          title={t('rule.sign-title', { name: asked.label[lang] })}
          comment="required"
          okText={t('rule.sign')}
          onClose={() => setAsked(undefined)}
          onConfirm={async (reason) => {
            await api.post(`/rules/${encodeURIComponent(asked.name)}/sign-off`, { period: period.code, reason })
            void message.success(t('do.done', { action: t('rule.sign') }))
            await reload()
          }}
        >
          <p className="accept-hint">{t('rule.sign-hint')}</p>
          <RuleParts rule={asked} period={period.code} />
        </ConfirmComment>
      )}
    </>
  )
}

/** Errors before warnings, then signed off, then what holds, then what has no data. */
export function weight(rule: WireRule): number {
  if (rule.open) return 4
  if (rule.holds) return 3
  if (rule.signedOff) return 2
  return rule.severity === 'error' ? 0 : 1
}

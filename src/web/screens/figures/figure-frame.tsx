import { Select } from 'antd'
import type { ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { figurePlaces } from './figure-places.ts'
import { useFigureTexts } from './use-figure-texts.ts'
import type { PeriodChoice } from './use-period.ts'
import { usePeriod } from './use-period.ts'
import './figures.css'

interface FigureFrameProps {
  readonly title: string
  readonly tags?: ReactNode
  readonly subtitle?: ReactNode
  readonly back?: { readonly to: string; readonly text: string }
  readonly actions?: ReactNode
  /** As wide as the window: lists and tables that need it. */
  readonly isWide?: boolean
  readonly className?: string
  readonly children: (period: WirePeriod) => ReactNode
}

/** The head that all screens of figures share: the places beside, the edition they speak of. */
export function FigureFrame(props: FigureFrameProps) {
  const t = useFigureTexts()
  const choice = usePeriod()
  const { title, tags, subtitle, back, actions } = props
  return (
    <div className={`figure-screen${props.isWide ? '' : ' figure-screen-narrow'} ${props.className ?? ''}`}>
      <Places period={choice.period} />
      <PageHeader
        title={title}
        tags={tags}
        subtitle={subtitle}
        back={back}
        actions={
          <>
            {actions}
            <PeriodSelect choice={choice} />
          </>
        }
      />
      {choice.isPending ? (
        <Loading />
      ) : choice.error ? (
        <ErrorState error={choice.error} onRetry={choice.retry} />
      ) : choice.period ? (
        props.children(choice.period)
      ) : (
        <EmptyState title={t('period.none')} hint={t('period.none-hint')} />
      )}
    </div>
  )
}

function Places({ period }: { readonly period: WirePeriod | undefined }) {
  const t = useFigureTexts()
  const { pathname } = useLocation()
  return (
    // On a phone the row is longer than the screen: the place where one is must not be the one that is cut off.
    <nav
      key={pathname}
      ref={(row) => row?.querySelector('.active')?.scrollIntoView({ inline: 'center', block: 'nearest' })}
      className="figure-places"
      aria-label={t('place.title')}
    >
      {figurePlaces.map(({ to, key }) => (
        <NavLink key={to} to={period ? `${to}?period=${period.code}` : to}>
          {t(key)}
        </NavLink>
      ))}
    </nav>
  )
}

function PeriodSelect({ choice: { period, periods, choose } }: { readonly choice: PeriodChoice }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  if (!period) return null
  return (
    <span className="period-select">
      {period.locked && <span className="status-tag status-strong">{t('period.locked')}</span>}
      <Select
        aria-label={t('period.choose')}
        value={period.code}
        onChange={choose}
        options={periods.map((one) => ({ value: one.code, label: lang === 'zh' ? one.name : one.code }))}
        popupMatchSelectWidth={false}
      />
    </span>
  )
}

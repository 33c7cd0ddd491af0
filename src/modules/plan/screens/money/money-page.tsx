import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../../../web/kit/api.ts'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { PageHeader } from '../../../../web/kit/page-header.tsx'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WireSpending } from '../../wire-money.ts'
import { tenThousand } from '../ten-thousand.ts'
import { Definitions } from './definitions.tsx'
import { LedgerTab } from './ledger-tab.tsx'
import { MoneyAlerts } from './money-alerts.tsx'
import { MoneyTable } from './money-table.tsx'
import { useMoneyTexts } from './use-money-texts.ts'
import './money.css'

/** Where a plan’s money is on its way, where goal and spending part, and whether the ledger agrees. */
export function PlanMoney() {
  const t = useMoneyTexts()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const path = `/plans/${encodeURIComponent(id)}`
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['plans', id, 'money'],
    queryFn: ({ signal }) => api.get<WireSpending>(`${path}/money`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending) return <Loading />
  return (
    <>
      <PageHeader
        title={t('money.title')}
        subtitle={`${data.plan.name} · ${t('money.span', { asOf: data.plan.asOf })}`}
        back={{ to: path, text: t('money.back') }}
        actions={
          <>
            <Link to={`${path}/claims`}>{t('money.claims')}</Link>
            <Link to={`${path}/circular`}>{t('money.circular')}</Link>
            {data.canClaim && (
              <Button type="primary" onClick={() => void navigate(`${path}/claims/new`)}>
                {t('money.new-claim')}
              </Button>
            )}
          </>
        }
      />
      <Tabs
        label={t('money.title')}
        tabs={[
          { key: 'way', label: t('tab.way'), content: <Way money={data} /> },
          { key: 'alerts', label: t('tab.alerts'), content: <MoneyAlerts plan={data.plan} /> },
          { key: 'ledger', label: t('tab.ledger'), content: <LedgerTab /> },
        ]}
      />
    </>
  )
}

const STEPS = ['budget', 'held', 'committed', 'arrived', 'spent', 'room'] as const

function Way({ money }: { readonly money: WireSpending }) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  if (money.bySource.length === 0) return <EmptyState title={t('money.none')} hint={t('money.none-hint')} />
  return (
    <>
      <div className="money-way" role="group" aria-label={t('money.way')}>
        {STEPS.map((step) => (
          <div key={step}>
            <small>{t(`money.${step}`)}</small>
            <strong className={money.total[step].startsWith('-') ? 'money-minus' : ''}>
              {tenThousand(money.total[step])}
            </strong>
          </div>
        ))}
        {money.total.rates.map((rate) => (
          <div key={rate.name} title={rate.definition[lang]}>
            <small>{rate.label[lang]}</small>
            <strong>{rate.value === null ? '—' : `${rate.value}%`}</strong>
          </div>
        ))}
      </div>
      <MoneyTable
        title={t('money.by-source')}
        rates={money.total.rates}
        lines={money.bySource.map((line) => ({ key: line.source, name: line.label[lang], line }))}
        total={money.total}
      />
      <MoneyTable
        title={t('money.by-year')}
        rates={money.total.rates}
        lines={money.byYear.map((line) => ({
          key: String(line.year),
          name: t('money.per-year', { year: line.year }),
          line,
        }))}
        total={money.total}
      />
      <MoneyTable
        title={t('money.by-unit')}
        rates={money.total.rates}
        lines={money.byUnit.map((line) => ({ key: line.part.id, name: line.part.name, line }))}
        total={money.total}
      />
      <MoneyTable
        title={t('money.by-task')}
        rates={money.total.rates}
        lines={money.byTask.map((line) => ({
          key: line.part.id,
          name: (
            <Link to={`/registers/plan-tasks/${line.part.id}`}>
              {line.part.name} <small>{line.number}</small>
            </Link>
          ),
          line,
        }))}
        total={money.total}
      />
      <Definitions rates={money.total.rates}>
        <li>{t('money.room-definition')}</li>
      </Definitions>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { DateBox } from '../../../../web/kit/date-box.tsx'
import { api } from '../../../../web/kit/api.ts'
import { ConfirmComment } from '../../../../web/kit/confirm-comment.tsx'
import { download } from '../../../../web/kit/download.ts'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { PageHeader } from '../../../../web/kit/page-header.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WirePlan } from '../../wire.ts'
import type { WireCircular, WireCircularLine } from '../../wire-money.ts'
import { tenThousand } from '../ten-thousand.ts'
import { thisDay } from './this-day.ts'
import { Definitions } from './definitions.tsx'
import { useMoneyTexts } from './use-money-texts.ts'
import './money.css'

/** The circular of a month (一月一通报): each unit’s money and rank; as a Word file, and sent to everybody concerned. */
export function PlanCircular() {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const plans = useQuery({ queryKey: ['plans'], queryFn: ({ signal }) => api.get<WirePlan[]>('/plans', signal) })
  if (plans.error) return <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />
  if (plans.isPending) return <Loading />
  const plan = plans.data.find(({ id: one, code }) => one === id || code === id)
  return <Circular id={id} month={search.get('month') ?? plan?.asOf.slice(0, 7) ?? thisDay().slice(0, 7)} />
}

function Circular({ id, month }: { readonly id: string; readonly month: string }) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const [, setSearch] = useSearchParams()
  const [isAsking, setAsking] = useState(false)
  const path = `/plans/${encodeURIComponent(id)}`
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['plans', id, 'circular', month],
    queryFn: ({ signal }) => api.get<WireCircular>(`${path}/circular?month=${month}`, signal),
  })
  return (
    <>
      <PageHeader
        title={t('circular.title')}
        subtitle={data && `${data.plan.name} · ${t('circular.hint', { asOf: data.plan.asOf })}`}
        back={{ to: `${path}/money`, text: t('money.title') }}
        actions={
          <>
            <DateBox
              picker="month"
              label={t('circular.month')}
              value={month}
              isClearable={false}
              onChange={(next) => setSearch([['month', next]], { replace: true })}
            />
            <Button onClick={() => download(`${path}/circular.docx?month=${month}&lang=${lang}`)}>
              {t('circular.word')}
            </Button>
            {data?.canSend && (
              <Button type="primary" onClick={() => setAsking(true)}>
                {t('circular.send')}
              </Button>
            )}
          </>
        }
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && <Units found={data} />}
      {isAsking && (
        <ConfirmComment
          title={t('circular.send')}
          comment="none"
          okText={t('circular.send')}
          onConfirm={async () => {
            const { sent } = await api.post<{ sent: number }>(`${path}/circular/send`, { month })
            void message.success(t('circular.sent', { n: sent }))
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('circular.send-ask', { month })}</p>
        </ConfirmComment>
      )}
    </>
  )
}

const AMOUNTS = ['budget', 'arrived', 'spent'] as const

function Units({ found }: { readonly found: WireCircular }) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  if (found.lines.length === 0) return <EmptyState title={t('circular.none')} hint={t('circular.none-hint')} />
  const cells = (line: Omit<WireCircularLine, 'part' | 'rank'>) => (
    <>
      {AMOUNTS.map((amount) => (
        <td key={amount}>{tenThousand(line[amount])}</td>
      ))}
      <td>{tenThousand(line.spentInMonth)}</td>
      {line.rates.map((rate) => (
        <td key={rate.name} title={`${tenThousand(rate.numerator)} ÷ ${tenThousand(rate.denominator)}`}>
          {rate.value === null ? '—' : `${rate.value}%`}
        </td>
      ))}
    </>
  )
  return (
    <>
      <div className="money-box" role="region" tabIndex={0} aria-label={t('circular.title')}>
        <table className="money-table">
          <thead>
            <tr>
              <th scope="col">{t('circular.unit')}</th>
              <th scope="col">{t('circular.rank')}</th>
              {AMOUNTS.map((amount) => (
                <th key={amount} scope="col">
                  {t(`money.${amount}`)}
                </th>
              ))}
              <th scope="col">{t('money.spent-in-month')}</th>
              {found.total.rates.map((rate) => (
                <th key={rate.name} scope="col" className="money-rate">
                  {rate.label[lang]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.lines.map((line) => (
              <tr key={line.part.id}>
                <th scope="row">{line.part.name}</th>
                <td>{line.rank === null ? '—' : t('circular.of', { n: line.rank, all: found.ranked })}</td>
                {cells(line)}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('money.all')}</th>
              <td />
              {cells(found.total)}
            </tr>
          </tbody>
        </table>
      </div>
      <Definitions rates={found.total.rates} />
    </>
  )
}

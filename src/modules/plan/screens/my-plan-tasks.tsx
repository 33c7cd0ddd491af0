import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import type { WireFill } from '../wire-run.ts'
import { FillForm } from './fill-form.tsx'
import { Light } from './light.tsx'
import { MyDuties } from './my-duties.tsx'
import { useRunTexts } from './use-run-texts.ts'
import './plan.css'
import './run.css'

const isToDo = ({ current, isFilledElsewhere }: WireFill) =>
  !isFilledElsewhere && (current === null || (current.state === 'draft' && current.canFill))

/** What a person has to report this month: made for a phone, one card for each task. */
export function MyPlanTasks() {
  const t = useRunTexts()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('whose')
  const [open, setOpen] = useState<string>()
  const query = useQuery({
    queryKey: ['plan-fills', asked],
    async queryFn({ signal }) {
      const get = (whose: string) => api.get<WireFill[]>(`/plan-fills?whose=${whose}`, signal)
      if (asked === 'all' || asked === 'mine') return { whose: asked, fills: await get(asked) }
      // Who owns no task is shown those of their unit.
      const own = await get('mine')
      return own.length > 0 ? { whose: 'mine', fills: own } : { whose: 'all', fills: await get('all') }
    },
  })
  const { data, error, isPending, refetch } = query
  const toDo = data?.fills.filter(isToDo) ?? []
  return (
    <div className="run-narrow">
      <PageHeader title={t('fill.title')} subtitle={t('fill.hint')} />
      {isPending && <Loading />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="run-bar">
          <Segmented
            aria-label={t('fill.whose')}
            value={data.whose}
            options={[
              { value: 'mine', label: t('fill.mine') },
              { value: 'all', label: t('fill.all') },
            ]}
            onChange={(whose) => setSearch([['whose', whose]], { replace: true })}
          />
          {data.fills.length > 0 && (
            <span role="status">{toDo.length > 0 ? t('fill.todo', { n: toDo.length }) : t('fill.all-done')}</span>
          )}
        </div>
      )}
      {data && <MyDuties whose={data.whose} />}
      {data?.fills.length === 0 && (
        <EmptyState title={t('fill.none')} hint={t('fill.none-hint')}>
          <Link to="/plans">{t('lead.glance')}</Link>
        </EmptyState>
      )}
      <ul className="run-cards">
        {[...toDo, ...(data?.fills.filter((fill) => !isToDo(fill)) ?? [])].map((fill) => (
          <FillCard
            key={fill.task.id}
            fill={fill}
            isOpen={open === fill.task.id}
            onToggle={() => setOpen(open === fill.task.id ? undefined : fill.task.id)}
          />
        ))}
      </ul>
    </div>
  )
}

interface FillCardProps {
  readonly fill: WireFill
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function FillCard({ fill, isOpen, onToggle }: FillCardProps) {
  const t = useRunTexts()
  const { task, plan, last, current, month, unit, owner } = fill
  return (
    <li className={`plan-card run-card${isToDo(fill) ? '' : ' run-card-done'}`}>
      <h2>
        <small>{task.number}</small> {task.name}
      </h2>
      <Light light={fill.light} />
      <p className="run-facts">
        <span>{last ? t('fill.last', { month: last.month, percent: last.percent }) : t('fill.no-last')}</span>
        {current && <strong>{t('fill.now', { percent: current.percent })}</strong>}
        <span>{t('fill.due', { to: task.to })}</span>
        <small>{[plan.name, unit.name, owner?.name].filter(Boolean).join(' · ')}</small>
      </p>
      {fill.targets.length > 0 && (
        <ul className="run-targets">
          {fill.targets.map((target) => (
            <li key={target.id}>
              {t('fill.target', {
                name: target.name,
                year: target.year,
                target: plain(target.target),
                unit: target.measuredIn ?? '',
                actual: target.actual === null ? '—' : plain(target.actual),
              })}
            </li>
          ))}
        </ul>
      )}
      {current?.returned && <p className="run-returned">{t('fill.returned', { reason: current.returned })}</p>}
      <div className="run-actions">
        {fill.isFilledElsewhere ? (
          <span>{t('fill.elsewhere')}</span>
        ) : isToDo(fill) ? (
          <Button type={isOpen ? 'default' : 'primary'} aria-expanded={isOpen} onClick={onToggle}>
            {isOpen ? t('fill.close') : current ? t('fill.change') : t('fill.fill')}
          </Button>
        ) : (
          current && <StatusTag state={current.state} />
        )}
        {current?.canWithdraw && <Withdraw id={current.id} version={current.version} />}
        <small>{t('fill.month', { month })}</small>
        <Link to={`/plans/${encodeURIComponent(plan.code)}/tasks/${task.id}/ledger`}>{t('fill.ledger')}</Link>
      </div>
      {isOpen && isToDo(fill) && <FillForm key={current?.version ?? 0} fill={fill} onSubmitted={onToggle} />}
    </li>
  )
}

/** "40.0000" → "40": targets are kept with four decimals. */
const plain = (number: string) => (number.includes('.') ? number.replace(/\.?0+$/, '') : number)

function Withdraw({ id, version }: { readonly id: string; readonly version: number }) {
  const t = useRunTexts()
  const errorText = useErrorText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const withdraw = async () => {
    try {
      await api.post(`/registers/task-progress/${id}/actions/withdraw`, { version })
    } catch (error) {
      message.error(errorText(error))
    }
    await client.invalidateQueries({ queryKey: ['plan-fills'] })
  }
  return (
    <Button size="small" onClick={() => void withdraw()}>
      {t('fill.withdraw')}
    </Button>
  )
}

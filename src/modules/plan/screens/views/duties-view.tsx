import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { WirePage } from '../../../../language/wire.ts'
import { api, queryOf } from '../../../../web/kit/api.ts'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import { Light } from '../light.tsx'
import type { WirePlanTask } from '../../wire.ts'
import type { WireProof } from '../../wire-proof.ts'
import type { WirePlanParts } from '../../wire-views.ts'
import { evidenceForm, mendAt } from '../proof/evidence-form.ts'
import { dutiesOf, peopleOf } from './duties.ts'
import { useProofTexts } from '../proof/use-proof-texts.ts'
import { useViewTexts } from './use-view-texts.ts'

interface DutiesViewProps {
  readonly tasks: readonly WirePlanTask[]
  readonly parts: WirePlanParts
  readonly onOpen: (task: string) => void
}

/** What one person answers for in a plan, as a map: the person, four kinds of duty, and what each comes to. */
export function DutiesView({ tasks, parts, onOpen }: DutiesViewProps) {
  const t = useViewTexts()
  const say = useProofTexts()
  const { lang } = useLang()
  const { data: proof } = useQuery({
    queryKey: ['plans', parts.plan.code, 'gaps'],
    queryFn: ({ signal }) => api.get<WireProof>(`/plans/${encodeURIComponent(parts.plan.code)}/gaps`, signal),
  })
  const people = peopleOf(tasks, parts.coOwners)
  const isMine = parts.me !== null && people.some(({ id }) => id === parts.me)
  const [chosen, setChosen] = useState(isMine ? parts.me! : people[0]?.id)
  const person = people.find(({ id }) => id === chosen)
  if (!person) return <EmptyState title={t('duties.none')} hint={t('duties.none-hint')} />
  const duties = dutiesOf(person.id, tasks, parts, proof?.gaps ?? [])
  const completed = duties.own.filter(({ completed: done }) => done > 0).length
  const task = (one: WirePlanTask) => (
    <li key={one.id}>
      <button type="button" className="plan-plain" title={one.number} onClick={() => onOpen(one.id)}>
        {one.name}
      </button>
      <small>
        {one.to} <Light light={one.light} />
      </small>
    </li>
  )
  return (
    <>
      <p className="plan-view-bar">
        <Select
          aria-label={t('duties.person')}
          showSearch={{ optionFilterProp: 'label' }}
          value={person.id}
          options={people.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name} · ${unit}` : name }))}
          onChange={setChosen}
        />
        <small>{t('duties.summary', { leaves: duties.own.length, completed })}</small>
      </p>
      <div className="duties">
        <p className="duties-person">{person.name}</p>
        <div className="duties-branches">
          <Branch title={t('duties.own')} count={duties.own.length}>
            {duties.boards.map(({ board, tasks: own }) => (
              <li key={board}>
                {board !== '' && <strong>{board}</strong>}
                <ul>{own.map(task)}</ul>
              </li>
            ))}
          </Branch>
          <Branch title={t('duties.co')} count={duties.co.length}>
            {duties.co.map((one) => (
              <li key={one.task}>
                <span title={one.number}>{one.name}</span>
                <small>{`${one.to} · ${one.duty}`}</small>
              </li>
            ))}
          </Branch>
          <Branch title={t('duties.evidence')} count={duties.missing.length + duties.unproven.length}>
            {duties.missing.map((gap) => (
              <li key={`${gap.kind} ${gap.at.id}`}>
                <span>
                  {gap.task.number} {gap.message[lang]}
                </span>
                <Link to={mendAt(gap, say('gap.me'))} aria-label={say('gap.mend-of', { what: gap.what })}>
                  {say('gap.mend')}
                </Link>
              </li>
            ))}
            {duties.unproven.map((one) => (
              <li key={one.id}>
                <button type="button" className="plan-plain" title={one.number} onClick={() => onOpen(one.id)}>
                  {one.name}
                </button>
                <small>
                  {one.to}{' '}
                  <Link
                    to={evidenceForm(
                      { task: one.id, unit: one.unit.id, proves: 'progress' },
                      { task: one.name, unit: one.unit.name },
                    )}
                    aria-label={say('gap.mend-of', { what: one.name })}
                  >
                    {say('gap.mend')}
                  </Link>
                </small>
              </li>
            ))}
          </Branch>
          {person.id === parts.me || parts.me === null ? (
            <Reviews tasks={tasks} />
          ) : (
            <Branch title={t('duties.review')} count={0}>
              <li>
                <small>{t('duties.others')}</small>
              </li>
            </Branch>
          )}
        </div>
      </div>
    </>
  )
}

interface BranchProps {
  readonly title: string
  readonly count: number
  readonly children: React.ReactNode
}

function Branch({ title, count, children }: BranchProps) {
  const t = useViewTexts()
  return (
    <section className="duties-branch">
      <h2>
        {title} <small>{count}</small>
      </h2>
      <ul>
        {children}
        {count === 0 && Array.isArray(children) && (
          <li>
            <small>{t('duties.nothing')}</small>
          </li>
        )}
      </ul>
    </section>
  )
}

/** Reports on tasks of this plan that the person who looks may decide on. */
function Reviews({ tasks }: { readonly tasks: readonly WirePlanTask[] }) {
  const t = useViewTexts()
  const where = JSON.stringify([['state', 'in', ['submitted', 'unit-reviewed']]])
  const { data } = useQuery({
    queryKey: ['plans', 'reviews'],
    queryFn: ({ signal }) => api.get<WirePage>(`/registers/task-progress${queryOf({ where, limit: 500 })}`, signal),
  })
  const names = new Map(tasks.map(({ id, name }) => [id, name]))
  const own = (data?.rows ?? []).filter(
    ({ values, can }) =>
      names.has(String(values['task'])) && can.actions.some(({ name }) => name === 'review' || name === 'approve'),
  )
  return (
    <Branch title={t('duties.review')} count={own.length}>
      {own.map(({ id, values }) => (
        <li key={id}>
          <Link to={`/registers/task-progress/${id}`}>{names.get(String(values['task']))}</Link>
          <small>{`${String(values['month'])} · ${String(values['percent'])}%`}</small>
        </li>
      ))}
    </Branch>
  )
}

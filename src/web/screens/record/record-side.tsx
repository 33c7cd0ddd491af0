import { Link } from 'react-router'
import type { WireHistory } from '../../../language/index.ts'
import { findRegister } from '../../app/catalogue.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { Trail } from '../../kit/trail.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { Comments } from './comments.tsx'
import { Evidence } from './evidence.tsx'
import type { SideProps } from './use-side.ts'
import { useSide } from './use-side.ts'

/** What surrounds a record: history, evidence, comments, who refers to it. */
export function RecordSide({ register, record }: SideProps) {
  const t = useTexts()
  return (
    <aside className="record-side" aria-label={t('record.side')}>
      <Tabs
        label={t('record.side')}
        tabs={[
          {
            key: 'history',
            label: t('record.history'),
            content: <History register={register} record={record} />,
          },
          {
            key: 'evidence',
            label: t('record.evidence'),
            content: <Evidence register={register} record={record} />,
          },
          {
            key: 'comments',
            label: t('record.comments'),
            content: <Comments register={register} record={record} />,
          },
          {
            key: 'referring',
            label: t('record.referring'),
            content: <Referring register={register} record={record} />,
          },
        ]}
      />
    </aside>
  )
}

function History(props: SideProps) {
  const { data, error, isPending, refetch } = useSide<readonly WireHistory[]>(props, 'history')
  if (isPending) return <Loading rows={4} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <Trail
      history={[...data].sort((a, b) => b.at.localeCompare(a.at))}
      fields={props.register.fields}
      hasStates={props.register.lifecycle !== undefined}
    />
  )
}

interface Reference {
  readonly register: string
  readonly field: string
  readonly count: number
}

function Referring(props: SideProps) {
  const t = useTexts()
  const { lang } = useLang()
  const { data, error, isPending, refetch } = useSide<readonly Reference[]>(props, 'referring')
  if (isPending) return <Loading rows={2} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const found = data.filter((one) => one.count > 0)
  if (found.length === 0) return <EmptyState title={t('record.referring-none')} />
  return (
    <ul className="referring">
      {found.map((one) => {
        const where = JSON.stringify([[one.field, 'in', [props.record.id]]])
        const target = findRegister(one.register)
        return (
          <li key={`${one.register} ${one.field}`}>
            <Link to={`/registers/${one.register}?where=${encodeURIComponent(where)}`}>
              {target?.label[lang] ?? one.register} · {target?.fields[one.field]?.label[lang] ?? one.field}
            </Link>
            <span className="field-number">{one.count}</span>
          </li>
        )
      })}
    </ul>
  )
}

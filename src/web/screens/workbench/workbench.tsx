import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import type { Label } from '../../../language/index.ts'
import { roles as roleList } from '../../../../catalogue/roles.ts'
import { favourites, recent } from '../../app/local-list.ts'
import { NoticeList } from '../../app/notice-list.tsx'
import { useSession } from '../../app/session.tsx'
import { api } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatAgo, formatDate } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { stateText } from '../../kit/text-of.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import './workbench.css'

interface WorkbenchData {
  readonly waiting: readonly {
    readonly register: string
    readonly label: Label
    readonly state: string
    readonly count: number
    readonly action: Label
    readonly oldest: string | null
    /** Days over the deadline of the oldest. */
    readonly lateDays: number
  }[]
  readonly mine: readonly {
    readonly register: string
    readonly label: Label
    readonly id: string
    readonly title: string
    readonly state: string
    readonly updatedAt: string
  }[]
  readonly figures?: readonly { readonly status: string; readonly count: number; readonly period: string }[]
  readonly sections?: readonly {
    readonly reportId: string
    readonly id: string
    readonly title: string
    readonly state: string
    readonly due: string | null
  }[]
  readonly faults: { readonly count: number; readonly more: boolean; readonly dueOn: string | null }
}

/** The plan's screens come when a leader needs them: nobody else waits for them on their first page. */
const PlanGlance = lazy(async () => ({ default: (await import('../../../modules/plan/web.tsx')).PlanGlance }))

/** Where a person begins: what waits for them, what they began, what is new. */
export function Workbench() {
  const t = useTexts()
  const { personName, roles } = useSession()
  const { lang } = useLang()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['workbench'],
    queryFn: ({ signal }) => api.get<WorkbenchData>('/workbench', signal),
  })
  const held = roles.map(
    (one) => `${roleList.find(({ name }) => name === one.role)?.label[lang] ?? one.role} · ${one.unitName}`,
  )
  return (
    <div className="workbench">
      <PageHeader title={t('home.title', { name: personName })} subtitle={held.join(lang === 'zh' ? '、' : ', ')} />
      {isPending && <Loading />}
      {error && <ErrorState error={error} what={t('nav.home')} onRetry={() => void refetch()} />}
      {data && (
        <div className="workbench-grid">
          <div>
            {roles.some(({ role }) => role === 'college-leader') && (
              <Suspense>
                <PlanGlance />
              </Suspense>
            )}
            <Waiting rows={data.waiting} />
            <Figures rows={data.figures ?? []} />
            <Faults faults={data.faults} />
            <Sections rows={data.sections ?? []} />
            <Mine rows={data.mine} />
          </div>
          <div>
            <Shortcuts />
            <section className="card" aria-labelledby="home-notices">
              <h2 id="home-notices">{t('nav.notices')}</h2>
              <NoticeList limit={8} />
            </section>
          </div>
        </div>
      )}
    </div>
  )
}

function Waiting({ rows }: { readonly rows: WorkbenchData['waiting'] }) {
  const t = useTexts()
  const { lang } = useLang()
  return (
    <section className="card" aria-labelledby="home-waiting">
      <h2 id="home-waiting">{t('home.waiting')}</h2>
      {rows.length === 0 && <EmptyState title={t('home.waiting-none')} hint={t('home.waiting-none-hint')} />}
      <ul className="work-list">
        {rows.map((row) => {
          return (
            <li key={`${row.register} ${row.state}`}>
              <Link
                to={`/registers/${row.register}?where=${encodeURIComponent(JSON.stringify([['state', 'is', row.state]]))}`}
              >
                <span className="work-count">{row.count.toLocaleString('en-US')}</span>
                <span className="work-words">
                  <strong>{row.label[lang]}</strong>
                  <small>
                    {stateText(row.state, lang)} → {row.action[lang]}
                  </small>
                </span>
                {row.lateDays > 0 ? (
                  <small className="work-late">{t('home.late', { n: row.lateDays })}</small>
                ) : (
                  row.oldest && <small>{t('home.oldest', { time: formatAgo(row.oldest, lang) })}</small>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Figures({ rows }: { readonly rows: NonNullable<WorkbenchData['figures']> }) {
  const t = useTexts()
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="home-figures">
      <h2 id="home-figures">{t('home.figures')}</h2>
      <ul className="work-states">
        {rows.map((row) => (
          <li key={row.status}>
            <Link
              to={`/figures?period=${row.period}&${row.status === 'changed' ? 'flags=changed' : `status=${row.status}&flags=mine`}`}
            >
              <StatusTag state={row.status} />
              <span className="field-number">{row.count.toLocaleString('en-US')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sections({ rows }: { readonly rows: NonNullable<WorkbenchData['sections']> }) {
  const t = useTexts()
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="home-sections">
      <h2 id="home-sections">{t('home.sections')}</h2>
      <ul className="work-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/reports/${row.reportId}/sections/${row.id}`}>
              <span className="work-words">
                <strong>{row.title}</strong>
                {row.due && <small>{t('home.due', { date: formatDate(row.due) })}</small>}
              </span>
              <StatusTag state={row.state} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Faults({ faults: { count, more, dueOn } }: { readonly faults: WorkbenchData['faults'] }) {
  const t = useTexts()
  if (count === 0) return null
  return (
    <section className="card" aria-labelledby="home-faults">
      <h2 id="home-faults">{t('home.faults')}</h2>
      <ul className="work-list">
        <li>
          <Link to="/standards/faults?mine=1">
            <span className="work-words">
              <strong>{t('home.faults-count', { n: `${count}${more ? '+' : ''}` })}</strong>
            </span>
            {dueOn && <small>{t('home.due', { date: formatDate(dueOn) })}</small>}
          </Link>
        </li>
      </ul>
    </section>
  )
}

function Mine({ rows }: { readonly rows: WorkbenchData['mine'] }) {
  const t = useTexts()
  const { lang } = useLang()
  return (
    <section className="card" aria-labelledby="home-mine">
      <h2 id="home-mine">{t('home.mine')}</h2>
      {rows.length === 0 && <EmptyState title={t('home.mine-none')} hint={t('home.mine-none-hint')} />}
      <ul className="work-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/registers/${row.register}/${row.id}`}>
              <span className="work-words">
                <strong>{row.title}</strong>
                <small>
                  {row.label[lang]} · {formatAgo(row.updatedAt, lang)}
                </small>
              </span>
              <StatusTag state={row.state} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Shortcuts() {
  const t = useTexts()
  const { lang } = useLang()
  const { registers: readable } = useSession()
  const starred = favourites.use()
  const lately = recent.use()
  const names = [...new Set([...starred, ...lately])].filter((name) => readable[name]?.read).slice(0, 8)
  return (
    <section className="card" aria-labelledby="home-shortcuts">
      <h2 id="home-shortcuts">{t('home.shortcuts')}</h2>
      {names.length === 0 && <p className="state-small">{t('home.shortcuts-none')}</p>}
      <ul className="shortcut-links">
        {names.map((name) => (
          <li key={name}>
            <Link to={`/registers/${name}`}>{readable[name]?.label[lang] ?? name}</Link>
          </li>
        ))}
        <li>
          <Link to="/registers">{t('nav.all-registers')} →</Link>
        </li>
      </ul>
    </section>
  )
}

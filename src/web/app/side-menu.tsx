import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { areas } from '../../../catalogue/areas.ts'
import type { Label } from '../../language/index.ts'
import { Loading } from '../kit/loading.tsx'
import { useLang } from '../kit/use-lang.tsx'
import { useTexts } from '../kit/use-texts.ts'
import { favourites, menuChoices, recent } from './local-list.ts'
import { MenuItem } from './menu-item.tsx'
import { byArea, useMenuRegisters } from './menu-registers.ts'
import { useCan, useSession } from './session.tsx'

/** Chosen by whoever wants every register in the menu, not only those that concern them. */
const ALL = 'all-registers'
const STARRED = 10

const labelOf = (area: string): Label => (areas as Readonly<Record<string, Label>>)[area] ?? { zh: area, en: area }

/** What looks into the declarations comes when somebody looks for something. */
const search = () => import('./found-registers.tsx')
const FoundRegisters = lazy(async () => ({ default: (await search()).FoundRegisters }))

/** The menu at the side: the fixed places, a search, what the person starred or opened, then registers by area. */
export function SideMenu() {
  const [q, setQ] = useState('')
  return (
    <div className="side-menu">
      <MenuSearch q={q} onChange={setQ} />
      {q.trim() === '' ? (
        <>
          <Places />
          <Registers />
          <Administration />
        </>
      ) : (
        <Suspense fallback={<Loading rows={3} />}>
          <FoundRegisters q={q} onLeave={() => setQ('')} />
        </Suspense>
      )}
    </div>
  )
}

function MenuSearch({ q, onChange }: { readonly q: string; readonly onChange: (q: string) => void }) {
  const t = useTexts()
  const navigate = useNavigate()
  const registers = useMenuRegisters()
  async function openFirst() {
    const [first] = (await search()).foundOf(registers, q)
    if (!first) return
    onChange('')
    void navigate(`/registers/${first.register.name}`)
  }
  return (
    <Input
      className="side-menu-search"
      size="small"
      prefix={<SearchOutlined aria-hidden />}
      value={q}
      allowClear
      placeholder={t('nav.find-register')}
      aria-label={t('nav.find-register')}
      onFocus={() => void search()}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('')
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && q.trim() !== '') void openFirst()
      }}
    />
  )
}

/** Roles that review what others report of a plan. */
const REVIEWERS = ['unit-head', 'reviewer', 'quality-office']
/** Roles that see how teaching goes: their own, or its patterns. */
const TEACHING = ['teacher', 'unit-head', 'quality-office', 'college-leader']

function Places() {
  const t = useTexts()
  const can = useCan()
  const { permissions, registers, roles } = useSession()
  return (
    <ul>
      <MenuItem to="/" text={t('nav.home')} end />
      {roles.some(({ role }) => role === 'teacher' || role === 'student') && (
        <>
          <MenuItem to="/classroom" text={t('nav.classroom')} />
          <MenuItem to="/coursework" text={t('nav.coursework')} />
        </>
      )}
      {registers['knowledge-points']?.create && <MenuItem to="/items" text={t('nav.items')} />}
      {roles.some(({ role }) => TEACHING.includes(role)) && <MenuItem to="/teaching" text={t('nav.teaching')} end />}
      <MenuItem to="/teaching/purposes" text={t('nav.purposes')} />
      <MenuItem to="/overview" text={t('nav.overview')} />
      <MenuItem to="/figures" text={t('nav.figures')} />
      {permissions.some((permission) => permission.startsWith('reports.')) && (
        <>
          <MenuItem to="/reports" text={t('nav.reports')} />
          <MenuItem to="/report-audit" text={t('nav.report-audit')} />
        </>
      )}
      {registers['plans']?.read && <MenuItem to="/plans" text={t('nav.plans')} />}
      {registers['task-progress']?.create && <MenuItem to="/my-plan-tasks" text={t('nav.plan-fills')} />}
      {registers['task-progress']?.read && roles.some(({ role }) => REVIEWERS.includes(role)) && (
        <MenuItem to="/plan-reviews" text={t('nav.plan-reviews')} />
      )}
      {registers['score-sheets']?.read && <MenuItem to="/scoring" text={t('nav.scoring')} />}
      {(registers['credit-conversions']?.read || registers['outcome-opinions']?.read) && (
        <MenuItem to="/credit-bank" text={t('nav.credit-bank')} />
      )}
      {registers['frameworks']?.read && <MenuItem to="/frameworks" text={t('nav.frameworks')} />}
      <MenuItem to="/ability" text={t('nav.ability')} />
      <MenuItem to="/courseware" text={t('nav.courseware')} />
      <MenuItem to="/registers" text={t('nav.all-registers')} end />
      {(can('standards.manage') || can('figures.read-unapproved')) && (
        <MenuItem to="/standards" text={t('nav.standards')} />
      )}
    </ul>
  )
}

function Registers() {
  const t = useTexts()
  const { lang } = useLang()
  const all = useMenuRegisters()
  const own = all.filter(({ isOwn }) => isOwn)
  const here = useLocation().pathname.split('/')[2] ?? ''
  const stars = favourites.use()
  const lately = recent.use()
  const choices = menuChoices.use()
  const readable = new Map(all.map((register) => [register.name, register]))
  const current = readable.get(here)
  const itemsOf = (names: readonly string[]) =>
    names.flatMap((name) => {
      const register = readable.get(name)
      return register ? [{ to: `/registers/${name}`, text: register.label[lang] }] : []
    })
  const starred = itemsOf(stars).slice(0, STARRED)
  const opened = itemsOf(lately.filter((name) => !stars.includes(name) && name !== here)).slice(0, 4)
  const canChoose = own.length > 0 && own.length < all.length
  const isAll = !canChoose || choices.includes(ALL)
  // Where one is stands in the menu, whatever it shows otherwise.
  const rooms = byArea(isAll ? all : all.filter((register) => own.includes(register) || register === current))
  const choice = (isOfAll: boolean, text: string) => (
    <button type="button" aria-pressed={isAll === isOfAll} onClick={() => isAll !== isOfAll && menuChoices.toggle(ALL)}>
      {text}
    </button>
  )
  return (
    <>
      {starred.length > 0 && <Group title={t('nav.favourites')} items={starred} />}
      {opened.length > 0 && <Group title={t('nav.recent')} items={opened} />}
      <div className="side-menu-head">
        <h2>{t('nav.by-area')}</h2>
        {canChoose && (
          <span role="group" aria-label={t('nav.by-area')}>
            {choice(false, t('nav.own'))}
            {choice(true, t('nav.all'))}
          </span>
        )}
      </div>
      {rooms.map(([area, registers]) => (
        // Keyed by whether it is the current one, so that going there opens it and it can still be closed.
        <details key={`${area}-${area === current?.area}`} open={area === current?.area || rooms.length <= 2}>
          <summary>
            {labelOf(area)[lang]}
            <span className="side-menu-count" aria-hidden>
              {registers.length}
            </span>
          </summary>
          <ul>
            {registers.map((register) => (
              <MenuItem key={register.name} to={`/registers/${register.name}`} text={register.label[lang]} />
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}

function Administration() {
  const t = useTexts()
  const can = useCan()
  const items = [
    ...(can('standards.manage')
      ? [
          { to: '/feeds', text: t('nav.feeds') },
          { to: '/national-platform', text: t('nav.national-platform') },
        ]
      : []),
    ...(can('accounts.manage') ? [{ to: '/settings/accounts', text: t('accounts.title') }] : []),
    ...(can('settings.manage') || can('figures.read-unapproved')
      ? [{ to: '/learning-records', text: t('nav.learning-records') }]
      : []),
    ...(can('settings.manage')
      ? [
          { to: '/settings/units', text: t('units.title') },
          { to: '/settings', text: t('settings.title') },
          { to: '/settings/jobs', text: t('jobs.title') },
        ]
      : []),
    ...(can('codes.manage') ? [{ to: '/settings/codes', text: t('nav.codes') }] : []),
    ...(can('audit.read') ? [{ to: '/audit', text: t('audit.title') }] : []),
  ]
  return items.length > 0 ? <Group title={t('nav.manage')} items={items} /> : null
}

function Group({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly { readonly to: string; readonly text: string }[]
}) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <MenuItem key={item.to} {...item} end={item.to === '/settings'} />
        ))}
      </ul>
    </>
  )
}

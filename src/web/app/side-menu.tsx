import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { NavLink, useLocation, useNavigate } from 'react-router'
import type { AnyRegister } from '../../language/index.ts'
import { useLang } from '../kit/use-lang.tsx'
import { useTexts } from '../kit/use-texts.ts'
import { catalogue } from './catalogue.ts'
import { findRegisters } from './find-registers.ts'
import { favourites, menuChoices, recent } from './local-list.ts'
import { ownRegisters } from './own-registers.ts'
import { useCan, useSession } from './session.tsx'

/** The registers that the person may read, in the catalogue's order of areas; and those of them that concern them. */
export function useRegisters(): { readonly all: readonly AnyRegister[]; readonly own: readonly AnyRegister[] } {
  const session = useSession()
  return useMemo(() => {
    const order = Object.keys(catalogue.areas)
    const all = [...catalogue.registers.values()]
      .filter((register) => session.registers[register.name]?.read)
      .toSorted((a, b) => order.indexOf(a.area) - order.indexOf(b.area))
    return { all, own: ownRegisters(all, session) }
  }, [session])
}

/** Registers by area, in their order. */
export const byArea = (registers: readonly AnyRegister[]): readonly (readonly [string, readonly AnyRegister[]])[] => [
  ...Map.groupBy(registers, (register) => register.area),
]

/** Chosen by whoever wants every register in the menu, not only those that concern them. */
const ALL = 'all-registers'
const FOUND = 12
const STARRED = 10

/** The menu at the side: the fixed places, a search, what the person starred or opened, then registers by area. */
export function SideMenu() {
  const t = useTexts()
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
        <Found q={q} onLeave={() => setQ('')} none={t('registers.none')} />
      )}
    </div>
  )
}

function MenuSearch({ q, onChange }: { readonly q: string; readonly onChange: (q: string) => void }) {
  const t = useTexts()
  const navigate = useNavigate()
  const { all } = useRegisters()
  return (
    <Input
      className="side-menu-search"
      size="small"
      prefix={<SearchOutlined aria-hidden />}
      value={q}
      allowClear
      placeholder={t('nav.find-register')}
      aria-label={t('nav.find-register')}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('')
        const [first] = q.trim() === '' ? [] : findRegisters(all, catalogue.standardTables, q)
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first) return
        onChange('')
        void navigate(`/registers/${first.register.name}`)
      }}
    />
  )
}

function Found({ q, onLeave, none }: { readonly q: string; readonly onLeave: () => void; readonly none: string }) {
  const { lang } = useLang()
  const { all } = useRegisters()
  const found = findRegisters(all, catalogue.standardTables, q).slice(0, FOUND)
  if (found.length === 0)
    return (
      <p className="side-menu-none" role="status">
        {none}
      </p>
    )
  return (
    <ul onClick={onLeave}>
      {found.map(({ register, by }) => (
        <Item
          key={register.name}
          to={`/registers/${register.name}`}
          text={register.label[lang]}
          {...(by ? { hint: by } : {})}
        />
      ))}
    </ul>
  )
}

/** Roles that review what others report of a plan. */
const REVIEWERS = ['unit-head', 'reviewer', 'quality-office']

function Places() {
  const t = useTexts()
  const can = useCan()
  const { permissions, registers, roles } = useSession()
  return (
    <ul>
      <Item to="/" text={t('nav.home')} end />
      {roles.some(({ role }) => role === 'teacher' || role === 'student') && (
        <Item to="/classroom" text={t('nav.classroom')} />
      )}
      <Item to="/overview" text={t('nav.overview')} />
      <Item to="/figures" text={t('nav.figures')} />
      {permissions.some((permission) => permission.startsWith('reports.')) && (
        <>
          <Item to="/reports" text={t('nav.reports')} />
          <Item to="/report-audit" text={t('nav.report-audit')} />
        </>
      )}
      {registers['plans']?.read && <Item to="/plans" text={t('nav.plans')} />}
      {registers['task-progress']?.create && <Item to="/my-plan-tasks" text={t('nav.plan-fills')} />}
      {registers['task-progress']?.read && roles.some(({ role }) => REVIEWERS.includes(role)) && (
        <Item to="/plan-reviews" text={t('nav.plan-reviews')} />
      )}
      {registers['score-sheets']?.read && <Item to="/scoring" text={t('nav.scoring')} />}
      {(registers['credit-conversions']?.read || registers['outcome-opinions']?.read) && (
        <Item to="/credit-bank" text={t('nav.credit-bank')} />
      )}
      {registers['frameworks']?.read && <Item to="/frameworks" text={t('nav.frameworks')} />}
      <Item to="/ability" text={t('nav.ability')} />
      <Item to="/courseware" text={t('nav.courseware')} />
      <Item to="/registers" text={t('nav.all-registers')} end />
      {(can('standards.manage') || can('figures.read-unapproved')) && (
        <Item to="/standards" text={t('nav.standards')} />
      )}
    </ul>
  )
}

function Registers() {
  const t = useTexts()
  const { lang } = useLang()
  const { all, own } = useRegisters()
  const here = useLocation().pathname.split('/')[2] ?? ''
  const current = catalogue.registers.get(here)
  const stars = favourites.use()
  const lately = recent.use()
  const choices = menuChoices.use()
  const readable = new Map(all.map((register) => [register.name, register]))
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
  const areas = byArea(isAll ? all : all.filter((register) => own.includes(register) || register === current))
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
      {areas.map(([area, registers]) => (
        // Keyed by whether it is the current one, so that going there opens it and it can still be closed.
        <details key={`${area}-${area === current?.area}`} open={area === current?.area || areas.length <= 2}>
          <summary>
            {catalogue.areas[area]?.[lang]}
            <span className="side-menu-count" aria-hidden>
              {registers.length}
            </span>
          </summary>
          <ul>
            {registers.map((register) => (
              <Item key={register.name} to={`/registers/${register.name}`} text={register.label[lang]} />
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
          <Item key={item.to} {...item} end={item.to === '/settings'} />
        ))}
      </ul>
    </>
  )
}

function Item({
  to,
  text,
  hint,
  end = false,
}: {
  readonly to: string
  readonly text: string
  readonly hint?: string
  readonly end?: boolean
}) {
  return (
    <li>
      <NavLink to={to} end={end}>
        <span>
          {text}
          {hint && <small>{hint}</small>}
        </span>
      </NavLink>
    </li>
  )
}

import { useMemo } from 'react'
import { NavLink, useLocation } from 'react-router'
import type { AnyRegister } from '../../language/index.ts'
import { useLang } from '../kit/use-lang.tsx'
import { useTexts } from '../kit/use-texts.ts'
import { catalogue } from './catalogue.ts'
import { favourites, recent } from './local-list.ts'
import { useCan, useSession } from './session.tsx'

/** The readable registers of each area, in the catalogue's order; empty areas are left out. */
export function useAreas(): readonly { readonly area: string; readonly registers: readonly AnyRegister[] }[] {
  const { registers: readable } = useSession()
  return useMemo(
    () =>
      Object.keys(catalogue.areas)
        .map((area) => ({
          area,
          registers: [...catalogue.registers.values()].filter(
            (register) => register.area === area && readable[register.name]?.read,
          ),
        }))
        .filter(({ registers }) => registers.length > 0),
    [readable],
  )
}

/** The menu at the side: the fixed places, then what the person may read, by area. */
export function SideMenu() {
  const t = useTexts()
  const { lang } = useLang()
  const can = useCan()
  const { permissions } = useSession()
  const areas = useAreas()
  const { pathname } = useLocation()
  const here = pathname.split('/')[2] ?? ''
  const current = catalogue.registers.get(here)?.area
  const seen = favourites.use()
  const lately = recent.use()
  const readable = new Set(areas.flatMap(({ registers }) => registers.map((register) => register.name)))
  const nameOf = (name: string) => catalogue.registers.get(name)?.label[lang] ?? name
  const starred = seen.filter((name) => readable.has(name))
  const opened = lately.filter((name) => readable.has(name) && !starred.includes(name) && name !== here).slice(0, 4)
  return (
    <div className="side-menu">
      <ul>
        <Item to="/" text={t('nav.home')} end />
        <Item to="/overview" text={t('nav.overview')} />
        <Item to="/figures" text={t('nav.figures')} />
        {permissions.some((permission) => permission.startsWith('reports.')) && (
          <Item to="/reports" text={t('nav.reports')} />
        )}
        <Item to="/registers" text={t('nav.all-registers')} end />
      </ul>
      {starred.length > 0 && (
        <Group
          title={t('nav.favourites')}
          items={starred.map((name) => ({ to: `/registers/${name}`, text: nameOf(name) }))}
        />
      )}
      {opened.length > 0 && (
        <Group
          title={t('nav.recent')}
          items={opened.map((name) => ({ to: `/registers/${name}`, text: nameOf(name) }))}
        />
      )}
      <h2>{t('nav.by-area')}</h2>
      {areas.map(({ area, registers }) => (
        // Keyed by whether it is the current one, so that going there opens it and it can still be closed.
        <details key={`${area}-${area === current}`} open={area === current || areas.length <= 2}>
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
      {(can('accounts.manage') || can('settings.manage') || can('codes.manage') || can('audit.read')) && (
        <Group
          title={t('nav.manage')}
          items={[
            ...(can('accounts.manage') ? [{ to: '/settings/accounts', text: t('accounts.title') }] : []),
            ...(can('settings.manage')
              ? [
                  { to: '/settings/units', text: t('units.title') },
                  { to: '/settings', text: t('settings.title') },
                  { to: '/settings/jobs', text: t('jobs.title') },
                ]
              : []),
            ...(can('codes.manage') ? [{ to: '/settings/codes', text: t('nav.codes') }] : []),
            ...(can('audit.read') ? [{ to: '/audit', text: t('audit.title') }] : []),
          ]}
        />
      )}
    </div>
  )
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

function Item({ to, text, end = false }: { readonly to: string; readonly text: string; readonly end?: boolean }) {
  return (
    <li>
      <NavLink to={to} end={end}>
        {text}
      </NavLink>
    </li>
  )
}

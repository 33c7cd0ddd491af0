import { StarFilled, StarOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AnyRegister } from '../../../language/index.ts'
import { catalogue } from '../../app/catalogue.ts'
import { findRegisters } from '../../app/find-registers.ts'
import { favourites, recent } from '../../app/local-list.ts'
import { byArea, useMenuRegisters } from '../../app/menu-registers.ts'
import { useStandardCodes } from '../../app/standard-codes.ts'
import { api } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { countText } from '../register-list/use-records.ts'
import './register-index.css'

interface CountOf {
  readonly count: number
  readonly more: boolean
}
type Counts = Readonly<Record<string, CountOf>>

/** So many of those that concern a person are shown at once: a faculty fills in nearly ninety. */
const AT_ONCE = 16

/** Registers as a person looks for them: starred, opened lately, those that concern them, then all by area. */
export function RegisterIndex() {
  const t = useTexts()
  const listed = useMenuRegisters()
  const all = listed.flatMap(({ name }) => catalogue.registers.get(name) ?? [])
  const own = all.filter(({ name }) => listed.some((one) => one.name === name && one.isOwn))
  const [q, setQ] = useState('')
  // Counts are a comfort: the list of registers stands without them.
  const { data: counts = {} } = useQuery({
    queryKey: ['records', 'counts'],
    queryFn: ({ signal }) => api.get<Counts>('/registers', signal),
  })
  return (
    <div className="register-index">
      <PageHeader title={t('nav.all-registers')} />
      <Input
        className="search-field"
        value={q}
        onChange={(event) => setQ(event.target.value)}
        placeholder={t('registers.find')}
        aria-label={t('registers.find')}
        allowClear
      />
      {q.trim() === '' ? (
        <>
          <Kept all={all} counts={counts} />
          {own.length > 0 && own.length < all.length && <Own own={own} counts={counts} />}
          <ByArea all={all} counts={counts} />
        </>
      ) : (
        <Found all={all} q={q} counts={counts} />
      )}
    </div>
  )
}

function Kept({ all, counts }: { readonly all: readonly AnyRegister[]; readonly counts: Counts }) {
  const t = useTexts()
  const stars = favourites.use()
  const lately = recent.use()
  const named = (names: readonly string[]) => names.flatMap((name) => all.filter((register) => register.name === name))
  const starred = named(stars)
  const opened = named(lately.filter((name) => !stars.includes(name))).slice(0, 8)
  return (
    <>
      {starred.length > 0 && (
        <Section id="starred" title={t('nav.favourites')}>
          <Grid registers={starred} counts={counts} />
        </Section>
      )}
      {opened.length > 0 && (
        <Section id="opened" title={t('nav.recent')}>
          <Grid registers={opened} counts={counts} />
        </Section>
      )}
    </>
  )
}

function Own({ own, counts }: { readonly own: readonly AnyRegister[]; readonly counts: Counts }) {
  const t = useTexts()
  const [isWhole, setWhole] = useState(false)
  // Those that hold something come first.
  const held = ({ name }: AnyRegister) => ((counts[name]?.count ?? 0) > 0 ? 0 : 1)
  const sorted = own.toSorted((a, b) => held(a) - held(b))
  const shown = isWhole ? sorted : sorted.slice(0, AT_ONCE)
  return (
    <Section id="own" title={t('registers.own')} count={own.length} note={t('registers.own-note')}>
      <Grid registers={shown} counts={counts} />
      {shown.length < own.length && (
        <Button type="link" className="register-more" onClick={() => setWhole(true)}>
          {t('registers.own-more', { n: own.length })}
        </Button>
      )}
    </Section>
  )
}

function ByArea({ all, counts }: { readonly all: readonly AnyRegister[]; readonly counts: Counts }) {
  const t = useTexts()
  const { lang } = useLang()
  const areas = byArea(all)
  return (
    <>
      <nav className="register-areas" aria-label={t('nav.by-area')}>
        {areas.map(([area, registers]) => (
          <a key={area} href={`#area-${area}`}>
            {catalogue.areas[area]?.[lang]} <span className="count">{registers.length}</span>
          </a>
        ))}
      </nav>
      {areas.map(([area, registers]) => (
        <Section key={area} id={area} title={catalogue.areas[area]?.[lang] ?? area} count={registers.length}>
          <Grid registers={registers} counts={counts} />
        </Section>
      ))}
    </>
  )
}

function Found({
  all,
  q,
  counts,
}: {
  readonly all: readonly AnyRegister[]
  readonly q: string
  readonly counts: Counts
}) {
  const t = useTexts()
  const found = findRegisters(all, useStandardCodes().tables, q)
  if (found.length === 0) return <EmptyState title={t('registers.none')} hint={t('registers.none-hint')} />
  return (
    <>
      <p role="status" className="register-found">
        {t('registers.found', { n: found.length })}
      </p>
      <Grid
        registers={found.map(({ register }) => register)}
        counts={counts}
        by={new Map(found.map(({ register, by }) => [register.name, by]))}
      />
    </>
  )
}

function Section({
  id,
  title,
  count,
  note,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly count?: number
  readonly note?: string
  readonly children: ReactNode
}) {
  return (
    <section aria-labelledby={`area-${id}`}>
      <h2 id={`area-${id}`}>
        {title} {count !== undefined && <span className="count">{count}</span>}
        {note && <small>{note}</small>}
      </h2>
      {children}
    </section>
  )
}

function Grid({
  registers,
  counts,
  by,
}: {
  readonly registers: readonly AnyRegister[]
  readonly counts: Counts
  readonly by?: ReadonlyMap<string, string | null>
}) {
  const t = useTexts()
  const { lang } = useLang()
  const stars = favourites.use()
  const standard = useStandardCodes()
  return (
    <ul className="register-grid">
      {registers.map((register) => {
        const { name, label } = register
        const count = counts[name]
        const found = by?.get(name)
        const isStarred = stars.includes(name)
        return (
          <li key={name}>
            <Link
              to={`/registers/${name}`}
              title={standard
                .tablesOf(name)
                .map((table) => `${table.name} ${table.label[lang]}`)
                .join('\n')}
            >
              <span>
                {label[lang]}
                {found && <small>{found}</small>}
                {by && !found && <small>{catalogue.areas[register.area]?.[lang]}</small>}
              </span>
              <span className="count">{count ? countText({ total: count.count, more: count.more }) : ''}</span>
            </Link>
            <Button
              type="text"
              size="small"
              icon={isStarred ? <StarFilled className="starred" /> : <StarOutlined />}
              aria-pressed={isStarred}
              aria-label={t('registers.star', { name: label[lang] })}
              onClick={() => favourites.toggle(name)}
            />
          </li>
        )
      })}
    </ul>
  )
}

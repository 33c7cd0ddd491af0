import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { catalogue } from '../../app/catalogue.ts'
import { useAreas } from '../../app/side-menu.tsx'
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

const countOf = (of: CountOf | undefined) => (of ? countText({ total: of.count, more: of.more }) : '')

/** Every register that the person may read, by area, with the number of records. */
export function RegisterIndex() {
  const t = useTexts()
  const { lang } = useLang()
  const areas = useAreas()
  const [q, setQ] = useState('')
  // Counts are a comfort: the list of registers stands without them.
  const { data: counts } = useQuery({
    queryKey: ['records', 'counts'],
    queryFn: ({ signal }) => api.get<Readonly<Record<string, CountOf>>>('/registers', signal),
  })
  const words = q.trim().toLowerCase()
  const found = areas
    .map(({ area, registers }) => ({
      area,
      registers: registers.filter(
        (register) =>
          words === '' || `${register.label.zh} ${register.label.en} ${register.name}`.toLowerCase().includes(words),
      ),
    }))
    .filter(({ registers }) => registers.length > 0)
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
      {found.length === 0 && <EmptyState title={t('registers.none')} hint={t('registers.none-hint')} />}
      {found.map(({ area, registers }) => (
        <section key={area} aria-labelledby={`area-${area}`}>
          <h2 id={`area-${area}`}>{catalogue.areas[area]?.[lang]}</h2>
          <ul className="register-grid">
            {registers.map((register) => (
              <li key={register.name}>
                <Link to={`/registers/${register.name}`}>
                  <span>{register.label[lang]}</span>
                  <span className="count">{countOf(counts?.[register.name])}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

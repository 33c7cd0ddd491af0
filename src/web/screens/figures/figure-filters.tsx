import { Select } from 'antd'
import type { WireFigure } from '../../../language/index.ts'
import { catalogue } from '../../app/catalogue.ts'
import { useCan } from '../../app/session.tsx'
import { clearing } from '../../../fields/views.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { SearchField } from '../register-list/search-field.tsx'
import type { FigureFilter, Flag } from './figure-address.ts'
import { FLAGS, filterFigures } from './figure-address.ts'
import { tables } from './table-rows.ts'
import { useFigureTexts } from './use-figure-texts.ts'

interface FigureFiltersProps {
  readonly figures: readonly WireFigure[]
  readonly filter: FigureFilter
  readonly onChange: (filter: FigureFilter) => void
}

const STATUSES = ['computed', 'entered', 'reviewed', 'approved', 'published'] as const

/** Narrows the catalogue of figures. Each choice says how many figures it would leave. */
export function FigureFilters({ figures, filter, onChange }: FigureFiltersProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const seesAll = useCan()('figures.read-unapproved')
  const left = (change: Partial<FigureFilter>) => filterFigures(figures, { ...filter, ...change }).length
  const flags = FLAGS.filter((flag) => flag !== 'missing' || seesAll)
  const owners = [...new Set(figures.map((figure) => figure.owner))].toSorted()
  const toggle = (flag: Flag) =>
    onChange({
      ...filter,
      flags: filter.flags.includes(flag) ? filter.flags.filter((one) => one !== flag) : [...filter.flags, flag],
    })
  return (
    <div className="list-tools figure-filters" role="search">
      <SearchField value={filter.q} onChange={(q) => onChange({ ...filter, q })} label={t('figures.search')} />
      <Select
        aria-label={t('figures.table')}
        value={filter.table || null}
        placeholder={t('figures.table')}
        allowClear={clearing(lang)}
        onChange={(table: string | undefined) => onChange({ ...filter, table: table ?? '' })}
        options={tables.map((one) => ({ value: one.name, label: one.label[lang] }))}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t('figure.owner')}
        value={filter.owner || null}
        placeholder={t('figure.owner')}
        allowClear={clearing(lang)}
        onChange={(owner: string | undefined) => onChange({ ...filter, owner: owner ?? '' })}
        options={owners.map((owner) => ({ value: owner, label: officeText(owner, lang) }))}
        popupMatchSelectWidth={false}
      />
      <div className="figure-chips">
        {STATUSES.filter((status) => filter.status === status || left({ status }) > 0).map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={filter.status === status}
            onClick={() => onChange({ ...filter, status: filter.status === status ? '' : status })}
          >
            {t(`status.${status}`)} <span className="count">{left({ status })}</span>
          </button>
        ))}
        {flags
          .filter((flag) => filter.flags.includes(flag) || left({ flags: [...filter.flags, flag] }) > 0)
          .map((flag) => (
            <button key={flag} type="button" aria-pressed={filter.flags.includes(flag)} onClick={() => toggle(flag)}>
              {t(`figures.flag-${flag}`)} <span className="count">{left({ flags: [...filter.flags, flag] })}</span>
            </button>
          ))}
      </div>
    </div>
  )
}

/** What an office is called. */
export function officeText(office: string, lang: 'zh' | 'en'): string {
  return catalogue.offices.values[office]?.[lang] ?? office
}

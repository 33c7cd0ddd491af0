import { Link, useNavigate } from 'react-router'
import { DataTable } from '../../../web/kit/data-table.tsx'
import type { WireUnitRank } from '../wire-run.ts'
import { useRunTexts } from './use-run-texts.ts'

interface UnitRanksProps {
  readonly units: readonly WireUnitRank[]
  readonly hasMoney: boolean
  /** The address of the plan's tasks under a filter. */
  readonly at: (filter: string) => string
}

const percent = (value: string | null) => (value === null ? '—' : `${value}%`)

/** Units in order: completion, progress and achievement each in a column of their own. */
export function UnitRanks({ units, hasMoney, at }: UnitRanksProps) {
  const t = useRunTexts()
  const navigate = useNavigate()
  const column = (key: 'progress' | 'achieved' | 'used', title: string) => ({
    key,
    title,
    width: 100,
    align: 'right' as const,
    render: (row: WireUnitRank) => percent(row[key]),
  })
  const red = ({ lights, unit }: WireUnitRank) =>
    lights.red === 0 ? 0 : <Link to={at(`?unit=${unit.id}&light=red`)}>{lights.red}</Link>
  const renderCard = (row: WireUnitRank) => (
    <>
      <span className="data-card-title">
        {row.rank}. {row.unit.name}
        <span className="field-number">{percent(row.rate)}</span>
      </span>
      <small>
        {[
          `${t('lead.progress')} ${percent(row.progress)}`,
          `${t('lead.achieved')} ${percent(row.achieved)}`,
          hasMoney ? `${t('lead.used')} ${percent(row.used)}` : undefined,
          `${t('lead.red')} ${row.lights.red}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  )
  return (
    <section aria-labelledby="lead-units">
      <h2 id="lead-units">
        {t('lead.units')} <small>{t('lead.units-hint')}</small>
      </h2>
      <DataTable
        label={t('lead.units')}
        rows={units}
        rowKey={({ unit }) => unit.id}
        onOpen={({ unit }) => void navigate(at(`?unit=${unit.id}`))}
        columns={[
          { key: 'rank', title: t('lead.rank'), width: 60, align: 'right', render: ({ rank }) => rank },
          { key: 'unit', title: t('lead.unit'), width: 180, render: ({ unit }) => unit.name },
          {
            key: 'rate',
            title: t('lead.completion'),
            width: 140,
            align: 'right',
            render: ({ rate, completed, leaves }) => `${percent(rate)}  ${completed}/${leaves}`,
          },
          column('progress', t('lead.progress')),
          column('achieved', t('lead.achieved')),
          ...(hasMoney ? [column('used', t('lead.used'))] : []),
          { key: 'red', title: t('lead.red'), width: 70, align: 'right', render: red },
        ]}
        card={renderCard}
      />
    </section>
  )
}

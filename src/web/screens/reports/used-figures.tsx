import type { FigureReference } from '../../../language/document.ts'
import { Link } from 'react-router'
import { EmptyState } from '../../kit/empty-state.tsx'
import { useShownFigures } from './figures-context.tsx'
import { figureAddress } from './report-places.ts'
import { StandingTag } from './standing-tag.tsx'
import { useReportTexts } from './use-report-texts.ts'

interface UsedFiguresProps {
  readonly used: readonly FigureReference[]
  /** Leads to where the figure stands in the text. */
  readonly onFind: (reference: FigureReference) => void
}

/** The figures of a section with their status; those that may not be relied on first. */
export function UsedFigures({ used, onFind }: UsedFiguresProps) {
  const t = useReportTexts()
  const figures = useShownFigures()
  if (used.length === 0) return <EmptyState title={t('used.none')} hint={t('used.none-hint')} />
  const rows = used
    .map((reference) => ({ reference, shown: figures.find({ ...reference, unit: true, part: null }) }))
    .sort((a, b) => Number(a.shown.standing === 'approved') - Number(b.shown.standing === 'approved'))
  const open = rows.filter((row) => row.shown.standing !== 'approved').length
  return (
    <>
      <p className="side-hint">{open === 0 ? t('used.all-approved') : t('used.open', { count: open })}</p>
      <ul className="used-figures">
        {rows.map(({ reference, shown }) => (
          <li key={`${reference.code}@${reference.period ?? ''}`}>
            <button type="button" onClick={() => onFind(reference)} title={t('used.find')}>
              {shown.label}
              {reference.period && <small> {shown.period}</small>}
            </button>
            <span className="used-value">{shown.text}</span>
            <Link
              to={shown.supplied?.behind ?? figureAddress(reference.code, shown.period)}
              target="_blank"
              title={t('figure.open')}
            >
              <StandingTag standing={shown.standing} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

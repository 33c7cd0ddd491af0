import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import type { WireReport, WireReportSection } from '../../../language/wire-reports.ts'
import { formatAgo, formatTime } from '../../kit/format-date.ts'
import { useLang } from '../../kit/use-lang.tsx'
import type { BoardRow } from './board-filter.ts'
import { isLate } from './board-filter.ts'
import { OutlineMenu } from './outline-menu.tsx'
import { sectionAddress } from './report-places.ts'
import { SectionAssignment } from './section-assignment.tsx'
import { SectionStateTag } from './state-tags.tsx'
import type { Direction, Outline } from './use-outline.ts'
import { useReportTexts } from './use-report-texts.ts'

export interface OutlineProps {
  readonly report: WireReport
  readonly rows: readonly BoardRow[]
  /** YYYY-MM-DD */
  readonly today: string
  readonly outline: Outline
}

const MOVES: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'deeper',
  ArrowLeft: 'higher',
}

/** The outline as a table. Arrows go from row to row; with Alt they move the section; F2 renames, Delete removes. */
export function OutlineTable({ report, rows, today, outline }: OutlineProps) {
  const t = useReportTexts()
  const canOutline = report.can.includes('outline')

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, section: WireReportSection) {
    // Keys inside a popover of the row reach it through React's tree, not the page's.
    if (!(event.target instanceof HTMLElement) || !event.currentTarget.contains(event.target)) return
    if (!event.target.matches('a, button')) return
    const direction = MOVES[event.key]
    if (event.altKey && direction) {
      event.preventDefault()
      const { id } = section
      void outline.move(section, direction).then(() => document.getElementById(`section-${id}`)?.focus())
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const row = event.currentTarget
      const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
      next?.querySelector('a')?.focus()
    } else if (section.can.includes('outline') && event.key === 'F2') {
      event.preventDefault()
      outline.ask({ kind: 'rename', section })
    } else if (section.can.includes('outline') && event.key === 'Delete') {
      event.preventDefault()
      outline.ask({ kind: 'remove', section })
    }
  }

  return (
    <div className="outline-box" role="region" aria-label={t('board.outline')} tabIndex={-1}>
      <table className="outline-table">
        <caption className="sr-only">{t(canOutline ? 'outline.keys' : 'board.outline')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.section')}</th>
            <th scope="col" className="outline-who">
              {t('board.who')}
            </th>
            <th scope="col" className="outline-due">
              {t('board.due')}
            </th>
            <th scope="col" className="outline-state">
              {t('board.state')}
            </th>
            <th scope="col" className="outline-comments">
              {t('board.comments')}
            </th>
            <th scope="col" className="outline-changed">
              {t('board.changed')}
            </th>
            {canOutline && (
              <th scope="col" className="outline-menu">
                <span className="sr-only">{t('outline.menu')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ section, isMatch }) => (
            <tr
              key={section.id}
              className={`outline-level-${section.level}${isMatch ? '' : ' outline-quiet'}`}
              onKeyDown={(event) => onKeyDown(event, section)}
            >
              <th scope="row" style={{ paddingLeft: 10 + (section.level - 1) * 20 }}>
                <Link id={`section-${section.id}`} to={sectionAddress(report.id, section.id)}>
                  <span className="outline-number">{section.number}</span>
                  {section.title}
                </Link>
              </th>
              <td>
                <SectionAssignment section={section} outline={outline}>
                  <span className="outline-unit">{section.unitName || t('board.nobody')}</span>
                  <span className="outline-person">{section.personName}</span>
                </SectionAssignment>
              </td>
              <td>
                <Due section={section} today={today} />
              </td>
              <td>
                <SectionStateTag state={section.state} />
              </td>
              <td>
                {section.comments > 0 && (
                  <Link
                    to={`${sectionAddress(report.id, section.id)}?side=comments`}
                    aria-label={t('board.comments-open', { count: section.comments })}
                  >
                    {section.comments}
                  </Link>
                )}
              </td>
              <td>
                <Changed at={section.updatedAt} />
              </td>
              {canOutline && (
                <td>
                  <OutlineMenu section={section} outline={outline} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {canOutline && <p className="outline-keys">{t('outline.keys')}</p>}
    </div>
  )
}

/** The day a section is due; marked when it has passed. */
export function Due({ section, today }: { readonly section: WireReportSection; readonly today: string }) {
  const t = useReportTexts()
  if (!section.due) return <span className="outline-none">—</span>
  const late = isLate(section, today)
  return (
    <span className={late ? 'due-late' : undefined}>
      {section.due}
      {late && <small>{t('board.late')}</small>}
    </span>
  )
}

/** How long ago something changed; the moment itself on hover. */
export function Changed({ at }: { readonly at: string }) {
  const { lang } = useLang()
  return (
    <time dateTime={at} title={formatTime(at)}>
      {formatAgo(at, lang)}
    </time>
  )
}

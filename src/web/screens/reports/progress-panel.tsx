import dayjs from 'dayjs'
import { useMemo } from 'react'
import type { WireReport, WireReportSection } from '../../../language/wire-reports.ts'
import { progressByUnit } from './board-filter.ts'
import { ProgressBar } from './progress-bar.tsx'
import { useReportTexts } from './use-report-texts.ts'

/** How far the report is: altogether, and unit by unit. */
export function ProgressPanel({ report }: { readonly report: WireReport }) {
  const t = useReportTexts()
  const sections = useMemo(() => writtenOf(report), [report])
  const units = useMemo(() => progressByUnit(sections, dayjs().format('YYYY-MM-DD')), [sections])
  const count = (state: WireReportSection['state']) => sections.filter((one) => one.state === state).length
  const [submitted, approved] = [count('submitted'), count('approved')]
  return (
    <section className="card progress-panel" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('progress.title')}</h2>
      <ProgressBar total={sections.length} submitted={submitted} approved={approved} label={t('progress.title')} />
      <p className="progress-legend">
        <span className="progress-key-approved">{t('progress.approved', { count: approved })}</span>
        <span className="progress-key-submitted">{t('progress.submitted', { count: submitted })}</span>
        <span className="progress-key-draft">
          {t('progress.draft', { count: sections.length - submitted - approved })}
        </span>
      </p>
      <h3>{t('progress.by-unit')}</h3>
      <ul>
        {units.map((unit) => (
          <li key={unit.unitName}>
            <span className="progress-unit">
              <span>{unit.unitName || t('board.nobody')}</span>
              <small>
                {unit.late > 0 && <strong className="due-late">{t('progress.late', { count: unit.late })}</strong>}{' '}
                {unit.approved}/{unit.sections}
              </small>
            </span>
            <ProgressBar
              total={unit.sections}
              submitted={unit.submitted}
              approved={unit.approved}
              label={unit.unitName || t('board.nobody')}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Sections that somebody writes: chapters that only hold others wait for nobody, and stand in nobody's way. */
function writtenOf(report: WireReport): readonly WireReportSection[] {
  const waiting = new Set(
    report.blockers.map((blocker) => (blocker.kind === 'section' ? blocker.sectionId : undefined)),
  )
  return report.sections.filter((one) => one.state !== 'draft' || waiting.has(one.id))
}

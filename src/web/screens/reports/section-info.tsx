import dayjs from 'dayjs'
import type { DocumentNode } from '../../../language/document.ts'
import type { WireReport, WireReportSection } from '../../../language/wire-reports.ts'
import { formatTime } from '../../kit/format-date.ts'
import { lengthOf } from './document-walk.ts'
import { Due } from './outline-table.tsx'
import { SectionAssignment } from './section-assignment.tsx'
import { SectionStateTag } from './state-tags.tsx'
import { useOutline } from './use-outline.ts'
import { useReportTexts } from './use-report-texts.ts'

interface SectionInfoProps {
  readonly report: WireReport
  readonly section: WireReportSection
  readonly content: DocumentNode
}

/** Who writes a section until when, and how far it is. */
export function SectionInfo({ report, section, content }: SectionInfoProps) {
  const t = useReportTexts()
  const outline = useOutline(report)
  const today = dayjs().format('YYYY-MM-DD')
  return (
    <dl className="section-info">
      <div>
        <dt>{t('board.state')}</dt>
        <dd>
          <SectionStateTag state={section.state} />
        </dd>
      </div>
      <div>
        <dt>{t('board.who')}</dt>
        <dd>
          <SectionAssignment section={section} outline={outline}>
            <span>{[section.unitName, section.personName].filter(Boolean).join(' · ') || t('board.nobody')}</span>
          </SectionAssignment>
        </dd>
      </div>
      <div>
        <dt>{t('board.due')}</dt>
        <dd>
          <Due section={section} today={today} />
        </dd>
      </div>
      <div>
        <dt>{t('info.length')}</dt>
        <dd>{t('info.characters', { count: lengthOf(content) })}</dd>
      </div>
      <div>
        <dt>{t('info.version')}</dt>
        <dd>
          {section.version}
          <small> {formatTime(section.updatedAt)}</small>
        </dd>
      </div>
    </dl>
  )
}

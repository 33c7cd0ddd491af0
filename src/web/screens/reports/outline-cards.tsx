import { Link } from 'react-router'
import { Changed, Due } from './outline-table.tsx'
import type { OutlineProps } from './outline-table.tsx'
import { OutlineMenu } from './outline-menu.tsx'
import { sectionAddress } from './report-places.ts'
import { SectionAssignment } from './section-assignment.tsx'
import { SectionStateTag } from './state-tags.tsx'
import { useReportTexts } from './use-report-texts.ts'

/** The outline on a phone: a card per section. */
export function OutlineCards({ report, rows, today, outline }: OutlineProps) {
  const t = useReportTexts()
  return (
    <ul className="outline-cards">
      {rows.map(({ section, isMatch }) => (
        <li
          key={section.id}
          className={`outline-card outline-level-${section.level}${isMatch ? '' : ' outline-quiet'}`}
        >
          <div className="outline-card-head">
            <Link to={sectionAddress(report.id, section.id)}>
              <span className="outline-number">{section.number}</span>
              {section.title}
            </Link>
            {section.can.includes('outline') && <OutlineMenu section={section} outline={outline} />}
          </div>
          <div className="outline-card-facts">
            <SectionStateTag state={section.state} />
            <SectionAssignment section={section} outline={outline}>
              <span>{[section.unitName, section.personName].filter(Boolean).join(' · ') || t('board.nobody')}</span>
            </SectionAssignment>
          </div>
          <div className="outline-card-facts">
            <Due section={section} today={today} />
            {section.comments > 0 && (
              <Link to={`${sectionAddress(report.id, section.id)}?side=comments`}>
                {t('board.comments-open', { count: section.comments })}
              </Link>
            )}
            <small>
              <Changed at={section.updatedAt} />
            </small>
          </div>
        </li>
      ))}
    </ul>
  )
}

import type { WirePublication, WireReport } from '../../../language/wire-reports.ts'
import { formatTime } from '../../kit/format-date.ts'
import { useReportTexts } from './use-report-texts.ts'

/** What can be fetched of a publication, in the order people ask for it. */
const FILES = ['report.docx', 'report.pdf', 'index.html', 'figures.json'] as const

/** The seal of the latest publication with its files, and the earlier ones. */
export function Publications({ report }: { readonly report: WireReport }) {
  const t = useReportTexts()
  const [latest, ...earlier] = report.publications
  if (!latest) return null
  return (
    <section className="card publications" aria-labelledby="publications-title">
      <h2 id="publications-title">{t('publications.title')}</h2>
      {report.publicPath && (
        <p>
          <a href={report.publicPath} target="_blank" rel="noreferrer">
            {t('list.public-page')}
          </a>
        </p>
      )}
      <Publication reportId={report.id} publication={latest} />
      {earlier.length > 0 && (
        <details>
          <summary>
            {t('publications.earlier')} <span className="count">{earlier.length}</span>
          </summary>
          {earlier.map((one) => (
            <Publication key={one.id} reportId={report.id} publication={one} />
          ))}
        </details>
      )}
    </section>
  )
}

interface PublicationProps {
  readonly reportId: string
  readonly publication: WirePublication
}

function Publication({ reportId, publication }: PublicationProps) {
  const t = useReportTexts()
  const files = FILES.flatMap((name) => publication.files.find((one) => one.name === name) ?? [])
  return (
    <div className="publication">
      <p>{t('publications.by', { name: publication.byName, time: formatTime(publication.at) })}</p>
      <p className="publication-seal">
        <small>{t('publications.seal')}</small>
        <code>{publication.hash}</code>
      </p>
      <ul>
        {files.map((file) => (
          <li key={file.name}>
            <a href={`/api/reports/${reportId}/publications/${publication.id}/files/${file.name}`} download>
              {t(`file.${file.name as (typeof FILES)[number]}`)}
            </a>
            <small>{sizeOf(file.size)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}

const sizeOf = (bytes: number) =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`

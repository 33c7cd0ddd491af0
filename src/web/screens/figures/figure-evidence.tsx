import { PaperClipOutlined } from '@ant-design/icons'
import type { WireFigurePage } from '../../../language/wire-figures.ts'
import { fieldServices } from '../../app/field-services.ts'
import { formatTime } from '../../kit/format-date.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** The files that prove an entered value. */
export function FigureEvidence({ page }: { readonly page: WireFigurePage }) {
  const t = useFigureTexts()
  if (page.evidence.length === 0 && !page.figure.entered) return null
  return (
    <section className="card" aria-labelledby="figure-evidence">
      <h2 id="figure-evidence">{t('page.evidence')}</h2>
      {page.evidence.length === 0 && <p className="state-small">{t('page.evidence-none')}</p>}
      <ul className="evidence-list">
        {page.evidence.map((one) => (
          <li key={one.id}>
            <a href={fieldServices.fileAddress(one.file)} download={one.file.name}>
              <PaperClipOutlined aria-hidden /> {one.file.name}
            </a>
            {one.note && <p>{one.note}</p>}
            <small>
              {one.by} · {formatTime(one.at)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

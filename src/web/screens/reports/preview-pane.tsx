import { Button } from 'antd'
import { useState } from 'react'
import { Loading } from '../../kit/loading.tsx'
import { useReportTexts } from './use-report-texts.ts'

/** The report as it would now be printed, beside the board. */
export function PreviewPane({ reportId }: { readonly reportId: string }) {
  const t = useReportTexts()
  const [edition, setEdition] = useState(0)
  const [loaded, setLoaded] = useState(-1)
  const address = `/api/reports/${reportId}/preview.html`
  return (
    <section className="preview-pane" aria-label={t('preview.title')}>
      <div className="preview-tools">
        <h2>{t('preview.title')}</h2>
        <small>{t(loaded === edition ? 'preview.hint' : 'preview.making')}</small>
        <span className="list-tools-gap" />
        <Button size="small" onClick={() => setEdition(edition + 1)} loading={loaded !== edition}>
          {t('preview.again')}
        </Button>
        <a href={address} target="_blank" rel="noreferrer">
          {t('preview.alone')}
        </a>
      </div>
      {loaded !== edition && <Loading rows={8} />}
      {/* The page runs its own script for the cards of figures; without allow-same-origin it reaches nothing of ours. */}
      <iframe
        key={edition}
        title={t('preview.title')}
        src={address}
        sandbox="allow-scripts allow-popups"
        className={loaded === edition ? '' : 'preview-waiting'}
        onLoad={() => setLoaded(edition)}
      />
    </section>
  )
}

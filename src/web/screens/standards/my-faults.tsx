import { useSearchParams } from 'react-router'
import { standardsCatalogue } from '../../app/standards-catalogue.ts'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { FaultList } from './fault-list.tsx'
import { useStandardTexts } from './use-standard-texts.ts'
import './standards.css'

/** Faults of every standard: those that the person is to mend, or all that they may see. */
export function MyFaults() {
  const t = useStandardTexts()
  const { lang } = useLang()
  const [search] = useSearchParams()
  const isMine = search.get('mine') === '1'
  const standards = [...standardsCatalogue.standards.values()]
  return (
    <>
      <PageHeader title={isMine ? t('mine.title') : t('mine.all')} subtitle={t('mine.hint')} />
      {standards.map((standard) => (
        <section key={standard.name} aria-label={standard.label[lang]}>
          {standards.length > 1 && <h2>{standard.label[lang]}</h2>}
          <FaultList standard={standard.name} isMine={isMine} />
        </section>
      ))}
    </>
  )
}

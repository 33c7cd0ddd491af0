import { Fragment } from 'react'
import type { WordDifference } from '../../../language/wire-reports.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useReportTexts } from './use-report-texts.ts'

/** Words that were added and removed; figures by their names. */
export function WordChanges({ words }: { readonly words: readonly WordDifference[] }) {
  const t = useReportTexts()
  const { lang } = useLang()
  const named = (text: string) =>
    text.replace(/〔([^〕]*)〕/g, (_, inside: string) => {
      const code = inside.split(/[@/]/)[0] ?? inside
      return `〔${figuresCatalogue.indicators.get(code)?.label[lang] ?? inside}〕`
    })
  return (
    <span className="word-changes">
      {words.map((word, index) =>
        word.kind === 'added' ? (
          <ins key={index}>
            <span className="sr-only">{t('difference.added')}</span>
            {named(word.text)}
          </ins>
        ) : word.kind === 'removed' ? (
          <del key={index}>
            <span className="sr-only">{t('difference.removed')}</span>
            {named(word.text)}
          </del>
        ) : (
          <Fragment key={index}>{named(shortened(word.text, index === 0, index === words.length - 1))}</Fragment>
        ),
      )}
    </span>
  )
}

const KEPT = 60

/** Of a long passage that stayed the same, what stands next to the changes. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= KEPT * 3) return text
  const start = isFirst ? '' : text.slice(0, KEPT)
  const end = isLast ? '' : text.slice(-KEPT)
  return `${start} … ${end}`
}

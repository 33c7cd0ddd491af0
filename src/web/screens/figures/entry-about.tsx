import { Link } from 'react-router'
import type { WireFigure } from '../../../language/index.ts'
import type { WireEntryBackground } from '../../../language/wire-figures.ts'
import { formatTime } from '../../kit/format-date.ts'
import { readMentions } from '../record/mentions.ts'
import { FigureStep } from './figure-history.tsx'
import { figureAddress } from './figure-places.ts'
import { useFigureTexts } from './use-figure-texts.ts'

interface EntryAboutProps {
  readonly figure: WireFigure
  readonly about: WireEntryBackground['about'][string] | undefined
}

/** What happened to a value and was said about it, folded away; loaded with the form, so that it is there offline. */
export function EntryAbout({ figure, about }: EntryAboutProps) {
  const t = useFigureTexts()
  const count = about ? about.history.length + about.comments.length : 0
  if (!about || count === 0) return null
  return (
    <details className="entry-about">
      <summary>{t('entry.about', { n: count })}</summary>
      {about.comments.map((comment) => (
        <p key={comment.id}>
          <strong>{comment.byName}</strong> <time dateTime={comment.at}>{formatTime(comment.at)}</time>{' '}
          {readMentions(comment.text)
            .map((part) => part.text)
            .join('')}
        </p>
      ))}
      <ol className="trail">
        {about.history.map((entry) => (
          <FigureStep key={entry.id} entry={entry} decimals={figure.decimals} />
        ))}
      </ol>
      <Link to={figureAddress(figure.code, figure.period)}>{t('entry.about-more')}</Link>
    </details>
  )
}

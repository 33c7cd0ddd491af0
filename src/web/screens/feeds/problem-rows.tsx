import type { FeedCounts, FeedProblem } from '../../../language/wire-feeds.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useFeedTexts } from './use-feed-texts.ts'

/** What is wrong with a row, column by column. */
export function Problems({ problems }: { readonly problems: readonly FeedProblem[] }) {
  const { lang } = useLang()
  return (
    <ul className="feed-problems">
      {problems.map(({ column, message }, index) => (
        <li key={index}>
          {column !== null && <strong>{column}</strong>} {message[lang]}
        </li>
      ))}
    </ul>
  )
}

/** A row of the source, as it says itself. */
export function RowTexts({ texts }: { readonly texts: Readonly<Record<string, string>> }) {
  return (
    <span className="feed-texts">
      {Object.entries(texts).map(([column, text]) => (
        <span key={column}>
          <small>{column}</small> {text}
        </span>
      ))}
    </span>
  )
}

const USUAL: readonly (keyof FeedCounts)[] = ['read', 'created', 'changed', 'unchanged', 'wrong']

/** The counts of a run; those that are seldom are shown only where there are some. */
export function Counts({ counts }: { readonly counts: FeedCounts }) {
  const t = useFeedTexts()
  const shown = [...USUAL, ...(['missing', 'retired'] as const).filter((name) => counts[name] > 0)]
  return (
    <span className="feed-counts">
      {shown.map((name) => (
        <span key={name} className={name === 'wrong' && counts.wrong > 0 ? 'feed-wrong' : undefined}>
          {t(`count.${name}`)} <span className="field-number">{counts[name]}</span>
        </span>
      ))}
    </span>
  )
}

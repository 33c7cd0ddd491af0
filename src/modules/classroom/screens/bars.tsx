import type { Bar } from '../wire.ts'

/** How many chose what: a table to whoever listens, bars to whoever looks. */
export function Bars({
  bars,
  of,
  showRight,
}: {
  readonly bars: readonly Bar[]
  readonly of: number
  readonly showRight: boolean
}) {
  return (
    <ul className="class-bars">
      {bars.map(({ key, label, count, right }) => (
        <li key={key} className={showRight && right === true ? 'class-bar-right' : undefined}>
          <span className="class-bar-label">
            {/^[A-Z]$/.test(key) && <b>{key}</b>} {label} {showRight && right === true && <span aria-hidden>✓</span>}
          </span>
          <span className="class-bar-track" aria-hidden>
            <span style={{ width: `${of === 0 ? 0 : (count / of) * 100}%` }} />
          </span>
          <span className="class-bar-count">{count}</span>
        </li>
      ))}
    </ul>
  )
}

/** Words by how many gave them: the larger, the more. */
export function WordCloud({ words }: { readonly words: readonly { readonly word: string; readonly count: number }[] }) {
  const most = Math.max(1, ...words.map(({ count }) => count))
  return (
    <ul className="class-words">
      {words.map(({ word, count }) => (
        <li key={word} style={{ fontSize: `${1 + (count / most) * 2}em` }} title={String(count)}>
          {word}
          <span className="sr-only"> {count}</span>
        </li>
      ))}
    </ul>
  )
}

import type { ReactNode } from 'react'

/** Nothing here yet, and the next step. */
export function EmptyState({
  title,
  isPage = false,
  hint,
  children,
}: {
  readonly title: string
  /** There is nothing else on the page, so that this is its heading. */
  readonly isPage?: boolean
  readonly hint?: string
  readonly children?: ReactNode
}) {
  return (
    <div className="state empty-state">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {hint && <p>{hint}</p>}
      {children && <div className="state-actions">{children}</div>}
    </div>
  )
}

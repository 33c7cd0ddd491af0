import type { ReactNode } from 'react'

/** Nothing here yet, and the next step. */
export function EmptyState({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}) {
  return (
    <div className="state empty-state">
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children && <div className="state-actions">{children}</div>}
    </div>
  )
}

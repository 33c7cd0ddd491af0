import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { Link } from 'react-router'

interface PageHeaderProps {
  readonly title: string
  /** Beside the title: a state, a count. */
  readonly tags?: ReactNode
  readonly subtitle?: ReactNode
  readonly back?: { readonly to: string; readonly text: string } | undefined
  readonly actions?: ReactNode
}

/** The head of every screen: where one is, and what can be done here. */
export function PageHeader({ title, tags, subtitle, back, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · 匠心`
  }, [title])
  return (
    <header className="page-header">
      <div className="page-header-words">
        {back && (
          <Link className="page-header-back" to={back.to}>
            ← {back.text}
          </Link>
        )}
        <div className="page-header-title">
          <h1>{title}</h1>
          {tags}
        </div>
        {subtitle && <p className="page-header-subtitle">{subtitle}</p>}
      </div>
      {actions && <div className="page-header-actions">{actions}</div>}
    </header>
  )
}

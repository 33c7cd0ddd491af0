import { useEffect } from 'react'
import { useViewTexts } from './use-view-texts.ts'

export const VIEWS = ['tree', 'table', 'gantt', 'board', 'calendar', 'duties', 'changes'] as const
export type View = (typeof VIEWS)[number]
export const isView = (text: string | null): text is View => VIEWS.some((view) => view === text)

/** The ways to look at a plan; arrow keys go from one to the next. */
export function ViewTabs({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  const t = useViewTexts()
  // On a phone the row of views is longer than the screen: the one that is open is brought into sight.
  useEffect(() => {
    document.getElementById(`plan-view-${view}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [view])
  const go = (step: number) => {
    const next = VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length]!
    onChange(next)
    document.getElementById(`plan-view-${next}`)?.focus()
  }
  return (
    <div role="tablist" aria-label={t('view.label')} className="tabs plan-views">
      {VIEWS.map((one) => (
        <button
          key={one}
          id={`plan-view-${one}`}
          type="button"
          role="tab"
          aria-selected={one === view}
          tabIndex={one === view ? 0 : -1}
          onClick={() => onChange(one)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') go(1)
            if (event.key === 'ArrowLeft') go(-1)
          }}
        >
          {t(`view.${one}`)}
        </button>
      ))}
    </div>
  )
}

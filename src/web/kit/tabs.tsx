import { useId, useState } from 'react'
import type { ReactNode } from 'react'

interface TabsProps {
  readonly label: string
  /** The key of the tab that is open at first; the first one when absent. */
  readonly start?: string | undefined
  readonly tabs: readonly { readonly key: string; readonly label: string; readonly content: ReactNode }[]
}

/** Tabs of which only the open one is drawn; the arrow keys go from one to the next. */
export function Tabs({ label, tabs, start }: TabsProps) {
  const id = useId()
  const [open, setOpen] = useState(() =>
    Math.max(
      0,
      tabs.findIndex((tab) => tab.key === start),
    ),
  )
  const current = tabs[open] ?? tabs[0]
  function go(to: number) {
    const next = (to + tabs.length) % tabs.length
    setOpen(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={label} className="tabs">
        {tabs.map((tab, index) => (
          <button
            key={tab.key}
            id={`${id}-${index}`}
            type="button"
            role="tab"
            aria-selected={index === open}
            aria-controls={`${id}-panel`}
            tabIndex={index === open ? 0 : -1}
            onClick={() => setOpen(index)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') go(open + 1)
              if (event.key === 'ArrowLeft') go(open - 1)
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`}>
        {current?.content}
      </div>
    </>
  )
}

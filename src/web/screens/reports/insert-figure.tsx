import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { useId, useMemo, useState } from 'react'
import type { FigureReference } from '../../../language/document.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useShownFigures } from './figures-context.tsx'
import { searchIndicators } from './figure-search.ts'
import { StandingTag } from './standing-tag.tsx'
import { useReportTexts } from './use-report-texts.ts'

interface InsertFigureProps {
  /** Where the caret stands on the screen. */
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number }
  readonly start?: string
  readonly onInsert: (reference: FigureReference) => void
  /** `isTyped`: with Escape, so that the character that opened it may be written. */
  readonly onClose: (isTyped: boolean) => void
}

const WIDTH = 440
const HEIGHT = 380

/** Finds an indicator by name, code or other name, and puts its value at the caret. */
export function InsertFigure({ at, start = '', onInsert, onClose }: InsertFigureProps) {
  const t = useReportTexts()
  const { lang } = useLang()
  const id = useId()
  const figures = useShownFigures()
  const [query, setQuery] = useState(start)
  const [chosen, setChosen] = useState(0)
  const hits = useMemo(() => searchIndicators(figuresCatalogue.indicators.values(), query), [query])
  const insert = (code: string | undefined) => code && onInsert({ code, unit: true })

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = Math.max(0, Math.min(hits.length - 1, chosen + step))
      setChosen(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      insert(hits[chosen]?.code)
    } else if (event.key === 'Escape' || (event.key === 'Backspace' && query === '')) {
      event.preventDefault()
      onClose(event.key === 'Escape')
    }
  }

  const left = Math.max(8, Math.min(at.left, innerWidth - WIDTH - 8))
  const isAbove = at.bottom + HEIGHT > innerHeight && at.top > HEIGHT
  const place = isAbove ? { bottom: innerHeight - at.top + 4 } : { top: Math.min(at.bottom + 4, innerHeight - HEIGHT) }
  return (
    <>
      <div className="insert-veil" onMouseDown={() => onClose(false)} aria-hidden />
      <div className="insert-figure" role="dialog" aria-label={t('insert.figure')} style={{ left, ...place }}>
        <Input
          // It opens because a figure is wanted.
          autoFocus
          value={query}
          placeholder={t('insert.search')}
          aria-label={t('insert.search')}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={hits[chosen] ? `${id}-${chosen}` : undefined}
          onChange={(event) => {
            setQuery(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        {hits.length === 0 && <p className="insert-none">{t('insert.none')}</p>}
        <ul id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={t('insert.figure')}>
          {hits.map((indicator, index) => {
            const shown = figures.find({ code: indicator.code, unit: true })
            return (
              <li
                key={indicator.code}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === chosen}
                onMouseMove={() => setChosen(index)}
                onMouseDown={(event) => {
                  event.preventDefault()
                  insert(indicator.code)
                }}
              >
                <span className="insert-label">
                  {indicator.label[lang]}
                  <small>{indicator.code}</small>
                </span>
                <span className="insert-value">
                  {shown.text}
                  <StandingTag standing={shown.standing} />
                </span>
              </li>
            )
          })}
        </ul>
        <p className="insert-keys">{t('insert.keys', { period: figures.period })}</p>
      </div>
    </>
  )
}

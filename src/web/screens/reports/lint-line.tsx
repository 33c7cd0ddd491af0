import type { Editor } from '@tiptap/react'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useShownFigures } from './figures-context.tsx'
import type { BareNumber, KnownFigure } from './lint-numbers.ts'
import { lintNumbers } from './lint-numbers.ts'
import { setMarks } from './range-marks.ts'
import { runsOf } from './text-runs.ts'
import { useReportTexts } from './use-report-texts.ts'

const REST_MS = 600
const SHOWN = 4

/** Numbers typed as text that look like figures: each can become the figure, or be left as it is. */
export function LintLine({ editor }: { readonly editor: Editor }) {
  const t = useReportTexts()
  const { lang } = useLang()
  const figures = useShownFigures()
  const [found, setFound] = useState<readonly BareNumber[]>([])
  const [ignored, setIgnored] = useState<ReadonlySet<string>>(new Set())
  const known = useMemo<readonly KnownFigure[]>(
    () => figures.all.map((one) => ({ ...one, synonyms: figuresCatalogue.indicators.get(one.code)?.synonyms ?? [] })),
    [figures.all],
  )
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const numbers = lintNumbers(runsOf(editor.state.doc), known)
      setFound(numbers)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, REST_MS)
    }
    later()
    editor.on('update', later)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor, known])
  const open = useMemo(() => found.filter((one) => !ignored.has(keyOf(one))), [found, ignored])
  useEffect(() => {
    if (editor.isDestroyed) return
    setMarks(
      editor.view,
      'numbers',
      open.map((one) => ({ from: one.from, to: one.to, className: 'bare-number', id: '' })),
    )
  }, [editor, open])

  const labelOf = (code: string) => figuresCatalogue.indicators.get(code)?.label[lang] ?? code
  function replace(one: BareNumber) {
    editor
      .chain()
      .focus()
      .insertContentAt(
        { from: one.from, to: one.to },
        { type: 'figure', attrs: { code: one.code, unit: one.unit ? true : null } },
      )
      .run()
  }
  if (open.length === 0) return <p className="lint-line lint-clean">{t('lint.clean')}</p>
  return (
    <div className="lint-line" role="status">
      <p>{t('lint.found', { count: open.length })}</p>
      <ul>
        {open.slice(0, SHOWN).map((one) => (
          <li key={`${one.from}-${one.text}`}>
            <button
              type="button"
              className="lint-number"
              onClick={() => editor.chain().focus().setTextSelection(one).scrollIntoView().run()}
            >
              {one.text}
            </button>
            <span>
              {t(one.isSame ? 'lint.same' : 'lint.near', {
                label: labelOf(one.code),
                value: figures.find({ code: one.code, unit: true }).text,
              })}
            </span>
            <Button size="small" onClick={() => replace(one)}>
              {t('lint.insert')}
            </Button>
            <Button
              size="small"
              type="text"
              onClick={() => setIgnored(new Set([...ignored, keyOf(one)]))}
              aria-label={t('lint.ignore-one', { text: one.text })}
            >
              {t('lint.ignore')}
            </Button>
          </li>
        ))}
      </ul>
      {open.length > SHOWN && <small>{t('lint.more', { count: open.length - SHOWN })}</small>}
    </div>
  )
}

const keyOf = (one: BareNumber) => `${one.code} ${one.text}`

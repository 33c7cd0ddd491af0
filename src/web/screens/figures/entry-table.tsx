import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { FileRef, WireFigure } from '../../../language/index.ts'
import type { WirePeriod, WireTable } from '../../../language/wire-figures.ts'
import { viewOf } from '../../../fields/views.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { useUnsavedWarning } from '../../kit/use-unsaved-warning.ts'
import { evidenceField, sendEntry } from './enter-figure.tsx'
import { entryProblem, hintsOf } from './entry-hints.ts'
import { EntryHints } from './entry-hints-view.tsx'
import { FigureNumber } from './figure-number.tsx'
import { FigureStatusTag } from './figure-status.tsx'
import { MarkFigure } from './mark-figure.tsx'
import { useReloadFigures } from './queries.ts'
import { useFigureTexts } from './use-figure-texts.ts'

interface Draft {
  readonly value: string
  readonly note: string
  readonly files: readonly FileRef[]
}

/** The entry form of a table: entered figures are typed here, computed ones stand beside them unchanged. */
export function EntryTable({ data, period }: { readonly data: WireTable; readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const common = useTexts()
  const reload = useReloadFigures()
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setBusy] = useState(false)
  const entered = Object.values(data.figures).filter((figure) => figure.entered)
  const done = entered.filter((figure) => figure.value !== null).length
  const dirty = Object.keys(drafts)
  useUnsavedWarning(dirty.length > 0)

  function change(figure: WireFigure, next: Partial<Draft>) {
    const old = drafts[figure.code] ?? { value: figure.value ?? '', note: '', files: [] }
    const draft = { ...old, ...next }
    const { [figure.code]: _, ...others } = drafts
    const isSame = draft.value === (figure.value ?? '') && draft.note === '' && draft.files.length === 0
    setDrafts(isSame ? others : { ...others, [figure.code]: draft })
    const { [figure.code]: __, ...left } = problems
    setProblems(left)
  }

  async function save() {
    const wrong = dirty.filter((code) => entryProblem(drafts[code]?.value ?? ''))
    if (wrong.length > 0) {
      setProblems(Object.fromEntries(wrong.map((code) => [code, t('entry.invalid')])))
      document.getElementById(`entry-${wrong[0]}`)?.focus()
      return
    }
    setBusy(true)
    const failed: Record<string, string> = {}
    const left = { ...drafts }
    // One after the other: what was saved stays saved when a later one is refused.
    for (const code of dirty) {
      const [figure, draft] = [data.figures[code], drafts[code]]
      if (!figure || !draft) continue
      try {
        await sendEntry(figure, draft.value, draft.note, draft.files)
        delete left[code]
      } catch (error) {
        failed[code] = errorText(error)
      }
    }
    setDrafts(left)
    setProblems(failed)
    const saved = dirty.length - Object.keys(failed).length
    if (saved > 0) void message.success(t('entry.saved', { n: saved }))
    await reload()
    setBusy(false)
  }

  if (entered.length === 0) return <p className="entry-notice">{t('entry.none')}</p>
  return (
    <form
      className="entry-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {period.locked && <p className="entry-notice">{t('entry.locked')}</p>}
      <div className="table-progress">
        <span className="progress-bar" aria-hidden>
          <span className="progress-approved" style={{ width: `${(done / entered.length) * 100}%` }} />
        </span>
        <small>{t('entry.done', { n: done, all: entered.length })}</small>
      </div>
      <ul className="entry-rows">
        {data.table.rows.map((row, index) => {
          const figure = data.figures[row.indicator]
          if (!figure) return null
          const name = row.label[lang]
          return (
            <li key={index} className={`entry-row printed-level-${row.level}`}>
              <div className="entry-name">
                <span className="printed-no">{row.no}</span> {name} <FigureStatusTag figure={figure} />
                {figure.entered && <MarkFigure figure={figure} isSmall />}
              </div>
              {figure.entered && figure.can.includes('enter') ? (
                <EntryCell
                  figure={figure}
                  name={name}
                  draft={drafts[figure.code]}
                  problem={problems[figure.code]}
                  onChange={(next) => change(figure, next)}
                />
              ) : (
                <div className="entry-read">
                  <FigureNumber text={figure.text} unit={figure.unit} />
                  <small>{t(figure.entered ? 'entry.not-yours' : 'entry.computed')}</small>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={dirty.length === 0}>
          {dirty.length > 0 ? t('entry.save', { n: dirty.length }) : common('common.save')}
        </Button>
        {dirty.length > 0 && <span className="form-state">{t('entry.unsaved', { n: dirty.length })}</span>}
      </div>
    </form>
  )
}

interface EntryCellProps {
  readonly figure: WireFigure
  readonly name: string
  readonly draft: Draft | undefined
  readonly problem: string | undefined
  readonly onChange: (next: Partial<Draft>) => void
}

function EntryCell({ figure, name, draft, problem, onChange }: EntryCellProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const id = `entry-${figure.code}`
  const { Input: FilesInput } = viewOf(evidenceField)
  const value = draft?.value ?? figure.value ?? ''
  return (
    <div className="entry-cell">
      <Input
        id={id}
        className="entry-input"
        inputMode="decimal"
        aria-label={t('entry.value-of', { name })}
        value={value}
        suffix={figure.unit[lang]}
        onChange={(event) => onChange({ value: event.target.value })}
        {...(problem ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {})}
      />
      <EntryHints hints={hintsOf(figure, value)} figure={figure} />
      {problem && (
        <p id={`${id}-problem`} className="form-problem" role="alert">
          {problem}
        </p>
      )}
      {draft && (
        <div className="entry-proof">
          <Input
            aria-label={t('entry.note-of', { name })}
            placeholder={t('enter.note')}
            value={draft.note}
            onChange={(event) => onChange({ note: event.target.value })}
            maxLength={1000}
          />
          <div role="group" aria-label={t('entry.evidence-of', { name })}>
            <FilesInput
              id={`${id}-files`}
              field={evidenceField}
              lang={lang}
              value={draft.files}
              onChange={(files) => onChange({ files: files ?? [] })}
            />
          </div>
        </div>
      )}
      {figure.note && <small>{t('page.note', { note: figure.note })}</small>}
    </div>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import type { WireFigure } from '../../../language/index.ts'
import type { WirePeriod, WireTable } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useEntries, useSendEntries } from '../../app/waiting-notice.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useOnline } from '../../kit/use-online.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { useUnsavedWarning } from '../../kit/use-unsaved-warning.ts'
import { EntryAbout } from './entry-about.tsx'
import { EntryCell, type Typed } from './entry-cell.tsx'
import { entryProblem, typedValue } from './entry-hints.ts'
import { brokenBy } from './entry-rules.ts'
import { ChangedFlag, ShownFigure } from './figure-number.tsx'
import { FigureStatusTag } from './figure-status.tsx'
import { MarkFigure } from './mark-figure.tsx'
import { useEntryBackground } from './queries.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/**
 * The entry form of a table: entered figures are typed here, computed ones stand beside them unchanged. What is typed
 * is kept on the device at once and sent when it is saved, or later when there is no connection.
 */
export function EntryTable({ data, period }: { readonly data: WireTable; readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const common = useTexts()
  const isOnline = useOnline()
  const send = useSendEntries()
  const { store, entries } = useEntries()
  const { data: background } = useEntryBackground(data.table.name, period.code)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setBusy] = useState(false)
  const figures = new Map([...(background?.others ?? []), ...Object.values(data.figures)].map((one) => [one.code, one]))
  const own = new Map(entries.filter((one) => isHere(one, data.figures[one.code])).map((one) => [one.code, one]))
  const entered = Object.values(data.figures).filter((figure) => figure.entered)
  const done = entered.filter((figure) => figure.value !== null).length
  const drafts = [...own.values()].filter((one) => one.state === 'draft' || one.state === 'refused')
  useUnsavedWarning(drafts.length > 0 && !store.isKept())

  function change(figure: WireFigure, next: Partial<Typed>) {
    const old = own.get(figure.code)
    const { value, note, files } = { value: old?.value ?? figure.value ?? '', note: '', files: [], ...old, ...next }
    const { code, period: edition, unitId: unit, version } = figure
    if (value === (figure.value ?? '') && note === '' && files.length === 0)
      store.remove({ code, period: edition, unit })
    else
      store.put({
        code,
        period: edition,
        unit,
        table: data.table.name,
        value,
        note,
        files,
        state: 'draft',
        // What was seen when typing began: a value that changed since is shown beside this one, not written over.
        version: old?.state === 'draft' ? old.version : version,
        before: old?.state === 'draft' ? old.before : figure.value,
      })
    const { [code]: _, ...left } = problems
    setProblems(left)
  }

  async function save() {
    const wrong = drafts.filter((one) => entryProblem(one.value)).map((one) => one.code)
    setProblems(Object.fromEntries(wrong.map((code) => [code, t('entry.invalid')])))
    if (wrong.length > 0) {
      document.getElementById(`entry-${wrong[0]}`)?.focus()
      return
    }
    for (const { problem: _, ...one } of drafts) store.put({ ...one, value: typedValue(one.value), state: 'waiting' })
    if (!isOnline) return
    setBusy(true)
    await send().finally(() => setBusy(false))
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
          const isMine = figure.entered && (figure.can.includes('enter') || own.has(figure.code))
          return (
            <li key={index} className={`entry-row printed-level-${row.level}`}>
              <div className="entry-name">
                <span className="printed-no">{row.no}</span> {name} <FigureStatusTag figure={figure} />
                {figure.entered && <MarkFigure figure={figure} isSmall />}
                {figure.entered && <EntryAbout figure={figure} about={background?.about[figure.code]} />}
              </div>
              {isMine ? (
                <EntryCell
                  figure={figure}
                  name={name}
                  entry={own.get(figure.code)}
                  store={store}
                  problem={problems[figure.code]}
                  broken={brokenBy(figuresCatalogue.rules, figures, figure.code, (code) => own.get(code)?.value)}
                  onChange={(next) => change(figure, next)}
                />
              ) : (
                <div className="entry-read">
                  <span>
                    <ShownFigure figure={figure} hasUnit /> <ChangedFlag figure={figure} isShort />
                  </span>
                  <small>{t(figure.entered ? 'entry.not-yours' : 'entry.computed')}</small>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={drafts.length === 0}>
          {drafts.length > 0
            ? t(isOnline ? 'entry.save' : 'entry.save-offline', { n: drafts.length })
            : common('common.save')}
        </Button>
        {drafts.length > 0 && (
          <span className="form-state">{t(store.isKept() ? 'entry.kept' : 'entry.unsaved', { n: drafts.length })}</span>
        )}
      </div>
    </form>
  )
}

const isHere = (entry: { readonly period: string; readonly unit: string }, figure: WireFigure | undefined) =>
  figure !== undefined && figure.period === entry.period && figure.unitId === entry.unit

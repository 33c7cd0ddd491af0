import { Input } from 'antd'
import type { WireFigure } from '../../../language/index.ts'
import { viewOf } from '../../../fields/views.ts'
import type { EntryStore, WaitingEntry } from '../../app/waiting-entries.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useOnline } from '../../kit/use-online.ts'
import { evidenceField } from './enter-figure.tsx'
import { hintsOf } from './entry-hints.ts'
import { EntryHints } from './entry-hints-view.tsx'
import type { Broken } from './entry-rules.ts'
import { EntryState } from './entry-state.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

/** What of an entry is typed by a person. */
export type Typed = Pick<WaitingEntry, 'value' | 'note' | 'files'>

interface EntryCellProps {
  readonly figure: WireFigure
  readonly name: string
  readonly entry: WaitingEntry | undefined
  readonly store: EntryStore
  readonly problem: string | undefined
  readonly broken: readonly Broken[]
  readonly onChange: (next: Partial<Typed>) => void
}

/** The field of one entered figure, with all that judges it. */
export function EntryCell({ figure, name, entry, store, problem, broken, onChange }: EntryCellProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const isOnline = useOnline()
  const id = `entry-${figure.code}`
  const { Input: FilesInput } = viewOf(evidenceField)
  const value = entry?.value ?? figure.value ?? ''
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
      {broken.map(({ rule, verdict }) => (
        <p key={rule.name} className="entry-broken">
          {t('entry.broken', { rule: rule.label[lang], found: verdict.explanation[lang] })}
        </p>
      ))}
      {problem && (
        <p id={`${id}-problem`} className="form-problem" role="alert">
          {problem}
        </p>
      )}
      {entry && <EntryState figure={figure} entry={entry} store={store} />}
      {entry && entry.state !== 'conflict' && (
        <div className="entry-proof">
          <Input
            aria-label={t('entry.note-of', { name })}
            placeholder={t('enter.note')}
            value={entry.note}
            onChange={(event) => onChange({ note: event.target.value })}
            maxLength={1000}
          />
          {isOnline ? (
            <div role="group" aria-label={t('entry.evidence-of', { name })}>
              <FilesInput
                id={`${id}-files`}
                field={evidenceField}
                lang={lang}
                value={entry.files}
                onChange={(files) => onChange({ files: files ?? [] })}
              />
            </div>
          ) : (
            <small>{t('entry.files-offline')}</small>
          )}
        </div>
      )}
      {figure.note && <small>{t('page.note', { note: figure.note })}</small>}
    </div>
  )
}

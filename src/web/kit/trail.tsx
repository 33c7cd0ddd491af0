import type { Fields, WireHistory } from '../../language/index.ts'
import { FieldValue, isEmpty } from './field-value.tsx'
import { formatTime } from './format-date.ts'
import { StatusTag } from './status-tag.tsx'
import { actionText } from './text-of.ts'
import { useLang } from './use-lang.tsx'
import { useTexts } from './use-texts.ts'

interface TrailProps {
  readonly history: readonly WireHistory[]
  /** Labels and shows values by kind; others appear as they are. */
  readonly fields: Fields
  /** Records of a register without a lifecycle have but one state, which is not worth telling. */
  readonly hasStates?: boolean
}

/** Who did what, when and why: newest first, with each changed value before → after. */
export function Trail({ history, fields, hasStates = true }: TrailProps) {
  const { lang } = useLang()
  const t = useTexts()
  return (
    <ol className="trail" aria-label={t('record.history')}>
      {history.map((entry) => (
        <li key={entry.id}>
          <div className="trail-head">
            <strong>{actionText(entry.action, lang)}</strong>
            <span>{entry.actorName}</span>
            <time dateTime={entry.at}>{formatTime(entry.at)}</time>
          </div>
          {entry.reason && <p className="trail-reason">{t('trail.reason', { reason: entry.reason })}</p>}
          <Changes entry={entry} fields={fields} hasStates={hasStates} />
        </li>
      ))}
    </ol>
  )
}

function Changes({
  entry,
  fields,
  hasStates,
}: { readonly entry: WireHistory } & Pick<TrailProps, 'fields' | 'hasStates'>) {
  const { lang } = useLang()
  const t = useTexts()
  const names = changedNames(entry)
  const shown = names.filter((name) => name in fields || (name === 'state' && hasStates))
  if (shown.length === 0) return null
  const isNew = entry.before === null
  const list = (
    <dl className="trail-changes">
      {shown.map((name) => (
        <div key={name}>
          <dt>{fields[name]?.label[lang] ?? t('field.state')}</dt>
          <dd>
            {!isNew && (
              <>
                <del>
                  <Value name={name} value={entry.before?.[name]} fields={fields} />
                </del>
                <span aria-label={t('trail.became')}> → </span>
              </>
            )}
            <Value name={name} value={entry.after?.[name]} fields={fields} />
          </dd>
        </div>
      ))}
    </dl>
  )
  if (!isNew && shown.length <= 8) return list
  return (
    <details className="trail-more">
      <summary>{t('trail.values', { n: shown.length })}</summary>
      {list}
    </details>
  )
}

function Value({ name, value, fields }: { readonly name: string; readonly value: unknown; readonly fields: Fields }) {
  const field = fields[name]
  if (name === 'state' && typeof value === 'string') return <StatusTag state={value} />
  return field ? <FieldValue field={field} value={value} /> : <span>{String(value ?? '—')}</span>
}

/** The fields whose value differs between before and after. */
export function changedNames(entry: Pick<WireHistory, 'before' | 'after'>): string[] {
  const names = new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])
  return [...names].filter((name) => {
    const before = entry.before?.[name]
    const after = entry.after?.[name]
    if (isEmpty(before) && isEmpty(after)) return false
    return JSON.stringify(before ?? null) !== JSON.stringify(after ?? null)
  })
}

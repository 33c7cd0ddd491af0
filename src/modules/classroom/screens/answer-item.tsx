import { useState } from 'react'
import type { PresentedItem } from '../../item-bank/index.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

interface AnswerItemProps {
  readonly item: PresentedItem
  /** What was answered before. */
  readonly given: unknown
  readonly isOpen: boolean
  readonly onAnswer: (answer: unknown) => void
}

const textsOf = (given: unknown): readonly string[] =>
  Array.isArray(given) ? given.filter((one) => typeof one === 'string') : []

/** A question on the phone, answered by thumb. */
export function AnswerItem({ item, given, isOpen, onAnswer }: AnswerItemProps) {
  const t = useClassroomTexts()
  const [draft, setDraft] = useState<unknown>(given)
  const send = (label = t(given === undefined ? 'phone.send' : 'phone.send-again')) =>
    isOpen && (
      <button
        type="button"
        className="seat-send"
        disabled={draft === undefined || draft === '' || JSON.stringify(draft) === JSON.stringify(given)}
        onClick={() => onAnswer(draft)}
      >
        {label}
      </button>
    )
  switch (item.kind) {
    case 'single':
      return (
        <div className="seat-options" role="group" aria-label={item.stem}>
          {item.options.map(({ key, text }) => (
            <button
              key={key}
              type="button"
              aria-pressed={given === key}
              disabled={!isOpen}
              onClick={() => onAnswer(key)}
            >
              <b>{key}</b> {text}
            </button>
          ))}
        </div>
      )
    case 'multiple': {
      const chosen = textsOf(draft)
      return (
        <>
          <div className="seat-options" role="group" aria-label={item.stem}>
            {item.options.map(({ key, text }) => (
              <button
                key={key}
                type="button"
                aria-pressed={chosen.includes(key)}
                disabled={!isOpen}
                onClick={() =>
                  setDraft(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key].toSorted())
                }
              >
                <b>{key}</b> {text}
              </button>
            ))}
          </div>
          {send()}
        </>
      )
    }
    case 'blanks':
      return (
        <>
          {Array.from({ length: item.blanks }, (_, i) => (
            <label key={i} className="seat-field">
              {t('phone.blank', { n: i + 1 })}
              <input
                value={textsOf(draft)[i] ?? ''}
                disabled={!isOpen}
                onChange={(event) =>
                  setDraft(
                    Array.from({ length: item.blanks }, (_one, n) =>
                      n === i ? event.target.value : (textsOf(draft)[n] ?? ''),
                    ),
                  )
                }
              />
            </label>
          ))}
          {send()}
        </>
      )
    case 'number':
    case 'short':
      return (
        <>
          <label className="seat-field">
            {t(item.kind === 'number' ? 'phone.number' : 'phone.text')} {item.kind === 'number' && item.unit}
            {item.kind === 'number' ? (
              <input
                inputMode="decimal"
                value={typeof draft === 'string' ? draft : ''}
                disabled={!isOpen}
                onChange={(event) => setDraft(event.target.value)}
              />
            ) : (
              <textarea
                rows={4}
                value={typeof draft === 'string' ? draft : ''}
                disabled={!isOpen}
                onChange={(event) => setDraft(event.target.value)}
              />
            )}
          </label>
          {send()}
        </>
      )
    case 'order': {
      const placed = textsOf(draft).length > 0 ? textsOf(draft) : item.entries
      return (
        <>
          <ol className="seat-order">
            {placed.map((entry, i) => (
              <li key={entry}>
                <span>
                  <b>{i + 1}</b> {entry}
                </span>
                <button
                  type="button"
                  aria-label={`${t('phone.up')} ${entry}`}
                  disabled={!isOpen || i === 0}
                  onClick={() => setDraft(placed.toSpliced(i - 1, 2, entry, placed[i - 1]!))}
                >
                  ↑
                </button>
              </li>
            ))}
          </ol>
          {send()}
        </>
      )
    }
    case 'match': {
      const joined = typeof draft === 'object' && draft !== null ? (draft as Readonly<Record<string, string>>) : {}
      return (
        <>
          {item.left.map((left) => (
            <label key={left} className="seat-field">
              {left}
              <select
                value={joined[left] ?? ''}
                disabled={!isOpen}
                onChange={(event) => setDraft({ ...joined, [left]: event.target.value })}
              >
                <option value="" disabled>
                  {t('phone.choose')}
                </option>
                {item.right.map((right) => (
                  <option key={right}>{right}</option>
                ))}
              </select>
            </label>
          ))}
          {send()}
        </>
      )
    }
  }
}

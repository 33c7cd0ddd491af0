import type { PresentedItem } from '../../item-bank/index.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** An item as it is asked, answered within a form. */
export function AnswerField({
  item,
  value,
  disabled,
  onChange,
}: {
  readonly item: PresentedItem
  readonly value: unknown
  readonly disabled: boolean
  readonly onChange: (value: unknown) => void
}) {
  const t = useCourseworkTexts()
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const chosen = item.kind === 'single' ? [value] : textsOf(value)
      return (
        <div className="answer-options" role="group" aria-label={item.stem}>
          {item.options.map(({ key, text }) => (
            <button
              key={key}
              type="button"
              disabled={disabled}
              aria-pressed={chosen.includes(key)}
              onClick={() =>
                onChange(
                  item.kind === 'single'
                    ? key
                    : chosen.includes(key)
                      ? chosen.filter((one) => one !== key)
                      : [...chosen, key].toSorted(),
                )
              }
            >
              <b>{key}</b> {text}
            </button>
          ))}
        </div>
      )
    }
    case 'blanks': {
      const texts = Array.from({ length: item.blanks }, (_, i) => textsOf(value)[i] ?? '')
      return (
        <div className="answer-fields">
          {texts.map((text, i) => (
            <input
              key={i}
              aria-label={t('blank', { n: i + 1 })}
              placeholder={t('blank', { n: i + 1 })}
              disabled={disabled}
              value={text}
              onChange={({ target }) => onChange(texts.with(i, target.value))}
            />
          ))}
        </div>
      )
    }
    case 'number':
      return (
        <div className="answer-fields">
          <input
            inputMode="decimal"
            aria-label={t('your-number')}
            placeholder={t('your-number')}
            disabled={disabled}
            value={typeof value === 'string' ? value : ''}
            onChange={({ target }) => onChange(target.value)}
          />
          {item.unit}
        </div>
      )
    case 'short':
      return (
        <textarea
          rows={5}
          aria-label={item.stem}
          disabled={disabled}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    case 'order': {
      const placed = textsOf(value).length === item.entries.length ? textsOf(value) : item.entries
      return (
        <ol className="answer-order">
          {placed.map((entry, i) => (
            <li key={entry}>
              <span>
                <b>{i + 1}</b> {entry}
              </span>
              <button
                type="button"
                aria-label={`${t('up')} ${entry}`}
                disabled={disabled || i === 0}
                onClick={() => onChange(placed.toSpliced(i - 1, 2, entry, placed[i - 1]!))}
              >
                ↑
              </button>
            </li>
          ))}
        </ol>
      )
    }
    case 'match': {
      const joined = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, string>>) : {}
      return (
        <div className="answer-match">
          {item.left.map((left) => (
            <label key={left}>
              <span>{left}</span>
              <select
                disabled={disabled}
                value={joined[left] ?? ''}
                onChange={({ target }) => onChange({ ...joined, [left]: target.value })}
              >
                <option value="">{t('choose')}</option>
                {item.right.map((right) => (
                  <option key={right}>{right}</option>
                ))}
              </select>
            </label>
          ))}
        </div>
      )
    }
  }
}

import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { aroundBlanks, type Item, type Option } from '../item/item.ts'
import { useItemTexts } from './use-item-texts.ts'

interface PartsProps {
  readonly item: Item
  readonly onChange: (item: Item) => void
  readonly problemOf: (field: string) => string | undefined
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const joined = (texts: readonly string[]) => texts.join(' | ')
const split = (text: string) => text.split(/[|｜]/).map((one) => one.trim())

/** What an item of its kind has besides the question: options, blanks, a value, an order. */
export function ItemParts({ item, onChange, problemOf }: PartsProps) {
  const t = useItemTexts()
  const credit = (of: readonly string[], value: string, set: (value: string) => void) => (
    <FormRow id="item-credit" label={t('credit')}>
      <Select
        id="item-credit"
        value={value}
        onChange={set}
        options={of.map((one) => ({ value: one, label: t(`credit.${one as 'all'}`) }))}
      />
    </FormRow>
  )
  const share = (value: 'all' | 'share', set: (value: 'all' | 'share') => void) =>
    credit(['share', 'all'], value, (next) => set(next as 'all' | 'share'))
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const right = item.kind === 'single' ? [item.right] : item.right
      const set = (options: readonly Option[], keys: readonly string[]) =>
        onChange(
          item.kind === 'single' ? { ...item, options, right: keys[0] ?? '' } : { ...item, options, right: keys },
        )
      return (
        <>
          <FormRow
            id="item-options"
            label={t('options')}
            help={t('options-help')}
            problem={problemOf('options') ?? problemOf('right')}
            isRequired
            isWide
          >
            <ul className="item-parts" id="item-options">
              {item.options.map(({ key, text }, i) => (
                <li key={key}>
                  {item.kind === 'single' ? (
                    <Radio
                      checked={right.includes(key)}
                      aria-label={t('option-right', { key })}
                      onChange={() => set(item.options, [key])}
                    >
                      {key}
                    </Radio>
                  ) : (
                    <Checkbox
                      checked={right.includes(key)}
                      aria-label={t('option-right', { key })}
                      onChange={({ target }) =>
                        set(
                          item.options,
                          item.options
                            .map((option) => option.key)
                            .filter((one) => (one === key ? target.checked : right.includes(one))),
                        )
                      }
                    >
                      {key}
                    </Checkbox>
                  )}
                  <Input
                    aria-label={t('option-text', { key })}
                    value={text}
                    onChange={({ target }) =>
                      set(
                        item.options.map((option) => (option.key === key ? { key, text: target.value } : option)),
                        right,
                      )
                    }
                  />
                  <Button
                    type="text"
                    disabled={item.options.length <= 2}
                    onClick={() => {
                      const rest = item.options.toSpliced(i, 1)
                      const keys = rest.flatMap((option, n) => (right.includes(option.key) ? [LETTERS[n]!] : []))
                      set(
                        rest.map((option, n) => ({ key: LETTERS[n]!, text: option.text })),
                        keys,
                      )
                    }}
                  >
                    {t('remove')}
                  </Button>
                </li>
              ))}
            </ul>
            <Button
              disabled={item.options.length >= LETTERS.length}
              onClick={() => set([...item.options, { key: LETTERS[item.options.length]!, text: '' }], right)}
            >
              {t('add')}
            </Button>
          </FormRow>
          {item.kind === 'multiple' &&
            credit(['right-only', 'half', 'minus-wrong', 'all'], item.credit, (next) =>
              onChange({ ...item, credit: next as typeof item.credit }),
            )}
        </>
      )
    }
    case 'blanks': {
      const count = aroundBlanks(item.stem).length - 1
      const blanks = Array.from({ length: count }, (_, i) => item.blanks[i] ?? [''])
      return (
        <>
          <FormRow
            id="item-blanks"
            label={t('blanks')}
            help={t('blank-help')}
            problem={problemOf('blanks')}
            isRequired
            isWide
          >
            {count === 0 && <p>{t('blanks-none')}</p>}
            {blanks.map((accepted, i) => (
              <Input
                key={i}
                prefix={t('blank', { n: i + 1 })}
                aria-label={t('blank', { n: i + 1 })}
                value={joined(accepted)}
                onChange={({ target }) =>
                  onChange({ ...item, blanks: blanks.map((one, n) => (n === i ? split(target.value) : one)) })
                }
              />
            ))}
          </FormRow>
          <FormRow id="item-folding" label={t('folding')}>
            <div id="item-folding">
              {(['width', 'case', 'space'] as const).map((what) => (
                <Checkbox
                  key={what}
                  checked={item.folding[what]}
                  onChange={({ target }) => onChange({ ...item, folding: { ...item.folding, [what]: target.checked } })}
                >
                  {t(`folding.${what}`)}
                </Checkbox>
              ))}
            </div>
          </FormRow>
          {share(item.credit, (next) => onChange({ ...item, credit: next }))}
        </>
      )
    }
    case 'number':
      return (
        <>
          <FormRow id="item-value" label={t('value')} problem={problemOf('value')} isRequired>
            <Input
              id="item-value"
              inputMode="decimal"
              value={item.value}
              onChange={({ target }) => onChange({ ...item, value: target.value.trim() })}
            />
          </FormRow>
          <FormRow id="item-unit" label={t('unit')}>
            <Input
              id="item-unit"
              value={item.unit ?? ''}
              maxLength={20}
              onChange={({ target }) => onChange({ ...item, unit: target.value.trim() || null })}
            />
          </FormRow>
          <FormRow id="item-tolerance" label={t('tolerance')} problem={problemOf('tolerance')}>
            <div className="item-tolerance">
              <Select
                aria-label={t('tolerance')}
                value={item.tolerance.kind}
                onChange={(kind) => onChange({ ...item, tolerance: { ...item.tolerance, kind } })}
                options={(['absolute', 'relative'] as const).map((kind) => ({
                  value: kind,
                  label: t(`tolerance.${kind}`),
                }))}
              />
              <Input
                id="item-tolerance"
                inputMode="decimal"
                value={item.tolerance.amount}
                onChange={({ target }) =>
                  onChange({ ...item, tolerance: { ...item.tolerance, amount: target.value.trim() } })
                }
              />
            </div>
          </FormRow>
        </>
      )
    case 'order':
      return (
        <>
          <FormRow
            id="item-entries"
            label={t('entries')}
            help={t('entries-help')}
            problem={problemOf('entries')}
            isRequired
            isWide
          >
            <ul className="item-parts" id="item-entries">
              {item.entries.map((entry, i) => (
                <li key={i}>
                  <Input
                    prefix={`${i + 1}`}
                    aria-label={t('entry', { n: i + 1 })}
                    value={entry}
                    onChange={({ target }) => onChange({ ...item, entries: item.entries.with(i, target.value) })}
                  />
                  <Button
                    type="text"
                    disabled={item.entries.length <= 2}
                    onClick={() => onChange({ ...item, entries: item.entries.toSpliced(i, 1) })}
                  >
                    {t('remove')}
                  </Button>
                </li>
              ))}
            </ul>
            <Button onClick={() => onChange({ ...item, entries: [...item.entries, ''] })}>{t('add')}</Button>
          </FormRow>
          {share(item.credit, (next) => onChange({ ...item, credit: next }))}
        </>
      )
    case 'match':
      return (
        <>
          <FormRow id="item-pairs" label={t('pairs')} problem={problemOf('pairs')} isRequired isWide>
            <ul className="item-parts" id="item-pairs">
              {item.pairs.map(([left, right], i) => (
                <li key={i}>
                  <Input
                    aria-label={t('left', { n: i + 1 })}
                    value={left}
                    onChange={({ target }) => onChange({ ...item, pairs: item.pairs.with(i, [target.value, right]) })}
                  />
                  <span aria-hidden>—</span>
                  <Input
                    aria-label={t('right', { n: i + 1 })}
                    value={right}
                    onChange={({ target }) => onChange({ ...item, pairs: item.pairs.with(i, [left, target.value]) })}
                  />
                  <Button
                    type="text"
                    disabled={item.pairs.length <= 1}
                    onClick={() => onChange({ ...item, pairs: item.pairs.toSpliced(i, 1) })}
                  >
                    {t('remove')}
                  </Button>
                </li>
              ))}
            </ul>
            <Button onClick={() => onChange({ ...item, pairs: [...item.pairs, ['', '']] })}>{t('add')}</Button>
          </FormRow>
          <FormRow
            id="item-distractors"
            label={t('distractors')}
            help={t('distractors-help')}
            problem={problemOf('distractors')}
            isWide
          >
            <Input
              id="item-distractors"
              value={joined(item.distractors)}
              onChange={({ target }) =>
                onChange({ ...item, distractors: target.value === '' ? [] : split(target.value) })
              }
            />
          </FormRow>
          {share(item.credit, (next) => onChange({ ...item, credit: next }))}
        </>
      )
    case 'short':
      return (
        <>
          <FormRow
            id="item-keywords"
            label={t('keywords')}
            help={t('keywords-help')}
            problem={problemOf('keywords')}
            isWide
          >
            <Input.TextArea
              id="item-keywords"
              autoSize={{ minRows: 2, maxRows: 10 }}
              value={item.keywords.map(joined).join('\n')}
              onChange={({ target }) =>
                onChange({ ...item, keywords: target.value === '' ? [] : target.value.split('\n').map(split) })
              }
            />
          </FormRow>
          <FormRow id="item-sample" label={t('sample')} isWide>
            <Input.TextArea
              id="item-sample"
              autoSize={{ minRows: 2, maxRows: 10 }}
              value={item.sample ?? ''}
              onChange={({ target }) => onChange({ ...item, sample: target.value === '' ? null : target.value })}
            />
          </FormRow>
        </>
      )
  }
}

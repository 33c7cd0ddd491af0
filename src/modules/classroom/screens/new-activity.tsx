import { Button, Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ActivityKind } from '../wire.ts'
import { BankPicker } from './bank-picker.tsx'
import { rubricOf } from './rubric-lines.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

const KINDS = [
  'quiz',
  'poll',
  'words',
  'pick',
  'groups',
  'board',
  'practice',
] as const satisfies readonly ActivityKind[]
type Kind = (typeof KINDS)[number]

type Make = (activity: object, open: boolean) => Promise<boolean>

/** One tap for each kind of activity; what needs words asks for them. */
export function NewActivityBar({
  onMake,
  here,
  course,
}: {
  readonly onMake: Make
  readonly here: number
  readonly course: string
}) {
  const t = useClassroomTexts()
  const [kind, setKind] = useState<Kind>()
  return (
    <div className="remote-new" role="group" aria-label={t('remote.activities')}>
      {KINDS.map((one) => (
        <Button
          key={one}
          size="large"
          disabled={one === 'pick' && here === 0}
          onClick={() => (one === 'pick' ? void onMake({ kind: 'pick' }, true) : setKind(one))}
        >
          {t(`kind.${one}`)}
        </Button>
      ))}
      {kind && (
        <NewActivity
          key={kind}
          kind={kind}
          here={here}
          course={course}
          onClose={() => setKind(undefined)}
          onMake={onMake}
        />
      )}
    </div>
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function NewActivity({
  kind,
  here,
  course,
  onClose,
  onMake,
}: {
  readonly kind: Kind
  readonly here: number
  readonly course: string
  readonly onClose: () => void
  readonly onMake: Make
}) {
  const t = useClassroomTexts()
  const [title, setTitle] = useState('')
  const [lines, setLines] = useState('')
  const [options, setOptions] = useState<readonly string[]>(['', '', '', ''])
  const [right, setRight] = useState<readonly number[]>([])
  const [many, setMany] = useState(false)
  const [count, setCount] = useState(Math.max(2, Math.round(here / 6)))
  const [by, setBy] = useState<'number' | 'mastery'>('number')
  const [rubric, setRubric] = useState('')
  const [isFromBank, setFromBank] = useState(false)
  const [items, setItems] = useState<readonly string[]>([])
  const rows = rubricOf(rubric)
  const wrongRow = rows.find((row) => typeof row === 'string')

  function activity(): object {
    if (kind === 'quiz' && isFromBank) return { kind, items }
    if (kind === 'quiz') {
      const filled = options.flatMap((text, i) => (text.trim() === '' ? [] : [{ text: text.trim(), i }]))
      return {
        kind,
        quick: [
          {
            stem: title,
            options: filled.map(({ text }) => text),
            right: filled.flatMap(({ i }, at) => (right.includes(i) ? [at] : [])),
          },
        ],
      }
    }
    if (kind === 'poll') return { kind, title, options: linesOf(lines), many }
    if (kind === 'groups') return { kind, count, by }
    if (kind === 'practice') return { kind, title, steps: linesOf(lines), rubric: rows }
    return { kind, title }
  }
  const isReady =
    kind === 'groups' ||
    (isFromBank && items.length > 0) ||
    (!isFromBank &&
      title.trim() !== '' &&
      (kind !== 'quiz' ||
        (options.filter((one) => one.trim() !== '').length >= 2 && right.some((i) => options[i]?.trim()))) &&
      (kind !== 'poll' || linesOf(lines).length >= 2) &&
      (kind !== 'practice' || (linesOf(lines).length > 0 && wrongRow === undefined)))
  const make = async (open: boolean) => {
    if (await onMake(activity(), open)) onClose()
  }
  return (
    <Modal
      open
      title={t(`kind.${kind}`)}
      onCancel={onClose}
      footer={
        <>
          {kind !== 'groups' && (
            <Button disabled={!isReady} onClick={() => void make(false)}>
              {t('new.later')}
            </Button>
          )}
          <Button type="primary" disabled={!isReady} onClick={() => void make(true)}>
            {t('new.start')}
          </Button>
        </>
      }
    >
      {kind === 'quiz' && (
        <div className="remote-sides" role="group" aria-label={t('kind.quiz')}>
          <button type="button" aria-pressed={!isFromBank} onClick={() => setFromBank(false)}>
            {t('bank.own')}
          </button>
          <button type="button" aria-pressed={isFromBank} onClick={() => setFromBank(true)}>
            {t('bank.bank')} {items.length > 0 && t('bank.chosen', { n: items.length })}
          </button>
        </div>
      )}
      {isFromBank && <BankPicker course={course} chosen={items} onChoose={setItems} />}
      {kind !== 'groups' && !isFromBank && <Title kind={kind} value={title} onChange={setTitle} />}
      {kind === 'quiz' && !isFromBank && (
        <>
          <p className="class-hint">{t('new.right-hint')}</p>
          {options.map((option, i) => {
            const key = String.fromCodePoint(65 + i)
            return (
              <div key={key} className="remote-option">
                <Checkbox
                  aria-label={`${t('new.option', { key })} ${t('new.right')}`}
                  checked={right.includes(i)}
                  onChange={(event) =>
                    setRight(event.target.checked ? [...right, i] : right.filter((one) => one !== i))
                  }
                />
                <Input
                  aria-label={t('new.option', { key })}
                  prefix={key}
                  value={option}
                  maxLength={300}
                  onChange={(event) => setOptions(options.with(i, event.target.value))}
                />
              </div>
            )
          })}
          {options.length < 8 && (
            <Button type="link" onClick={() => setOptions([...options, ''])}>
              {t('new.add-option')}
            </Button>
          )}
        </>
      )}
      {(kind === 'poll' || kind === 'practice') && (
        <label className="class-field">
          {t(kind === 'poll' ? 'new.poll-options' : 'new.steps')}
          <Input.TextArea rows={5} value={lines} onChange={(event) => setLines(event.target.value)} />
        </label>
      )}
      {kind === 'poll' && (
        <Checkbox checked={many} onChange={(event) => setMany(event.target.checked)}>
          {t('new.many')}
        </Checkbox>
      )}
      {kind === 'practice' && (
        <label className="class-field">
          {t('new.rubric')}
          <Input.TextArea
            rows={3}
            placeholder={t('new.rubric-example')}
            value={rubric}
            onChange={(event) => setRubric(event.target.value)}
          />
          {wrongRow !== undefined && <em role="alert">{t('new.rubric-wrong', { line: wrongRow })}</em>}
        </label>
      )}
      {kind === 'groups' && (
        <>
          <label className="class-field">
            {t('new.groups-count')}
            <InputNumber min={2} max={30} value={count} onChange={(value) => setCount(value ?? 2)} />
          </label>
          <label className="class-field">
            {t('new.groups-by')}
            <Select
              value={by}
              onChange={setBy}
              options={[
                { value: 'number', label: t('new.by-number') },
                { value: 'mastery', label: t('new.by-mastery') },
              ]}
            />
          </label>
        </>
      )}
    </Modal>
  )
}

const TITLES = {
  quiz: 'new.stem',
  poll: 'new.poll-question',
  words: 'new.words-question',
  board: 'new.board-title',
  practice: 'new.practice-title',
  pick: 'new.title',
  groups: 'new.title',
} as const satisfies Readonly<Record<Kind, string>>

function Title({
  kind,
  value,
  onChange,
}: {
  readonly kind: Kind
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const t = useClassroomTexts()
  const common = { autoFocus: true, value }
  return (
    <label className="class-field">
      {t(TITLES[kind])}
      {kind === 'quiz' ? (
        <Input.TextArea
          {...common}
          rows={2}
          maxLength={1000}
          placeholder={t('new.stem-example')}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          {...common}
          maxLength={80}
          placeholder={kind === 'words' ? t('new.words-example') : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </label>
  )
}

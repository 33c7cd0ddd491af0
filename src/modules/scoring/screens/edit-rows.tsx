import { Button, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { ScoreRule, Weight } from '../../../language/scoring.ts'
import type { ItemValue } from '../inside/values.ts'
import { useScoringTexts } from './use-scoring-texts.ts'

interface RowsProps<R> {
  readonly rows: readonly R[]
  readonly blank: R
  readonly onChange: (rows: R[]) => void
  readonly render: (row: R, change: (next: R) => void, n: number) => ReactNode
}

/** Lines of one kind, added and removed. */
function Rows<R>({ rows, blank, onChange, render }: RowsProps<R>) {
  const t = useScoringTexts()
  return (
    <div className="score-rows">
      {rows.map((row, i) => (
        // Rows have no identity but their place.
        <div className="score-row" key={i}>
          {render(row, (next) => onChange(rows.with(i, next)), i + 1)}
          <Button aria-label={t('edit.remove', { n: i + 1 })} onClick={() => onChange(rows.toSpliced(i, 1))}>
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, blank])}>{t('edit.add')}</Button>
    </div>
  )
}

type Of<K extends ScoreRule['by']> = Extract<ScoreRule, { by: K }>
interface EditProps {
  readonly value: ItemValue
  readonly onChange: (value: ItemValue) => void
}

/** The results that are claimed: level, rank, extras, name. */
export function EditResults({ rule, value, onChange }: EditProps & { readonly rule: Of<'results'> }) {
  const t = useScoringTexts()
  const { lang } = useLang()
  const options = (of: Readonly<Record<string, Weight>>) =>
    Object.entries(of).map(([key, { label, weight }]) => ({ value: key, label: `${label[lang]}（${weight}）` }))
  return (
    <Rows
      rows={value.claims ?? []}
      blank={{ level: Object.keys(rule.levels)[0]! }}
      onChange={(claims) => onChange({ ...value, claims })}
      render={(claim, change, n) => (
        <>
          <Select
            aria-label={`${t('edit.level')} ${n}`}
            value={claim.level}
            options={options(rule.levels)}
            onChange={(level) => change({ ...claim, level })}
          />
          {rule.ranks && (
            <Select
              aria-label={`${t('edit.rank')} ${n}`}
              placeholder={t('edit.rank')}
              value={claim.rank ?? null}
              options={options(rule.ranks)}
              onChange={(rank) => change({ ...claim, ...(rank ? { rank } : {}) })}
            />
          )}
          {rule.extras && (
            <Select
              aria-label={`${t('edit.extras')} ${n}`}
              placeholder={t('edit.extras')}
              mode="multiple"
              value={claim.extras ?? []}
              options={options(rule.extras)}
              onChange={(extras) => change({ ...claim, extras })}
            />
          )}
          <Input
            aria-label={`${t('edit.result')} ${n}`}
            placeholder={t('edit.result')}
            value={claim.result ?? ''}
            maxLength={120}
            onChange={({ target }) => {
              const { result: _, ...rest } = claim
              change(target.value === '' ? rest : { ...rest, result: target.value })
            }}
          />
          <InputNumber
            aria-label={`${t('edit.count')} ${n}`}
            min={1}
            max={100_000}
            value={claim.count ?? 1}
            onChange={(count) => change({ ...claim, count: count ?? 1 })}
          />
        </>
      )}
    />
  )
}

/** One line per expert. */
export function EditScores({ rule, value, onChange }: EditProps & { readonly rule: Of<'experts'> }) {
  const t = useScoringTexts()
  return (
    <Rows
      rows={value.scores ?? []}
      blank={{ expert: '', score: '' }}
      onChange={(scores) => onChange({ ...value, scores })}
      render={(row, change, n) => (
        <>
          <Input
            aria-label={`${t('edit.expert')} ${n}`}
            placeholder={t('edit.expert')}
            value={row.expert}
            maxLength={120}
            onChange={({ target }) => change({ ...row, expert: target.value })}
          />
          <Input
            aria-label={`${t('edit.score', { outOf: rule.outOf })} ${n}`}
            placeholder={t('edit.score', { outOf: rule.outOf })}
            inputMode="decimal"
            value={row.score}
            onChange={({ target }) => change({ ...row, score: target.value.trim() })}
          />
        </>
      )}
    />
  )
}

const ANSWERS = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const

/** One line per question, with how many gave each answer. */
export function EditAnswers({ value, onChange }: EditProps) {
  const t = useScoringTexts()
  return (
    <Rows
      rows={value.answers ?? []}
      blank={{ question: '', verySatisfied: 0, satisfied: 0, fair: 0, dissatisfied: 0 }}
      onChange={(answers) => onChange({ ...value, answers })}
      render={(row, change, n) => (
        <>
          <Input
            aria-label={`${t('edit.question')} ${n}`}
            placeholder={t('edit.question')}
            value={row.question}
            maxLength={120}
            onChange={({ target }) => change({ ...row, question: target.value })}
          />
          {ANSWERS.map((answer) => (
            <label key={answer} className="score-answer">
              {t(`edit.${answer}`)}
              <InputNumber
                min={0}
                precision={0}
                value={row[answer]}
                onChange={(count) => change({ ...row, [answer]: count ?? 0 })}
              />
            </label>
          ))}
        </>
      )}
    />
  )
}

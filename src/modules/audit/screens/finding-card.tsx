import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { Place } from '../document.ts'
import { VERDICTS, type Verdict, type WireFinding } from '../wire.ts'
import { type SayAudit, useAuditTexts } from './use-audit-texts.ts'

interface FindingCardProps {
  readonly finding: WireFinding
  readonly number: number
  readonly isChosen: boolean
  readonly onChoose: (place?: Place) => void
  readonly onMark: (verdict: Verdict | null, reason: string) => Promise<void>
}

/** One finding: a sentence, its arithmetic, both places, innocent reasons, and what people say of it. */
export function FindingCard({ finding, number, isChosen, onChoose, onMark }: FindingCardProps) {
  const t = useAuditTexts()
  const { lang } = useLang()
  const { severity, confidence, message, arithmetic, places, explanations, mark } = finding
  return (
    <li id={`finding-${number}`} className={`audit-card audit-${severity}${isChosen ? ' audit-card-chosen' : ''}`}>
      <div className="audit-card-head">
        <span className={`audit-severity audit-severity-${severity}`}>{t(`severity.${severity}`)}</span>
        <span className="audit-confidence">
          {t('found.confidence', { percent: Math.round(Number(confidence) * 100) })}
        </span>
      </div>
      <button type="button" className="audit-message" onClick={() => onChoose()}>
        <b>{number + 1}</b> {message[lang]}
      </button>
      {arithmetic !== undefined && <p className="audit-arithmetic">{arithmetic}</p>}
      <ul className="audit-places">
        {places.slice(0, isChosen ? 12 : 2).map((place, at) => (
          <li key={at}>
            <button type="button" onClick={() => onChoose(place)}>
              {placeText(t, place)}
            </button>{' '}
            <span>{place.text}</span>
          </li>
        ))}
      </ul>
      {explanations.length > 0 && (
        <p className="audit-perhaps">
          {t('found.perhaps', { reasons: explanations.map((e) => e[lang]).join(lang === 'zh' ? '；' : '; ') })}
        </p>
      )}
      {mark && (
        <p className={`audit-said audit-said-${mark.verdict}`}>
          {t(mark.sameFigures ? 'mark.said' : 'mark.said-before', {
            by: mark.by,
            document: mark.document,
            verdict: t(`mark.${mark.verdict}`),
          })}
          {mark.reason !== '' && `：${mark.reason}`}
        </p>
      )}
      <Marking finding={finding} onMark={onMark} />
    </li>
  )
}

function Marking({ finding: { mark }, onMark }: Pick<FindingCardProps, 'finding' | 'onMark'>) {
  const t = useAuditTexts()
  const [asked, setAsked] = useState<Verdict>()
  const [reason, setReason] = useState('')
  const own = mark?.sameFigures ? mark.verdict : undefined
  const say = async (verdict: Verdict | null, words: string) => {
    await onMark(verdict, words)
    setAsked(undefined)
    setReason('')
  }
  if (asked)
    return (
      <Space.Compact className="audit-reason">
        <Input
          value={reason}
          autoFocus
          maxLength={2000}
          aria-label={t('mark.reason')}
          placeholder={t('mark.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          type="primary"
          disabled={asked === 'explained' && reason.trim() === ''}
          onClick={() => void say(asked, reason.trim())}
        >
          {t('mark.save')}
        </Button>
        <Button onClick={() => setAsked(undefined)}>{t('mark.cancel')}</Button>
      </Space.Compact>
    )
  return (
    <div className="audit-marking">
      {VERDICTS.map((verdict) => (
        <Button
          key={verdict}
          size="small"
          type={own === verdict ? 'primary' : 'default'}
          aria-pressed={own === verdict}
          onClick={() => (verdict === 'true' ? void say(verdict, '') : setAsked(verdict))}
        >
          {t(`mark.${verdict}`)}
        </Button>
      ))}
      {own && (
        <Button size="small" type="link" onClick={() => void say(null, '')}>
          {t('mark.undo')}
        </Button>
      )}
    </div>
  )
}

function placeText(t: SayAudit, { page, paragraph, table, row, column }: Place): string {
  const where =
    table !== undefined
      ? row === undefined
        ? t('place.table', { table })
        : t('place.cell', { table, row, column: column ?? 1 })
      : paragraph !== undefined
        ? t('place.paragraph', { paragraph })
        : t('place.elsewhere')
  return page === undefined ? where : `${t('place.page', { page })} ${where}`
}

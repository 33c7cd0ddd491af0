import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { Place } from '../document.ts'
import { VERDICTS, type Verdict, type WireFinding } from '../wire.ts'
import { KIND_WORDS, placeWords, SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts'
import { useAuditTexts } from './use-audit-texts.ts'

/** More places than this are folded: a total may have dozens of rows. */
const SHOWN_PLACES = 5

interface FindingCardProps {
  readonly finding: WireFinding
  readonly number: number
  readonly isChosen: boolean
  /** Titles of the document's tables by their numbers. */
  readonly titles: ReadonlyMap<number, string>
  /** What is being said of it while the reason is written. */
  readonly asked: Verdict | undefined
  readonly onAsk: (verdict: Verdict | undefined) => void
  readonly onChoose: (place?: Place) => void
  readonly onMark: (verdict: Verdict | null, reason: string) => void
}

/** One finding: a sentence, its arithmetic, all its places, innocent reasons, and what people say of it. */
export function FindingCard({ finding, number, isChosen, titles, asked, onAsk, onChoose, onMark }: FindingCardProps) {
  const t = useAuditTexts()
  const { lang } = useLang()
  const { kind, severity, confidence, message, arithmetic, places, explanations } = finding
  return (
    <li
      id={`finding-${number}`}
      className={`audit-card audit-${severity}${isChosen ? ' audit-card-chosen' : ''}`}
      aria-current={isChosen ? 'true' : undefined}
    >
      <div className="audit-card-head">
        <span>
          <span className={`audit-severity audit-severity-${severity}`}>{SEVERITY_WORDS[severity][lang]}</span>{' '}
          {KIND_WORDS[kind][lang]}
        </span>
        <span>{t('found.confidence', { percent: Math.round(Number(confidence) * 100) })}</span>
      </div>
      <button type="button" className="audit-message" onClick={() => onChoose()}>
        <b>{number + 1}</b> {message[lang]}
      </button>
      {arithmetic !== undefined && <p className="audit-arithmetic">{arithmetic}</p>}
      <Places places={places} titles={titles} onChoose={onChoose} />
      {explanations.length > 0 && (
        <p className="audit-perhaps">
          {t('found.perhaps', { reasons: explanations.map((e) => e[lang]).join(lang === 'zh' ? '；' : '; ') })}
        </p>
      )}
      <Said finding={finding} />
      {asked ? (
        <Reason verdict={asked} onSave={(reason) => onMark(asked, reason)} onCancel={() => onAsk(undefined)} />
      ) : (
        <Marking finding={finding} onAsk={onAsk} onMark={onMark} />
      )}
    </li>
  )
}

function Places({
  places,
  titles,
  onChoose,
}: Pick<WireFinding, 'places'> & Pick<FindingCardProps, 'titles' | 'onChoose'>) {
  const t = useAuditTexts()
  const { lang } = useLang()
  const [isOpen, setOpen] = useState(false)
  const folded = places.length - SHOWN_PLACES
  return (
    <ul className="audit-places">
      {(isOpen ? places : places.slice(0, SHOWN_PLACES)).map((place, at) => {
        const words = placeWords(place, lang, titles.get(place.table ?? 0))
        const isHere = place.paragraph !== undefined || place.table !== undefined
        return (
          <li key={at}>
            {isHere ? (
              <button type="button" onClick={() => onChoose(place)}>
                {words}
              </button>
            ) : (
              <b>{words}</b>
            )}{' '}
            <span>{place.text}</span>
          </li>
        )
      })}
      {folded > 0 && (
        <li>
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('found.fold') : t('found.more', { count: folded })}
          </button>
        </li>
      )}
    </ul>
  )
}

function Said({ finding: { mark } }: Pick<FindingCardProps, 'finding'>) {
  const t = useAuditTexts()
  const { lang } = useLang()
  if (!mark) return null
  const verdict = VERDICT_WORDS[mark.verdict][lang]
  const words = !mark.sameFigures
    ? t('mark.said-before', { by: mark.by, document: mark.document, verdict })
    : mark.by === ''
      ? t('mark.own', { verdict })
      : t('mark.said', { by: mark.by, verdict })
  return (
    <p className={`audit-said audit-said-${mark.verdict}`}>
      {words}
      {mark.reason !== '' && `${lang === 'zh' ? '：' : ': '}${mark.reason}`}
    </p>
  )
}

function Marking({ finding: { mark }, onAsk, onMark }: Pick<FindingCardProps, 'finding' | 'onAsk' | 'onMark'>) {
  const t = useAuditTexts()
  const { lang } = useLang()
  const own = mark?.sameFigures ? mark.verdict : undefined
  return (
    <div className="audit-marking">
      {VERDICTS.map((verdict) => (
        <Button
          key={verdict}
          size="small"
          type={own === verdict ? 'primary' : 'default'}
          aria-pressed={own === verdict}
          onClick={() => (verdict === 'true' ? onMark(verdict, '') : onAsk(verdict))}
        >
          {VERDICT_WORDS[verdict][lang]}
        </Button>
      ))}
      {own && (
        <Button size="small" type="link" onClick={() => onMark(null, '')}>
          {t('mark.take-back')}
        </Button>
      )}
    </div>
  )
}

/** Why a finding is explained (which has to be said) or wrong. */
function Reason({
  verdict,
  onSave,
  onCancel,
}: {
  readonly verdict: Verdict
  readonly onSave: (reason: string) => void
  readonly onCancel: () => void
}) {
  const t = useAuditTexts()
  const { lang } = useLang()
  const [reason, setReason] = useState('')
  const isEnough = verdict !== 'explained' || reason.trim() !== ''
  const save = () => isEnough && onSave(reason.trim())
  return (
    <Space.Compact className="audit-reason">
      <Input
        value={reason}
        autoFocus
        maxLength={2000}
        aria-label={t('mark.reason')}
        placeholder={t('mark.reason')}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={save}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Button type="primary" disabled={!isEnough} onClick={save}>
        {VERDICT_WORDS[verdict][lang]}
      </Button>
      <Button onClick={onCancel}>{t('mark.cancel')}</Button>
    </Space.Compact>
  )
}

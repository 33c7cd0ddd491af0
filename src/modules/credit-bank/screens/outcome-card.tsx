import { Button } from 'antd'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireOption, WireOutcome } from '../wire.ts'
import { CheckList } from './check-list.tsx'
import { OutcomeProof } from './outcome-proof.tsx'
import { RevokeOutcome } from './revoke-outcome.tsx'
import { useBankTexts } from './use-bank-texts.ts'

interface OutcomeCardProps {
  readonly outcome: WireOutcome
  readonly canApply: boolean
  /** Of whoever looks at their own. */
  readonly door: 'self' | 'mine' | undefined
  /** They work here, and may take outcomes back. */
  readonly canRevoke: boolean
  /** Rules by which it was applied for and nobody has decided yet. */
  readonly waiting: readonly string[]
  readonly onApply: (outcome: WireOutcome, option: WireOption) => void
}

/** One outcome: what it is, what it became or could become, and why not otherwise. */
export function OutcomeCard({ outcome, door, canApply, canRevoke, waiting, onApply }: OutcomeCardProps) {
  const t = useBankTexts()
  const { lang } = useLang()
  const open = outcome.options.filter(({ ok }) => ok).length
  return (
    <li className="bank-card">
      <div className="bank-head">
        <strong>{outcome.name}</strong>
        <StatusTag state={outcome.state} />
        <span className="bank-credits">{t('outcome.credits', { n: outcome.credits })}</span>
      </div>
      <small>
        {[
          outcome.kind[lang],
          ...(outcome.level ? [outcome.level[lang]] : []),
          outcome.grade[lang],
          t('outcome.about', { issuer: outcome.issuer, date: outcome.issuedOn }),
        ].join(' · ')}
      </small>
      {outcome.used && (
        <p className="bank-used">
          {t('outcome.used', {
            at: outcome.used.institution,
            target: outcome.used.target,
            credits: outcome.used.credits,
          })}
        </p>
      )}
      <OutcomeProof outcome={outcome} door={door} />
      {canRevoke && outcome.state === 'accredited' && (
        <div className="bank-steps">
          <RevokeOutcome id={outcome.id} />
        </div>
      )}
      <details>
        <summary>{open > 0 ? t('outcome.could', { n: open }) : t('outcome.could-not')}</summary>
        <ul className="bank-options">
          {outcome.options.map((option) => (
            <OptionLine
              key={option.rule}
              option={option}
              isWaiting={waiting.includes(option.rule)}
              onApply={canApply ? () => onApply(outcome, option) : undefined}
            />
          ))}
        </ul>
        {outcome.without.length > 0 && (
          <small>{t('outcome.without', { names: outcome.without.join(lang === 'zh' ? '、' : ', ') })}</small>
        )}
      </details>
    </li>
  )
}

/** What fails stands open; what holds is a tap away. */
function OptionLine({
  option,
  isWaiting,
  onApply,
}: {
  readonly option: WireOption
  readonly isWaiting: boolean
  readonly onApply: (() => void) | undefined
}) {
  const t = useBankTexts()
  const failing = option.checks.filter(({ ok }) => !ok)
  return (
    <li className={option.ok ? 'bank-option' : 'bank-option bank-closed'}>
      <div className="bank-head">
        <span>
          <strong>{option.institutionName}</strong>
          <br />
          {t('option.becomes', { target: option.target, credits: option.credits, grade: option.grade })}
        </span>
        {isWaiting && <StatusTag state="submitted" />}
        {option.ok && onApply && !isWaiting && (
          <Button type="primary" onClick={onApply}>
            {t('option.apply')}
          </Button>
        )}
      </div>
      {failing.length > 0 && <CheckList checks={failing} />}
      <details>
        <summary>{t('option.why', { n: option.checks.length })}</summary>
        <CheckList checks={option.checks} />
      </details>
    </li>
  )
}

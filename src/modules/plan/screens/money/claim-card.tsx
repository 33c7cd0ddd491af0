import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { WireRecord } from '../../../../language/wire.ts'
import { groupDigits } from '../../../../fields/number-text.ts'
import { api } from '../../../../web/kit/api.ts'
import { ConfirmComment } from '../../../../web/kit/confirm-comment.tsx'
import { useErrorText } from '../../../../web/kit/error-state.tsx'
import { DateBox } from '../../../../web/kit/date-box.tsx'
import { FormRow } from '../../../../web/kit/form-row.tsx'
import { StatusTag } from '../../../../web/kit/status-tag.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WireClaim } from '../../wire-money.ts'
import { sumOf } from './sum-of.ts'
import { thisDay } from './this-day.ts'
import { useMoneyTexts } from './use-money-texts.ts'

type Action = WireRecord['can']['actions'][number]

interface ClaimCardProps {
  readonly claim: WireClaim
  readonly onDone: () => void
}

/** Steps that ask for something besides a yes. */
const TAKING_BACK = new Set(['return', 'cancel', 'reverse', 'withdraw'])

/** One claim with its invoices and what the person may do with it. */
export function ClaimCard({ claim, onDone }: ClaimCardProps) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<Action | null>(null)
  const { record, invoices } = claim
  const text = (field: string) => String(record.values[field] ?? '')
  const address = `/registers/plan-claims/${record.id}`
  const done = (action: Action) => {
    void message.success(t('claims.done', { number: text('number'), action: action.label[lang] }))
    onDone()
  }
  const take = async (action: Action, comment: string) => {
    await api.post(`${address}/actions/${action.name}`, { version: record.version, ...(comment ? { comment } : {}) })
    done(action)
  }
  // What the rules want filled in before a step is asked for in one go with it.
  const wants = (action: Action) =>
    action.name === 'pay'
      ? 'paidOn'
      : action.name === 'approve' && record.state === 'reviewed' && claim.needsDecision
        ? 'decision'
        : null
  return (
    <li className="money-claim">
      <div className="money-claim-head">
        <Link to={address}>
          <strong>{text('purpose')}</strong> <small>{text('number')}</small>
        </Link>
        <span>
          <strong>{t('claims.yuan', { amount: groupDigits(text('amount')) })}</strong>{' '}
          <StatusTag state={record.state} />
        </span>
      </div>
      <p>
        {t('claims.line', { task: claim.task, year: text('year'), source: claim.source[lang], kind: claim.kind[lang] })}
      </p>
      <p className="money-note">
        {[
          record.titles['claimant'] ? t('claims.by', { name: record.titles['claimant'] }) : '',
          record.titles['unit'] ?? '',
          t('claims.payee', { payee: text('payee') }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {claim.needsDecision && <p className="money-note">{t('claims.decision-needed')}</p>}
      {invoices.length > 0 && (
        <details>
          <summary>
            {t('claims.invoices', {
              n: invoices.length,
              sum: groupDigits(sumOf(invoices.map(({ amount }) => amount))),
            })}
          </summary>
          <ul>
            {invoices.map((invoice) => (
              <li key={invoice.id}>
                <Link to={`/registers/plan-invoices/${invoice.id}`}>{invoice.number}</Link> {invoice.issuedOn}{' '}
                {invoice.seller} {t('claims.yuan', { amount: groupDigits(invoice.amount) })}
                {invoice.file && (
                  <>
                    {' '}
                    <a href={`/api/files/${invoice.file.sha256}/${encodeURIComponent(invoice.file.name)}`}>
                      {invoice.file.name}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {record.can.actions.length > 0 && (
        <div className="money-claim-actions">
          {record.can.actions.map((action) => (
            <Button
              key={action.name}
              size="small"
              type={TAKING_BACK.has(action.name) ? 'default' : 'primary'}
              danger={action.name === 'reverse' || action.name === 'cancel'}
              onClick={() => setAsking(action)}
            >
              {action.label[lang]}
            </Button>
          ))}
        </div>
      )}
      {asking && wants(asking) === null && (
        <ConfirmComment
          title={t('claims.ask', { action: asking.label[lang], number: text('number'), amount: text('amount') })}
          comment={asking.comment ? 'required' : 'optional'}
          okText={asking.label[lang]}
          isDangerous={asking.name === 'reverse' || asking.name === 'cancel'}
          onConfirm={(comment) => take(asking, comment)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking && wants(asking) !== null && (
        <FillAndTake
          claim={claim}
          action={asking}
          field={wants(asking)!}
          onClose={() => setAsking(null)}
          onDone={() => done(asking)}
        />
      )}
    </li>
  )
}

interface FillAndTakeProps {
  readonly claim: WireClaim
  readonly action: Action
  readonly field: 'paidOn' | 'decision'
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Fills in what a step needs, and takes it: the day of a payment, the number of a decision. */
function FillAndTake({ claim: { record }, action, field, onClose, onDone }: FillAndTakeProps) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const year = Number(record.values['year'])
  const now = thisDay()
  const start = field === 'paidOn' ? (now.startsWith(String(year)) ? now : `${year}-12-31`) : ''
  const [value, setValue] = useState(String(record.values[field] ?? start))
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const address = `/registers/plan-claims/${record.id}`
  async function send() {
    if (value.trim() === '') return setProblem(t('form.fill'))
    setBusy(true)
    try {
      let { version } = record
      if (value !== record.values[field])
        version = (await api.patch<WireRecord>(address, { version, values: { [field]: value.trim() } })).version
      await api.post(`${address}/actions/${action.name}`, { version })
      onDone()
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('claims.ask', {
        action: action.label[lang],
        number: String(record.values['number']),
        amount: String(record.values['amount']),
      })}
      okText={action.label[lang]}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void send()}
      onCancel={onClose}
      width={460}
    >
      <FormRow
        id="claim-needs"
        label={t(field === 'paidOn' ? 'claims.paid-on' : 'claims.decision')}
        isRequired
        problem={problem}
      >
        {field === 'paidOn' ? (
          <DateBox id="claim-needs" picker="date" value={value} onChange={setValue} />
        ) : (
          <Input
            id="claim-needs"
            value={value}
            maxLength={80}
            onChange={(event) => setValue(event.target.value)}
            onPressEnter={() => void send()}
          />
        )}
      </FormRow>
    </Modal>
  )
}

import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { viewOf } from '../../../fields/views.ts'
import { date } from '../../../language/index.ts'
import type { WireRecord } from '../../../language/wire.ts'
import { api, ApiError } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { PersonPicker } from '../../../web/kit/pickers.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { factsIn } from '../inside/agenda-reasons.ts'
import type { WireItem } from '../wire-run.ts'
import { Light } from './light.tsx'
import { useRunTexts } from './use-run-texts.ts'

interface MeetingItemProps {
  readonly item: WireItem
  readonly planCode: string
  /** The day of the meeting, against which lateness is said. */
  readonly day: string
  readonly onChanged: () => Promise<void>
}

const DUE = date({ zh: '完成期限', en: 'Due on' })
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const REASONS = ['late', 'stuck', 'problem', 'due', 'other'] as const

/** One item of an agenda, or a decision that is still open: what it is about, what was decided, what can be done. */
export function MeetingItem({ item, planCode, day, onChanged }: MeetingItemProps) {
  const t = useRunTexts()
  const errorText = useErrorText()
  const { message } = App.useApp()
  const [isDeciding, setDeciding] = useState(false)
  const [isReturning, setReturning] = useState(false)
  const { record, light, task } = item
  const { values, titles, can } = record
  const { lang } = useLang()
  const reason = REASONS.find((name) => name === values['reason']) ?? 'other'
  const dueOn = textOf(values['dueOn'])
  const facts = textOf(values['facts'])
  const may = (name: string) => can.actions.some((action) => action.name === name)
  const take = async (action: string, comment?: string) => {
    await api.post(`/registers/plan-decisions/${record.id}/actions/${action}`, {
      version: record.version,
      ...(comment ? { comment } : {}),
    })
    await onChanged()
  }
  const tell = (action: string, words?: string) => async () => {
    try {
      await take(action)
      if (words) message.success(words)
    } catch (error) {
      message.error(errorText(error))
      await onChanged()
    }
  }
  return (
    <li className="plan-card run-card">
      <h3>
        <span className={`run-reason run-reason-${reason}`}>{t(`reason.${reason}`)}</span>{' '}
        {task ? (
          <Link to={`/plans/${encodeURIComponent(planCode)}/tasks/${task.id}/ledger`}>{String(values['subject'])}</Link>
        ) : (
          String(values['subject'])
        )}{' '}
        <StatusTag state={record.state} />
      </h3>
      {light && <Light light={light} />}
      {facts && <p className="run-said">{factsIn(facts, lang)}</p>}
      {textOf(values['decision']) && (
        <p className="run-decision">
          {t('meet.said', { text: textOf(values['decision'])! })}
          {dueOn && (
            <>
              {' '}
              <strong>{t('meet.who', { name: titles['responsible'] ?? '—', date: dueOn })}</strong>
              {record.state === 'open' && dueOn < day && (
                <span className="run-reason run-reason-late">{t('meet.late')}</span>
              )}
            </>
          )}
        </p>
      )}
      {textOf(values['outcome']) && (
        <p className="run-said">{t('meet.outcome', { text: textOf(values['outcome'])! })}</p>
      )}
      <div className="run-actions">
        {may('decide') && !isDeciding && (
          <Button type="primary" size="small" onClick={() => setDeciding(true)}>
            {t('meet.decide')}
          </Button>
        )}
        {may('note') && !isDeciding && (
          <Button size="small" onClick={() => void tell('note')()}>
            {t('meet.note')}
          </Button>
        )}
        {may('verify') && (
          <Button type="primary" size="small" onClick={() => void tell('verify', t('meet.verified'))()}>
            {t('meet.verify')}
          </Button>
        )}
        {may('return') && (
          <Button danger size="small" onClick={() => setReturning(true)}>
            {t('meet.return')}
          </Button>
        )}
        <Link to={`/registers/plan-decisions/${record.id}`}>{t('meet.record')}</Link>
      </div>
      {isDeciding && (
        <DecisionForm
          record={record}
          onClose={() => setDeciding(false)}
          onDecided={async () => {
            setDeciding(false)
            message.success(t('meet.decided'))
            await onChanged()
          }}
        />
      )}
      {isReturning && (
        <ConfirmComment
          title={t('meet.return')}
          comment="required"
          okText={t('meet.return')}
          isDangerous
          onConfirm={(comment) => take('return', comment)}
          onClose={() => setReturning(false)}
        />
      )}
    </li>
  )
}

interface DecisionFormProps {
  readonly record: WireRecord
  readonly onDecided: () => Promise<void>
  readonly onClose: () => void
}

function DecisionForm({ record, onDecided, onClose }: DecisionFormProps) {
  const t = useRunTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const [decision, setDecision] = useState(textOf(record.values['decision']) ?? '')
  const [responsible, setResponsible] = useState(textOf(record.values['responsible']) ?? null)
  const [dueOn, setDueOn] = useState(textOf(record.values['dueOn']) ?? null)
  // What was kept though the decision was then refused is not sent under the old version again.
  const [version, setVersion] = useState(record.version)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = (name: string) => `decision-${record.id}-${name}`
  const problemAt = (field: string) =>
    error instanceof ApiError ? error.problems.find((problem) => problem.field === field)?.message[lang] : undefined
  const isElsewhere = error !== undefined && !['decision', 'responsible', 'dueOn'].some((name) => problemAt(name))
  async function decide() {
    setBusy(true)
    setError(undefined)
    try {
      const saved = await api.patch<WireRecord>(`/registers/plan-decisions/${record.id}`, {
        version,
        values: { decision: decision.trim() || null, responsible, dueOn },
      })
      setVersion(saved.version)
      await api.post(`/registers/plan-decisions/${record.id}/actions/decide`, { version: saved.version })
      await onDecided()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const { Input: DateInput } = viewOf(DUE)
  return (
    <form
      className="run-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void decide()
      }}
    >
      {isElsewhere && (
        <p className="form-alert" role="alert">
          {errorText(error)}
        </p>
      )}
      <FormRow id={id('decision')} label={t('meet.decision')} isRequired problem={problemAt('decision')}>
        <Input.TextArea
          id={id('decision')}
          autoFocus
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={3000}
          value={decision}
          onChange={(event) => setDecision(event.target.value)}
        />
      </FormRow>
      <div className="run-two">
        <FormRow id={id('responsible')} label={t('meet.responsible')} isRequired problem={problemAt('responsible')}>
          <PersonPicker
            id={id('responsible')}
            value={responsible}
            title={record.titles['responsible']}
            onChange={setResponsible}
          />
        </FormRow>
        <FormRow id={id('due')} label={t('meet.due')} isRequired problem={problemAt('dueOn')}>
          <DateInput id={id('due')} field={DUE} lang={lang} value={dueOn} onChange={setDueOn} />
        </FormRow>
      </div>
      <div className="run-actions">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t('meet.decide')}
        </Button>
        <Button onClick={onClose}>{t('fill.close')}</Button>
      </div>
    </form>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { WireRecord } from '../../../../language/wire.ts'
import { api, ApiError } from '../../../../web/kit/api.ts'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../../../web/kit/error-state.tsx'
import { FormRow } from '../../../../web/kit/form-row.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { PageHeader } from '../../../../web/kit/page-header.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import { useUnsavedWarning } from '../../../../web/kit/use-unsaved-warning.ts'
import type { WireClaimChoices } from '../../wire-money.ts'
import { checkInvoice } from './invoice-checks.ts'
import { type InvoiceDraft, InvoiceDrop } from './invoice-drop.tsx'
import { RoomHint } from './room-hint.tsx'
import { fenOf, sumOf } from './sum-of.ts'
import { thisDay } from './this-day.ts'
import { useMoneyTexts } from './use-money-texts.ts'
import './money.css'

/** The form of a claim: on a phone too, with its invoices photographed or dropped in and read. */
export function NewClaim() {
  const t = useMoneyTexts()
  const { id = '' } = useParams()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['plans', id, 'claim-choices'],
    queryFn: ({ signal }) => api.get<WireClaimChoices>(`/plans/${encodeURIComponent(id)}/claim-choices`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending) return <Loading />
  return (
    <>
      <PageHeader
        title={t('form.title')}
        subtitle={data.plan.name}
        back={{ to: `/plans/${encodeURIComponent(id)}/claims`, text: t('claims.title') }}
      />
      {data.tasks.length === 0 ? (
        <EmptyState title={t('form.no-task')} hint={t('form.no-task-hint')} />
      ) : (
        <ClaimForm choices={data} planId={id} />
      )}
    </>
  )
}

const EMPTY = { task: '', contract: '', year: '', source: '', kind: '', amount: '', purpose: '', payee: '' }
type Draft = typeof EMPTY
/** What must be there before anything is sent. */
const REQUIRED = ['task', 'year', 'source', 'kind', 'purpose', 'payee'] as const

function ClaimForm({ choices, planId }: { readonly choices: WireClaimChoices; readonly planId: string }) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { plan } = choices
  const thisYear = thisDay().slice(0, 4)
  const [draft, setDraft] = useState<Draft>({
    ...EMPTY,
    year: thisYear > plan.to.slice(0, 4) ? plan.to.slice(0, 4) : thisYear,
    task: choices.tasks.length === 1 ? choices.tasks[0]!.id : '',
  })
  const [invoices, setInvoices] = useState<readonly InvoiceDraft[]>([])
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState<'draft' | 'submit' | null>(null)
  const [isDone, setDone] = useState(false)
  useUnsavedWarning(!isDone && (draft.purpose !== '' || draft.amount !== '' || invoices.length > 0))
  // Left once nothing counts as unsaved any more.
  useEffect(() => {
    if (isDone) void navigate(`/plans/${encodeURIComponent(planId)}/claims`)
  }, [isDone, navigate, planId])
  const change = (more: Partial<Draft>) => {
    setDraft((known) => ({ ...known, ...more }))
    setProblems((known) => Object.fromEntries(Object.entries(known).filter(([name]) => !(name in more))))
  }
  const first = Number(plan.from.slice(0, 4))
  const years = Array.from({ length: Number(plan.to.slice(0, 4)) - first + 1 }, (_, i) => String(first + i))
  const sum = sumOf(invoices.map(({ amount }) => amount))
  const isShort = invoices.length > 0 && (fenOf(draft.amount) ?? 0n) > fenOf(sum)!
  const contracts = choices.contracts.filter(({ task, year }) => task === draft.task && String(year) === draft.year)

  function wrong(): Record<string, string> {
    const found: Record<string, string> = {}
    for (const name of REQUIRED) if (draft[name].trim() === '') found[name] = t('form.fill')
    if (!fenOf(draft.amount)) found['amount'] = t('form.bad-amount')
    for (const [i, invoice] of invoices.entries()) {
      if (invoice.number.trim() === '') found[`invoices.${i}.number`] = t('form.fill')
      if (invoice.issuedOn === '') found[`invoices.${i}.issuedOn`] = t('form.fill')
      if (invoice.seller.trim() === '') found[`invoices.${i}.seller`] = t('form.fill')
      if (!fenOf(invoice.amount)) found[`invoices.${i}.amount`] = t('form.bad-amount')
      const { wrong: faults } = checkInvoice(invoice, invoices.toSpliced(i, 1), thisDay(), draft.year)
      if (faults.number) found[`invoices.${i}.number`] = t(faults.number)
    }
    return found
  }

  async function send(submit: boolean) {
    const found = wrong()
    setProblems(found)
    setFailure(undefined)
    const [firstWrong] = Object.keys(found)
    if (firstWrong) return document.getElementById(`claim-${firstWrong}`)?.focus()
    setBusy(submit ? 'submit' : 'draft')
    try {
      const { contract, ...values } = draft
      const made = await api.post<WireRecord>('/plan-money/claims', {
        values: {
          ...values,
          year: Number(draft.year),
          unit: choices.tasks.find(({ id }) => id === draft.task)!.unit,
          ...(contract ? { commitment: contract } : {}),
        },
        invoices: invoices.map(({ id: _id, notes: _notes, used: _used, file, code, ...invoice }) => ({
          ...invoice,
          ...(code ? { code } : {}),
          ...(file ? { file: [file] } : {}),
        })),
        submit,
      })
      // The list that it goes to, and what is left of the budget, are asked for again.
      void queries.invalidateQueries({ queryKey: ['plans'] })
      void queries.invalidateQueries({ queryKey: ['plan-money'] })
      setDone(true)
      void message.success(t(submit ? 'form.submitted' : 'form.saved', { number: String(made.values['number']) }))
    } catch (error) {
      const said = error instanceof ApiError ? error.problems : []
      const atFields = said.flatMap(({ field, message: words }): [string, string][] =>
        field ? [[field, words[lang]]] : [],
      )
      setProblems(Object.fromEntries(atFields))
      // What is said at its field is not said again below.
      if (atFields.length === 0 || atFields.length < said.length) setFailure(errorText(error))
      else document.getElementById(`claim-${atFields[0]![0]}`)?.focus()
    } finally {
      setBusy(null)
    }
  }

  const select = (name: 'task' | 'year' | 'source' | 'kind', options: readonly { value: string; label: string }[]) => (
    <Select
      id={`claim-${name}`}
      value={draft[name] === '' ? null : draft[name]}
      options={[...options]}
      showSearch={name === 'task' ? { optionFilterProp: 'label' } : false}
      onChange={(value: string) =>
        change({ [name]: value, ...(name === 'task' || name === 'year' ? { contract: '' } : {}) })
      }
      style={{ width: '100%' }}
    />
  )
  const input = (name: 'amount' | 'purpose' | 'payee', more: { inputMode?: 'decimal'; maxLength: number }) => (
    <Input
      id={`claim-${name}`}
      value={draft[name]}
      aria-invalid={problems[name] !== undefined}
      onChange={(event) => change({ [name]: event.target.value })}
      {...more}
    />
  )
  const options = (list: WireClaimChoices['sources']) => list.map(({ value, label }) => ({ value, label: label[lang] }))
  return (
    <form
      className="money-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(true)
      }}
    >
      <div className="money-wide">
        <FormRow
          id="claim-task"
          label={t('form.task')}
          help={t('form.task-help')}
          problem={problems['task']}
          isRequired
        >
          {select(
            'task',
            choices.tasks.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
          )}
        </FormRow>
      </div>
      <FormRow id="claim-year" label={t('form.year')} problem={problems['year']} isRequired>
        {select(
          'year',
          years.map((year) => ({ value: year, label: t('money.per-year', { year }) })),
        )}
      </FormRow>
      <FormRow id="claim-source" label={t('form.source')} problem={problems['source']} isRequired>
        {select('source', options(choices.sources))}
      </FormRow>
      <div className="money-wide">
        <RoomHint task={draft.task} year={draft.year} source={draft.source} />
      </div>
      {contracts.length > 0 && (
        <div className="money-wide">
          <FormRow
            id="claim-commitment"
            label={t('form.contract')}
            help={t('form.contract-help')}
            problem={problems['commitment']}
          >
            <Select
              id="claim-commitment"
              allowClear
              value={draft.contract === '' ? null : draft.contract}
              options={contracts.map(({ id, number, name, open }) => ({
                value: id,
                label: t('form.contract-open', { number, name, open }),
              }))}
              onChange={(value?: string) =>
                change({
                  contract: value ?? '',
                  source: contracts.find(({ id }) => id === value)?.source ?? draft.source,
                })
              }
              style={{ width: '100%' }}
            />
          </FormRow>
        </div>
      )}
      <FormRow id="claim-kind" label={t('form.kind')} problem={problems['kind']} isRequired>
        {select('kind', options(choices.kinds))}
      </FormRow>
      <FormRow id="claim-payee" label={t('form.payee')} problem={problems['payee']} isRequired>
        {input('payee', { maxLength: 120 })}
      </FormRow>
      <div className="money-wide">
        <FormRow id="claim-purpose" label={t('form.purpose')} problem={problems['purpose']} isRequired>
          {input('purpose', { maxLength: 200 })}
        </FormRow>
      </div>
      <div className="money-wide">
        <InvoiceDrop
          invoices={invoices}
          year={draft.year}
          problems={problems}
          onChange={setInvoices}
          // The payee is usually the seller of the first invoice.
          onSeller={(seller) => setDraft((known) => (known.payee === '' ? { ...known, payee: seller } : known))}
        />
        {invoices.length > 0 && (
          <p role="status">
            {t(isShort ? 'form.sum-short' : 'form.sum', { sum })}{' '}
            <Button type="link" size="small" onClick={() => change({ amount: sum })}>
              {t('form.use-sum')}
            </Button>
          </p>
        )}
      </div>
      <FormRow id="claim-amount" label={t('form.amount')} problem={problems['amount']} isRequired>
        {input('amount', { inputMode: 'decimal', maxLength: 16 })}
      </FormRow>
      {failure && (
        <p className="form-problem money-wide" role="alert">
          {failure}
        </p>
      )}
      <div className="money-wide money-claim-actions">
        <Button type="primary" htmlType="submit" loading={busy === 'submit'} disabled={busy !== null}>
          {t('form.submit')}
        </Button>
        <Button loading={busy === 'draft'} disabled={busy !== null} onClick={() => void send(false)}>
          {t('form.draft')}
        </Button>
      </div>
    </form>
  )
}

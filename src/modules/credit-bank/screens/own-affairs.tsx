import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, DatePicker, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireClosing, WireOwnAccount } from '../wire.ts'
import { SmallForm } from './small-form.tsx'
import { useBankTexts } from './use-bank-texts.ts'

const PURPOSES = ['see-outcomes', 'register-outcomes', 'see-contact'] as const
const STAGES = ['student', 'worker', 'senior', 'other'] as const

/** The learner's own data: who may see them, corrections, taking them along, the stations of life, closing the account. */
export function OwnAffairs({ door }: { readonly door: 'self' | 'mine' }) {
  const t = useBankTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const base = `/credit-bank/${door}`
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', door, 'account'],
    queryFn: ({ signal }) => api.get<WireOwnAccount>(`${base}/account`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  async function send(path: string, body: object) {
    await api.post(`${base}${path}`, body)
    message.success(t('own.done'))
    await client.invalidateQueries({ queryKey: ['credit-bank'] })
  }
  const step = (register: string, id: string) => send(`/${register}/${id}/withdraw`, {})
  const institutions = data.institutions.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="bank-learner">
      <section className="bank-card">
        <h2>{t('consent.title')}</h2>
        <p>{t('consent.hint')}</p>
        <ul className="bank-entries">
          {data.consents.map((one) => (
            <li key={one.id}>
              <span>
                {one.institution}{' '}
                <small>
                  {one.purposes.map((name) => t(`purpose.${name as (typeof PURPOSES)[number]}`)).join(' · ')} ·{' '}
                  {one.givenOn}
                </small>
              </span>
              {one.state === 'given' ? (
                <Asked
                  label={t('consent.withdraw')}
                  about={one.institution}
                  onSure={() => step('credit-consents', one.id)}
                />
              ) : (
                <StatusTag state={one.state} />
              )}
            </li>
          ))}
        </ul>
        <NewConsent institutions={institutions} onSend={(body) => send('/consents', body)} />
      </section>
      <section className="bank-card">
        <h2>{t('correct.title')}</h2>
        <ul className="bank-entries">
          {data.requests.map((one) => (
            <li key={one.id}>
              <span>
                {t(one.kind === 'closing' ? 'request.closing' : 'request.correction')}{' '}
                <small>{[one.askedOn, one.why].filter(Boolean).join(' · ')}</small>
              </span>
              <span>
                <StatusTag state={one.state} />{' '}
                {one.state === 'submitted' && (
                  <Asked
                    label={t('request.withdraw')}
                    about={one.askedOn}
                    onSure={() => step('learner-requests', one.id)}
                  />
                )}
              </span>
            </li>
          ))}
        </ul>
        <Correction onSend={(body) => send('/requests', { kind: 'correction', ...body })} />
      </section>
      <section className="bank-card">
        <h2>{t('event.title')}</h2>
        <NewEvent onSend={(body) => send('/life-events', body)} />
      </section>
      <section className="bank-card">
        <h2>{t('data.title')}</h2>
        <p>{t('data.hint')}</p>
        <a className="bank-download" href={`/api${base}/data.json`} download>
          {t('data.take')}
        </a>
      </section>
      <Closing base={base} onSend={() => send('/requests', { kind: 'closing' })} />
    </div>
  )
}

function Asked({
  label,
  about,
  onSure,
}: {
  readonly label: string
  readonly about: string
  readonly onSure: () => Promise<void>
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <ConfirmComment title={label} okText={label} comment="none" onConfirm={onSure} onClose={() => setOpen(false)}>
          <p>{about}</p>
        </ConfirmComment>
      )}
    </>
  )
}

function NewConsent({
  institutions,
  onSend,
}: {
  readonly institutions: { value: string; label: string }[]
  readonly onSend: (body: object) => Promise<void>
}) {
  const t = useBankTexts()
  const id = useId()
  const [institution, setInstitution] = useState<string>()
  const [purposes, setPurposes] = useState<string[]>(['see-outcomes'])
  return (
    <SmallForm
      submit={t('consent.give')}
      isReady={institution !== undefined && purposes.length > 0}
      onSubmit={async () => {
        await onSend({ institution, purposes })
        setInstitution(undefined)
      }}
    >
      <FormRow id={id} label={t('consent.institution')}>
        <Select
          id={id}
          value={institution ?? null}
          onChange={(value) => setInstitution(value ?? undefined)}
          options={institutions}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </FormRow>
      <Checkbox.Group
        aria-label={t('consent.purposes')}
        value={purposes}
        onChange={setPurposes}
        options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
    </SmallForm>
  )
}

function Correction({ onSend }: { readonly onSend: (body: object) => Promise<void> }) {
  const t = useBankTexts()
  const id = useId()
  const [what, setWhat] = useState<'name' | 'identity' | 'phone'>('name')
  const [wanted, setWanted] = useState('')
  const [reason, setReason] = useState('')
  return (
    <SmallForm
      submit={t('correct.ask')}
      isReady={wanted.trim() !== ''}
      onSubmit={async () => {
        await onSend({ [what]: wanted.trim(), ...(reason.trim() ? { reason: reason.trim() } : {}) })
        setWanted('')
        setReason('')
      }}
    >
      <FormRow id={`${id}w`} label={t('correct.what')}>
        <Select
          id={`${id}w`}
          value={what}
          onChange={setWhat}
          options={(['name', 'identity', 'phone'] as const).map((value) => ({ value, label: t(`door.${value}`) }))}
        />
      </FormRow>
      <FormRow id={`${id}v`} label={t('correct.wanted')}>
        <Input id={`${id}v`} value={wanted} onChange={({ target }) => setWanted(target.value)} maxLength={60} />
      </FormRow>
      <FormRow id={`${id}r`} label={t('correct.reason')}>
        <Input id={`${id}r`} value={reason} onChange={({ target }) => setReason(target.value)} maxLength={500} />
      </FormRow>
    </SmallForm>
  )
}

function NewEvent({ onSend }: { readonly onSend: (body: object) => Promise<void> }) {
  const t = useBankTexts()
  const id = useId()
  const [stage, setStage] = useState<(typeof STAGES)[number]>('worker')
  const [where, setWhere] = useState('')
  const [on, setOn] = useState<string>()
  return (
    <SmallForm
      submit={t('event.add')}
      isReady={where.trim() !== '' && on !== undefined}
      onSubmit={async () => {
        await onSend({ stage, where: where.trim(), on })
        setWhere('')
      }}
    >
      <FormRow id={`${id}s`} label={t('event.stage')}>
        <Select
          id={`${id}s`}
          value={stage}
          onChange={setStage}
          options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        />
      </FormRow>
      <FormRow id={`${id}w`} label={t('event.where')}>
        <Input id={`${id}w`} value={where} onChange={({ target }) => setWhere(target.value)} maxLength={100} />
      </FormRow>
      <FormRow id={`${id}o`} label={t('event.on')}>
        <DatePicker id={`${id}o`} onChange={(value) => setOn(value?.format('YYYY-MM-DD'))} />
      </FormRow>
    </SmallForm>
  )
}

/** What closing does is read before it is asked for. */
function Closing({ base, onSend }: { readonly base: string; readonly onSend: () => Promise<void> }) {
  const t = useBankTexts()
  const { lang } = useLang()
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['credit-bank', base, 'closing'],
    queryFn: ({ signal }) => api.get<WireClosing>(`${base}/closing`, signal),
    enabled: isOpen,
  })
  return (
    <section className="bank-card">
      <h2>{t('closing.title')}</h2>
      <p>{t('closing.hint')}</p>
      <Button danger onClick={() => setOpen(true)}>
        {t('closing.ask')}
      </Button>
      {isOpen && (
        <ConfirmComment
          title={t('closing.title')}
          okText={t('closing.sure')}
          comment="none"
          isDangerous
          onConfirm={onSend}
          onClose={() => setOpen(false)}
        >
          {error && <ErrorState error={error} />}
          {!data && !error && <Loading rows={3} />}
          {data && (
            <>
              <h3>{t('closing.erased')}</h3>
              <ul className="bank-plain">
                {data.erased.map((label) => (
                  <li key={label.en}>{label[lang]}</li>
                ))}
              </ul>
              <h3>{t('closing.kept')}</h3>
              <ul className="bank-plain">
                {data.kept.map(({ what, why }) => (
                  <li key={what.en}>
                    {what[lang]}
                    <br />
                    <small>{why[lang]}</small>
                  </li>
                ))}
              </ul>
            </>
          )}
        </ConfirmComment>
      )}
    </section>
  )
}

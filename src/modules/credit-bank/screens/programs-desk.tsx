import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, InputNumber, Modal, Select, Switch } from 'antd'
import { useId, useState } from 'react'
import type { WirePage } from '../../../language/wire.ts'
import { api } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireClient, WireDelivery, WireHook } from '../wire.ts'
import { useBankTexts } from './use-bank-texts.ts'

const SCOPES = ['outcomes:write', 'outcomes:read', 'conversions:read', 'conversions:decide', 'rules:read']
const EVENTS = [
  'outcome.accredited',
  'outcome.refused',
  'outcome.revoked',
  'conversion.submitted',
  'conversion.approved',
  'conversion.refused',
  'conversion.reversed',
  'ping',
]
interface Programs {
  readonly clients: readonly WireClient[]
  readonly hooks: readonly WireHook[]
  readonly deliveries: readonly WireDelivery[]
}

/** Programs of institutions: who may call, what they are told, and what became of each notice. */
export function ProgramsDesk() {
  const t = useBankTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [isNew, setNew] = useState(false)
  const [hookFor, setHookFor] = useState<WireClient>()
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'programs'],
    queryFn: ({ signal }) => api.get<Programs>('/credit-bank/clients', signal),
  })
  const again = () => client.invalidateQueries({ queryKey: ['credit-bank', 'programs'] })
  const send = (path: string) =>
    void api
      .post(`/credit-bank/${path}`)
      .then(again)
      .catch((failure: unknown) => message.error(errorText(failure)))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <div className="bank-bar">
        <Button type="primary" onClick={() => setNew(true)}>
          {t('program.new')}
        </Button>
        <a href="/api/credit-bank/v1/openapi.json" target="_blank" rel="noreferrer">
          OpenAPI
        </a>
      </div>
      {data.clients.length === 0 && <p>{t('program.none')}</p>}
      <ul className="bank-list">
        {data.clients.map((one) => (
          <li key={one.id} className="bank-card">
            <div className="bank-head">
              <strong>{one.name}</strong>
              <span>
                {one.disabledAt ? t('program.ended') : one.sandbox ? t('program.sandbox') : t('program.live')}
              </span>
            </div>
            <small>
              {one.institution} · {one.scopes.join(' ')} ·{' '}
              {t('program.quota', { minute: one.perMinute, day: one.perDay, today: one.callsToday })}
            </small>
            {!one.disabledAt && (
              <div className="bank-steps">
                <Button size="small" onClick={() => setHookFor(one)}>
                  {t('hook.new')}
                </Button>
                <Button size="small" danger onClick={() => send(`clients/${one.id}/end`)}>
                  {t('program.end')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {data.hooks.length > 0 && (
        <section className="bank-card">
          <h2>{t('hook.title')}</h2>
          <ul className="bank-entries">
            {data.hooks.map((hook) => (
              <li key={hook.id}>
                <span>
                  {hook.url} <small>{[hook.client, hook.events.join(' ')].join(' · ')}</small>
                </span>
                {hook.endedAt ? (
                  t('program.ended')
                ) : (
                  <Button size="small" onClick={() => send(`hooks/${hook.id}/end`)}>
                    {t('program.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <h2>{t('hook.log')}</h2>
          <ul className="bank-entries">
            {data.deliveries.map((one) => (
              <li key={one.id}>
                <span>
                  {one.event}{' '}
                  <small>
                    {[formatTime(one.madeAt), one.url, t('hook.tries', { n: one.tries }), one.problem]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
                {one.sentAt ? (
                  <span className="bank-ok">{t('hook.sent')}</span>
                ) : (
                  <Button size="small" onClick={() => send(`deliveries/${one.id}/again`)}>
                    {t('hook.again')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {isNew && <NewProgram onClose={() => setNew(false)} onMade={again} />}
      {hookFor && <NewHook program={hookFor} onClose={() => setHookFor(undefined)} onMade={again} />}
    </>
  )
}

/** What is shown once: whoever asked copies it now. */
function Once({ lines }: { readonly lines: readonly (readonly [string, string])[] }) {
  const t = useBankTexts()
  return (
    <div role="status">
      <p>{t('program.once')}</p>
      <dl className="bank-once">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function NewProgram({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: () => Promise<void> }) {
  const t = useBankTexts()
  const id = useId()
  const errorText = useErrorText()
  const [name, setName] = useState('')
  const [institution, setInstitution] = useState<string>()
  const [scopes, setScopes] = useState<string[]>(['outcomes:write'])
  const [sandbox, setSandbox] = useState(true)
  const [perMinute, setPerMinute] = useState(60)
  const [made, setMade] = useState<{ clientId: string; secret: string }>()
  const [problem, setProblem] = useState<string>()
  const institutions = useQuery({
    queryKey: ['credit-bank', 'institutions'],
    queryFn: ({ signal }) => api.get<WirePage>('/registers/credit-institutions?limit=500', signal),
  })
  async function make() {
    setProblem(undefined)
    try {
      setMade(await api.post('/credit-bank/clients', { name, institution, scopes, sandbox, perMinute }))
      await onMade()
    } catch (failure) {
      setProblem(errorText(failure))
    }
  }
  return (
    <Modal
      open
      title={t('program.new')}
      onCancel={onClose}
      onOk={() => (made ? onClose() : void make())}
      okText={made ? t('program.copied') : t('program.make')}
      okButtonProps={{ disabled: name.trim() === '' || institution === undefined || scopes.length === 0 }}
    >
      {made ? (
        <Once
          lines={[
            ['client_id', made.clientId],
            ['client_secret', made.secret],
          ]}
        />
      ) : (
        <div className="bank-form">
          <FormRow id={`${id}n`} label={t('program.name')}>
            <Input id={`${id}n`} value={name} onChange={({ target }) => setName(target.value)} maxLength={100} />
          </FormRow>
          <FormRow id={`${id}i`} label={t('rules.at')}>
            <Select
              id={`${id}i`}
              value={institution ?? null}
              onChange={(value) => setInstitution(value ?? undefined)}
              showSearch={{ optionFilterProp: 'label' }}
              options={(institutions.data?.rows ?? []).map((row) => ({
                value: row.id,
                label: String(row.values['name']),
              }))}
            />
          </FormRow>
          <Checkbox.Group aria-label={t('program.scopes')} value={scopes} onChange={setScopes} options={SCOPES} />
          <FormRow id={`${id}q`} label={t('program.per-minute')}>
            <InputNumber
              id={`${id}q`}
              min={1}
              max={6000}
              value={perMinute}
              onChange={(value) => setPerMinute(value ?? 60)}
            />
          </FormRow>
          <label className="bank-switch">
            <Switch checked={sandbox} onChange={setSandbox} /> {t('program.is-sandbox')}
          </label>
          {problem && (
            <p className="form-problem" role="alert">
              {problem}
            </p>
          )}
        </div>
      )}
    </Modal>
  )
}

interface NewHookProps {
  readonly program: WireClient
  readonly onClose: () => void
  readonly onMade: () => Promise<void>
}

function NewHook({ program, onClose, onMade }: NewHookProps) {
  const t = useBankTexts()
  const id = useId()
  const errorText = useErrorText()
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState<string[]>(['outcome.accredited', 'conversion.submitted'])
  const [secret, setSecret] = useState<string>()
  const [problem, setProblem] = useState<string>()
  async function make() {
    setProblem(undefined)
    try {
      const made = await api.post<{ secret: string }>('/credit-bank/hooks', { client: program.id, url, events })
      setSecret(made.secret)
      await onMade()
    } catch (failure) {
      setProblem(errorText(failure))
    }
  }
  return (
    <Modal
      open
      title={`${t('hook.new')} · ${program.name}`}
      onCancel={onClose}
      onOk={() => (secret ? onClose() : void make())}
      okText={secret ? t('program.copied') : t('program.make')}
      okButtonProps={{ disabled: url.trim() === '' || events.length === 0 }}
    >
      {secret ? (
        <Once lines={[[t('hook.secret'), secret]]} />
      ) : (
        <div className="bank-form">
          <FormRow id={`${id}u`} label={t('hook.url')}>
            <Input id={`${id}u`} value={url} onChange={({ target }) => setUrl(target.value)} placeholder="https://" />
          </FormRow>
          <Checkbox.Group aria-label={t('hook.events')} value={events} onChange={setEvents} options={EVENTS} />
          {problem && (
            <p className="form-problem" role="alert">
              {problem}
            </p>
          )}
        </div>
      )}
    </Modal>
  )
}

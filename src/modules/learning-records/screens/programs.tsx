import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { useTexts } from '../../../web/kit/use-texts.ts'
import { SCOPES, type Scope, type WireClient } from '../wire.ts'
import { learningTexts } from './texts.ts'

const KEY = ['learning-records', 'clients']

/** Programs that may write or read: what each may do, a new one, an end for one. */
export function Programs() {
  const t = useTexts(learningTexts)
  const cache = useQueryClient()
  const [isNew, setNew] = useState(false)
  const [ending, setEnding] = useState<WireClient>()
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<readonly WireClient[]>('/learning-records/clients', signal),
  })
  if (error) return <ErrorState error={error} what={t('tab.programs')} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={4} />
  const address = `${globalThis.location.origin}/xapi`
  const again = () => cache.invalidateQueries({ queryKey: KEY })
  return (
    <div className="learning">
      <dl className="learning-facts">
        <div>
          <dt>{t('address')}</dt>
          <dd>
            <code>{address}</code>
          </dd>
        </div>
        <div>
          <dt>{t('address.old')}</dt>
          <dd>
            <code>{address}/v1</code>
          </dd>
        </div>
        <div>
          <dt>{t('token')}</dt>
          <dd>
            <code>{address}/oauth/token</code>
          </dd>
        </div>
      </dl>
      <div>
        <Button type="primary" onClick={() => setNew(true)}>
          {t('program.new')}
        </Button>
      </div>
      {data.length === 0 && <p>{t('program.none')}</p>}
      <ul className="learning-programs">
        {data.map((one) => (
          <li key={one.id} data-ended={one.revokedAt !== null}>
            <div>
              <strong>{one.name}</strong>
              <code>{one.key}</code>
              <small>
                {one.scopes.map((scope) => t(`scope.${scope}`)).join(' · ')} ·{' '}
                {one.revokedAt
                  ? t('program.revoked', { at: formatTime(one.revokedAt) })
                  : t('program.since', { at: formatTime(one.createdAt) })}
              </small>
            </div>
            {!one.revokedAt && (
              <Button danger onClick={() => setEnding(one)}>
                {t('program.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isNew && <NewProgram onClose={() => setNew(false)} onMade={again} />}
      {ending && (
        <ConfirmComment
          title={`${t('program.revoke')} · ${ending.name}`}
          comment="none"
          okText={t('program.revoke')}
          isDangerous
          onConfirm={async () => {
            await api.post(`/learning-records/clients/${ending.id}/revoke`, {})
            await again()
          }}
          onClose={() => setEnding(undefined)}
        >
          <p>{t('program.revoke-sure')}</p>
        </ConfirmComment>
      )}
    </div>
  )
}

interface NewProgramProps {
  readonly onClose: () => void
  readonly onMade: () => Promise<void>
}

function NewProgram({ onClose, onMade }: NewProgramProps) {
  const t = useTexts(learningTexts)
  const id = useId()
  const errorText = useErrorText()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Scope[]>(['statements/write', 'define', 'state'])
  const [made, setMade] = useState<{ client: WireClient; secret: string }>()
  const [problem, setProblem] = useState<string>()
  async function make() {
    setProblem(undefined)
    try {
      setMade(await api.post('/learning-records/clients', { name, scopes }))
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
      okButtonProps={{ disabled: name.trim() === '' || scopes.length === 0 }}
    >
      {made ? (
        <div role="status">
          <p>{t('program.once')}</p>
          <dl className="learning-facts">
            <div>
              <dt>{t('program.key')}</dt>
              <dd>
                <code>{made.client.key}</code>
              </dd>
            </div>
            <div>
              <dt>{t('program.secret')}</dt>
              <dd>
                <code>{made.secret}</code>
              </dd>
            </div>
          </dl>
        </div>
      ) : (
        <>
          <FormRow id={`${id}n`} label={t('program.name')}>
            <Input
              id={`${id}n`}
              value={name}
              maxLength={80}
              placeholder={t('program.name-hint')}
              onChange={({ target }) => setName(target.value)}
            />
          </FormRow>
          <Checkbox.Group
            className="learning-scopes"
            aria-label={t('program.scopes')}
            value={scopes}
            onChange={setScopes}
            options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
          />
          {problem && (
            <p className="form-problem" role="alert">
              {problem}
            </p>
          )}
        </>
      )}
    </Modal>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Label } from '../../../language/label.ts'
import { api, ApiError } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useTexts } from '../../../web/kit/use-texts.ts'
import { useUnsavedWarning } from '../../../web/kit/use-unsaved-warning.ts'
import { PATH } from './queries.ts'
import type { platformTexts } from './texts.ts'
import { usePlatformTexts } from './use-platform-texts.ts'
import { type Connection, type PlatformPaths, USUAL_PATHS } from './wire-platform.ts'

type Values = Omit<Connection, 'hasSecret' | 'changedAt' | 'changedBy'> & { readonly secret: string }

const EMPTY: Values = {
  url: '',
  appKey: '',
  secret: '',
  mode: 'ecb',
  encoding: 'base64',
  batchRows: 1000,
  paths: USUAL_PATHS,
  enabled: false,
}

const MODES = [
  { value: 'ecb', label: 'ECB' },
  { value: 'cbc', label: 'CBC' },
] as const
const ENCODINGS = [
  { value: 'base64', label: 'Base64' },
  { value: 'hex', label: 'Hex' },
] as const

const CALLS = Object.keys(USUAL_PATHS) as (keyof PlatformPaths)[]

const valuesOf = (kept: Connection | null): Values => {
  if (!kept) return EMPTY
  const { url, appKey, mode, encoding, batchRows, paths, enabled } = kept
  return { url, appKey, mode, encoding, batchRows, paths, enabled, secret: '' }
}

/** Where to report to, and how this college signs. What is entered can be tried before it is kept. */
export function ConnectionForm({ kept }: { readonly kept: Connection | null }) {
  const t = usePlatformTexts()
  const common = useTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [values, setValues] = useState<Values>(() => valuesOf(kept))
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState<'save' | 'test'>()
  const [tried, setTried] = useState<{ readonly ok: boolean; readonly wrong: Label | null }>()
  const before = valuesOf(kept)
  const isChanged = JSON.stringify(values) !== JSON.stringify({ ...values, ...before })
  useUnsavedWarning(isChanged)

  const set = (change: Partial<Values>) => {
    setValues({ ...values, ...change })
    setTried(undefined)
  }
  /** Runs one of the two; what is wrong stands at its field. */
  async function run(what: 'save' | 'test', work: (body: object) => Promise<void>) {
    const { secret, ...rest } = values
    setBusy(what)
    setProblems({})
    try {
      await work({ ...rest, ...(secret === '' ? {} : { secret }) })
    } catch (error) {
      const found = error instanceof ApiError ? error.problems : []
      setProblems(Object.fromEntries(found.flatMap(({ field, message: said }) => (field ? [[field, said[lang]]] : []))))
      if (found.length === 0) void message.error(errorText(error))
    } finally {
      setBusy(undefined)
    }
  }
  const save = () =>
    run('save', async (body) => {
      await api.put(`${PATH}/connection`, body)
      void message.success(t('connection.saved'))
      setValues({ ...values, secret: '' })
      await client.invalidateQueries({ queryKey: ['national-platform'] })
    })
  const test = () =>
    run('test', async (body) => {
      setTried(await api.post(`${PATH}/connection/test`, body))
    })
  const row = (
    name: keyof Values,
    label: keyof typeof platformTexts,
    input: (id: string) => ReactNode,
    more: { readonly help?: string; readonly isRequired?: boolean } = {},
  ) => (
    <FormRow id={`platform-${name}`} label={t(label)} problem={problems[name]} {...more}>
      {input(`platform-${name}`)}
    </FormRow>
  )
  const wrong = (name: string) => (problems[name] ? ({ status: 'error', 'aria-invalid': true } as const) : {})
  return (
    <form
      className="card platform-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {row(
        'url',
        'connection.url',
        (id) => (
          <Input
            id={id}
            value={values.url}
            maxLength={300}
            placeholder="https://"
            onChange={(event) => set({ url: event.target.value.trim() })}
            {...wrong('url')}
          />
        ),
        { help: t('connection.url-help'), isRequired: true },
      )}
      {row(
        'appKey',
        'connection.app-key',
        (id) => (
          <Input
            id={id}
            value={values.appKey}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => set({ appKey: event.target.value.trim() })}
            {...wrong('appKey')}
          />
        ),
        { isRequired: true },
      )}
      {row(
        'secret',
        'connection.secret',
        (id) => (
          <Input.Password
            id={id}
            value={values.secret}
            maxLength={64}
            autoComplete="new-password"
            placeholder={kept?.hasSecret ? t('connection.secret-kept') : ''}
            onChange={(event) => set({ secret: event.target.value.trim() })}
            {...wrong('secret')}
          />
        ),
        { help: t('connection.secret-help'), isRequired: !kept?.hasSecret },
      )}
      <div className="platform-pair">
        {row('mode', 'connection.mode', (id) => (
          <Select id={id} value={values.mode} options={[...MODES]} onChange={(mode: Values['mode']) => set({ mode })} />
        ))}
        {row('encoding', 'connection.encoding', (id) => (
          <Select
            id={id}
            value={values.encoding}
            options={[...ENCODINGS]}
            onChange={(encoding: Values['encoding']) => set({ encoding })}
          />
        ))}
        {row(
          'batchRows',
          'connection.batch-rows',
          (id) => (
            <InputNumber
              id={id}
              min={1}
              max={5000}
              precision={0}
              value={values.batchRows}
              onChange={(batchRows) => set({ batchRows: batchRows ?? EMPTY.batchRows })}
              {...wrong('batchRows')}
            />
          ),
          { help: t('connection.batch-rows-help') },
        )}
      </div>
      <details
        className="platform-paths"
        open={CALLS.some((call) => values.paths[call] !== USUAL_PATHS[call] || problems[`paths.${call}`])}
      >
        <summary>{t('connection.paths')}</summary>
        <p className="state-small">{t('connection.paths-help')}</p>
        <div className="platform-calls">
          {CALLS.map((call) => (
            <FormRow
              key={call}
              id={`platform-path-${call}`}
              label={t(`path.${call}`)}
              problem={problems[`paths.${call}`]}
            >
              <Input
                id={`platform-path-${call}`}
                value={values.paths[call]}
                maxLength={200}
                placeholder={USUAL_PATHS[call]}
                onChange={(event) => set({ paths: { ...values.paths, [call]: event.target.value.trim() } })}
                {...wrong(`paths.${call}`)}
              />
            </FormRow>
          ))}
        </div>
      </details>
      <Checkbox checked={values.enabled} onChange={(event) => set({ enabled: event.target.checked })}>
        {t('connection.enabled')}
      </Checkbox>
      <div role="status">
        {tried && (
          <Alert
            type={tried.ok ? 'success' : 'error'}
            showIcon
            title={tried.ok ? t('connection.works') : tried.wrong?.[lang]}
          />
        )}
      </div>
      <div className="platform-actions">
        <Button type="primary" htmlType="submit" loading={busy === 'save'} disabled={!isChanged}>
          {common('common.save')}
        </Button>
        <Button loading={busy === 'test'} onClick={() => void test()}>
          {t('connection.test')}
        </Button>
        {kept && <small>{t('connection.changed', { who: kept.changedBy, time: formatTime(kept.changedAt) })}</small>}
      </div>
    </form>
  )
}

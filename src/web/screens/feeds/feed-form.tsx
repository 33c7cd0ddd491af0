import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type {
  FeedSource,
  WireFeed,
  WireFeedPreview,
  WireFeedRegister,
  WireFeedSample,
} from '../../../language/wire-feeds.ts'
import { findRegister } from '../../app/catalogue.ts'
import { ApiError, api } from '../../kit/api.ts'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { emptyDraft, emptySource, type FeedDraft, suggestedMapping } from './feed-draft.ts'
import { FeedPreview } from './feed-preview.tsx'
import { HowForm } from './how-form.tsx'
import { MappingTable } from './mapping-table.tsx'
import { SampleTable } from './sample-table.tsx'
import { Choice, SourceForm, TextRow } from './source-form.tsx'
import { useFeedTexts } from './use-feed-texts.ts'
import './feeds.css'

/** Sets up a feed, or changes one. */
export function FeedForm() {
  const t = useFeedTexts()
  const { id } = useParams()
  const registers = useQuery({
    queryKey: ['feeds', 'registers'],
    queryFn: ({ signal }) => api.get<readonly WireFeedRegister[]>('/feeds/registers', signal),
  })
  const feed = useQuery({
    queryKey: ['feeds', 'one', id],
    queryFn: ({ signal }) => api.get<WireFeed>(`/feeds/${id}`, signal),
    enabled: id !== undefined,
    staleTime: Infinity,
  })
  const failed = [registers, feed].find((query) => query.error)
  if (failed) return <ErrorState error={failed.error} what={t('list.title')} onRetry={() => void failed.refetch()} />
  if (!registers.data || (id !== undefined && !feed.data)) return <Loading />
  return <Form key={feed.data?.version ?? 0} registers={registers.data} feed={feed.data} />
}

interface FormProps {
  readonly registers: readonly WireFeedRegister[]
  readonly feed: WireFeed | undefined
}

function Form({ registers, feed }: FormProps) {
  const t = useFeedTexts()
  const common = useTexts()
  const { lang } = useLang()
  const id = useId()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [draft, setDraft] = useState<FeedDraft>(() =>
    feed ? { ...settingsOf(feed), secret: '' } : emptyDraft(registers[0]?.name ?? ''),
  )
  const [sample, setSample] = useState(() => feed && keptSample(feed))
  const [preview, setPreview] = useState<WireFeedPreview>()
  const [busy, setBusy] = useState<'try' | 'preview' | 'save'>()
  const [failure, setFailure] = useState<{ readonly at: 'try' | 'preview' | 'save'; readonly error: unknown }>()
  const open = registers.find((one) => one.name === draft.register)
  const register = findRegister(draft.register)
  const change = (more: Partial<FeedDraft>) => {
    setPreview(undefined)
    setDraft((old) => ({ ...old, ...more }))
  }

  async function doing(what: 'try' | 'preview' | 'save', work: () => Promise<void>) {
    setBusy(what)
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      setFailure({ at: what, error })
    } finally {
      setBusy(undefined)
    }
  }
  const { secret: entered, ...settings } = draft
  const secret = entered === '' ? {} : { secret: entered }
  const kept = feed ? { feed: feed.id } : {}
  const tryOut = () =>
    doing('try', async () => {
      const found = await api.post<WireFeedSample>('/feeds/sample', {
        register: draft.register,
        source: draft.source,
        ...secret,
        ...kept,
      })
      setSample(found)
      change({ mapping: suggestedMapping(draft.mapping, found.columns) })
    })
  const look = () =>
    doing('preview', async () =>
      setPreview(await api.post<WireFeedPreview>('/feeds/preview', { settings, ...secret, ...kept })),
    )
  const save = () =>
    doing('save', async () => {
      const body = { settings, ...secret, ...(feed ? { version: feed.version } : {}) }
      const saved = await (feed ? api.patch<WireFeed>(`/feeds/${feed.id}`, body) : api.post<WireFeed>('/feeds', body))
      await client.invalidateQueries({ queryKey: ['feeds'] })
      void message.success(t('check.saved'))
      void navigate(`/feeds/${saved.id}`)
    })
  const problem = (at: 'try' | 'preview' | 'save') =>
    failure?.at === at && (
      <p className="feed-failure" role="alert">
        {failure.error instanceof ApiError ? errorText(failure.error) : common('error.unexpected')}
      </p>
    )
  const kinds: readonly FeedSource['kind'][] = ['postgres', 'mysql', 'http', 'folder']
  const needsSecret =
    draft.source.kind !== 'folder' && !(draft.source.kind === 'http' && draft.source.signIn.by === 'none')
  return (
    <div className="feed-form">
      <PageHeader
        title={feed ? t('form.edit', { name: feed.name }) : t('form.new')}
        back={{ to: feed ? `/feeds/${feed.id}` : '/feeds', text: feed?.name ?? t('list.title') }}
      />
      <section aria-label={t('form.what')}>
        <h2>{t('form.what')}</h2>
        <div className="feed-rows">
          <TextRow
            id={`${id}-name`}
            label={t('form.name')}
            help={t('form.name-help')}
            isRequired
            value={draft.name}
            onChange={(name) => change({ name })}
          />
          <FormRow id={`${id}-register`} label={t('form.register')} isRequired>
            <Select
              id={`${id}-register`}
              value={draft.register || null}
              disabled={feed !== undefined}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              options={registers.map(({ name }) => ({ value: name, label: findRegister(name)?.label[lang] ?? name }))}
              onChange={(name: string) => {
                setSample(undefined)
                change({ register: name, mapping: [] })
              }}
            />
          </FormRow>
          <Choice
            id={`${id}-kind`}
            label={t('form.kind')}
            value={draft.source.kind}
            values={kinds}
            textOf={(kind) => t(`kind.${kind}`)}
            onChange={(kind) => {
              setSample(undefined)
              change({ source: emptySource(kind), mode: 'all', changedColumn: null, vanished: 'nothing' })
            }}
          />
          <SourceForm id={id} source={draft.source} onChange={(source) => change({ source })} />
          {needsSecret && (
            <FormRow
              id={`${id}-secret`}
              label={t(draft.source.kind === 'http' ? 'form.token' : 'form.password')}
              help={t(feed?.hasSecret ? 'form.secret-kept' : 'form.secret-help')}
            >
              <Input.Password
                id={`${id}-secret`}
                value={draft.secret}
                autoComplete="new-password"
                onChange={(event) => change({ secret: event.target.value })}
              />
            </FormRow>
          )}
        </div>
        <Button
          type={sample ? 'default' : 'primary'}
          loading={busy === 'try'}
          disabled={draft.register === ''}
          onClick={() => void tryOut()}
        >
          {t('form.try')}
        </Button>
        {problem('try')}
      </section>
      {sample && open && register && (
        <>
          <section aria-label={t('form.columns')}>
            <h2>{t('form.columns')}</h2>
            {sample.rows.length > 0 && (
              <>
                <p className="feed-note" role="status">
                  {t('form.tried', { n: sample.columns.length, rows: sample.rows.length })}
                </p>
                <SampleTable sample={sample} />
              </>
            )}
            <MappingTable
              register={register}
              open={open}
              sample={sample}
              mapping={draft.mapping}
              onChange={(mapping) => change({ mapping })}
            />
          </section>
          <section aria-label={t('form.how')}>
            <h2>{t('form.how')}</h2>
            <div className="feed-rows">
              <HowForm
                id={id}
                draft={draft}
                open={open}
                columns={sample.columns.map(({ column }) => column)}
                onChange={change}
              />
            </div>
          </section>
          <section aria-label={t('form.check')}>
            <h2>{t('form.check')}</h2>
            {preview && <FeedPreview preview={preview} />}
            {problem('preview')}
            {problem('save')}
            <div className="feed-buttons">
              <Button loading={busy === 'preview'} onClick={() => void look()}>
                {t(preview ? 'check.again' : 'check.preview')}
              </Button>
              <Button
                type="primary"
                loading={busy === 'save'}
                disabled={draft.name.trim() === ''}
                onClick={() => void save()}
              >
                {common('common.save')}
              </Button>
            </div>
          </section>
        </>
      )}
    </div>
  )
}

/** The columns that a feed uses, until its source is tried again. */
const keptSample = ({ mapping, changedColumn }: WireFeed): WireFeedSample => ({
  columns: [...new Set([...mapping.map(({ column }) => column), ...(changedColumn ? [changedColumn] : [])])].map(
    (column) => ({
      column,
      field: null,
      values: null,
    }),
  ),
  rows: [],
})

/** What a person says of a feed, without what became of it. */
const settingsOf = ({ name, register, source, mapping, mode, changedColumn, vanished, cron, enabled }: WireFeed) => ({
  name,
  register,
  source,
  mapping,
  mode,
  changedColumn,
  vanished,
  cron,
  enabled,
})

import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import type {
  DatabaseSource,
  FeedPaging,
  FeedSource,
  FeedTls,
  FolderSource,
  HttpSource,
} from '../../../language/wire-feeds.ts'
import { FormRow } from '../../kit/form-row.tsx'
import { emptyPaging, emptySignIn } from './feed-draft.ts'
import { useFeedTexts } from './use-feed-texts.ts'

interface SourceFormProps<S> {
  readonly id: string
  readonly source: S
  readonly onChange: (source: S) => void
}

/** Where rows come from: what to enter depends on the kind. */
export function SourceForm({ id, source, onChange }: SourceFormProps<FeedSource>) {
  if (source.kind === 'http') return <HttpForm id={id} source={source} onChange={onChange} />
  if (source.kind === 'folder') return <FolderForm id={id} source={source} onChange={onChange} />
  return <DatabaseForm id={id} source={source} onChange={onChange} />
}

function DatabaseForm({ id, source, onChange }: SourceFormProps<DatabaseSource>) {
  const t = useFeedTexts()
  const text = (name: 'host' | 'database' | 'user') => (
    <TextRow
      id={`${id}-${name}`}
      label={t(`form.${name}`)}
      value={source[name]}
      onChange={(value) => onChange({ ...source, [name]: value })}
      isRequired
    />
  )
  const tls: readonly FeedTls[] = ['none', 'encrypted', 'verified']
  return (
    <>
      {text('host')}
      <FormRow id={`${id}-port`} label={t('form.port')} isRequired>
        <InputNumber
          id={`${id}-port`}
          value={source.port}
          min={1}
          max={65_535}
          onChange={(port) => onChange({ ...source, port: port ?? 0 })}
        />
      </FormRow>
      {text('database')}
      {text('user')}
      <Choice
        id={`${id}-tls`}
        label={t('form.tls')}
        value={source.tls}
        values={tls}
        textOf={(one) => t(`form.tls-${one}`)}
        onChange={(one) => onChange({ ...source, tls: one })}
      />
      <FormRow id={`${id}-from`} label={t('form.from')} isRequired help={t('form.from-help')} isWide>
        <Input.TextArea
          id={`${id}-from`}
          value={source.from}
          autoSize={{ minRows: 1, maxRows: 12 }}
          onChange={(event) => onChange({ ...source, from: event.target.value })}
        />
      </FormRow>
    </>
  )
}

function HttpForm({ id, source, onChange }: SourceFormProps<HttpSource>) {
  const t = useFeedTexts()
  const { signIn, paging } = source
  const ways: readonly HttpSource['signIn']['by'][] = ['none', 'bearer', 'basic', 'header']
  const pagings: readonly FeedPaging['by'][] = ['none', 'page', 'offset', 'cursor']
  return (
    <>
      <TextRow
        id={`${id}-url`}
        label={t('form.url')}
        value={source.url}
        onChange={(url) => onChange({ ...source, url })}
        isRequired
        isWide
      />
      <Choice
        id={`${id}-sign-in`}
        label={t('form.sign-in')}
        value={signIn.by}
        values={ways}
        textOf={(by) => t(`form.sign-in-${by}`)}
        onChange={(by) => onChange({ ...source, signIn: emptySignIn(by) })}
      />
      {signIn.by === 'basic' && (
        <TextRow
          id={`${id}-user`}
          label={t('form.user')}
          value={signIn.user}
          onChange={(user) => onChange({ ...source, signIn: { ...signIn, user } })}
          isRequired
        />
      )}
      {signIn.by === 'header' && (
        <TextRow
          id={`${id}-header`}
          label={t('form.header')}
          value={signIn.header}
          onChange={(header) => onChange({ ...source, signIn: { ...signIn, header } })}
          isRequired
        />
      )}
      <TextRow
        id={`${id}-path`}
        label={t('form.path')}
        help={t('form.path-help')}
        value={source.path}
        onChange={(path) => onChange({ ...source, path })}
      />
      <Choice
        id={`${id}-paging`}
        label={t('form.paging')}
        value={paging.by}
        values={pagings}
        textOf={(by) => t(`form.paging-${by}`)}
        onChange={(by) => onChange({ ...source, paging: emptyPaging(by) })}
      />
      {paging.by !== 'none' && (
        <TextRow
          id={`${id}-parameter`}
          label={t('form.parameter')}
          value={paging.parameter}
          onChange={(parameter) => onChange({ ...source, paging: { ...paging, parameter } })}
          isRequired
        />
      )}
      {paging.by === 'cursor' && (
        <TextRow
          id={`${id}-cursor`}
          label={t('form.cursor-path')}
          value={paging.path}
          onChange={(path) => onChange({ ...source, paging: { ...paging, path } })}
          isRequired
        />
      )}
      {(paging.by === 'page' || paging.by === 'offset') && (
        <>
          <TextRow
            id={`${id}-size-parameter`}
            label={t('form.size-parameter')}
            value={paging.sizeParameter ?? ''}
            onChange={(name) => {
              const { sizeParameter: _, ...rest } = paging
              onChange({ ...source, paging: name === '' ? rest : { ...rest, sizeParameter: name } })
            }}
          />
          <FormRow id={`${id}-size`} label={t('form.size')}>
            <InputNumber
              id={`${id}-size`}
              value={paging.size}
              min={1}
              max={10_000}
              onChange={(size) => onChange({ ...source, paging: { ...paging, size: size ?? 1 } })}
            />
          </FormRow>
        </>
      )}
      <TextRow
        id={`${id}-since`}
        label={t('form.since')}
        value={source.sinceParameter ?? ''}
        onChange={(name) => {
          const { sinceParameter: _, ...rest } = source
          onChange(name === '' ? rest : { ...rest, sinceParameter: name })
        }}
      />
    </>
  )
}

function FolderForm({ id, source, onChange }: SourceFormProps<FolderSource>) {
  const t = useFeedTexts()
  return (
    <TextRow
      id={`${id}-folder`}
      label={t('form.folder')}
      help={t('form.folder-help')}
      value={source.folder}
      onChange={(folder) => onChange({ ...source, folder })}
    />
  )
}

interface RowProps {
  readonly id: string
  readonly label: string
  readonly help?: string | undefined
  readonly isRequired?: boolean
  readonly isWide?: boolean
}

/** A line of text with its label. */
export function TextRow({
  value,
  onChange,
  ...row
}: RowProps & { readonly value: string; readonly onChange: (value: string) => void }): ReactNode {
  return (
    <FormRow {...row}>
      <Input
        id={row.id}
        value={value}
        maxLength={2000}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </FormRow>
  )
}

/** One of a few. */
export function Choice<V extends string>({
  value,
  values,
  textOf,
  onChange,
  ...row
}: RowProps & {
  readonly value: V
  readonly values: readonly V[]
  readonly textOf: (value: V) => string
  readonly onChange: (value: V) => void
}): ReactNode {
  return (
    <FormRow {...row}>
      <Select<V>
        id={row.id}
        value={value}
        onChange={onChange}
        options={values.map((one) => ({ value: one, label: textOf(one) }))}
        popupMatchSelectWidth={false}
      />
    </FormRow>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { ApiError, api, queryOf } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useUnsavedWarning } from '../../../web/kit/use-unsaved-warning.ts'
import { aroundBlanks, ITEM_KINDS, type Item, type ItemKind } from '../item/item.ts'
import { DIFFICULTIES, type Difficulty, type WireItem, type WirePoint, type WireVersion } from '../wire.ts'
import { ItemParts } from './item-parts.tsx'
import { useItemTexts } from './use-item-texts.ts'
import './items.css'

interface Draft {
  readonly item: Item
  readonly difficulty: Difficulty
  readonly knowledgePoints: readonly string[]
  readonly shared: boolean
}

const common = { stem: '', points: '5', explanation: null }
const options = [...'ABCD'].map((key) => ({ key, text: '' }))
/** What a new item of each kind begins with. */
const EMPTY: { readonly [K in ItemKind]: Extract<Item, { kind: K }> } = {
  single: { kind: 'single', ...common, options, right: '' },
  multiple: { kind: 'multiple', ...common, options, right: [], credit: 'right-only' },
  blanks: {
    kind: 'blanks',
    ...common,
    blanks: [],
    folding: { width: true, case: true, space: true },
    credit: 'share',
  },
  number: { kind: 'number', ...common, value: '', tolerance: { kind: 'absolute', amount: '0' }, unit: null },
  order: { kind: 'order', ...common, entries: ['', '', ''], credit: 'share' },
  match: {
    kind: 'match',
    ...common,
    pairs: [
      ['', ''],
      ['', ''],
    ],
    distractors: [],
    credit: 'share',
  },
  short: { kind: 'short', ...common, keywords: [], sample: null },
}

/** A new item: its kind and course stand in the address. */
export function NewItem() {
  const t = useItemTexts()
  const [asked] = useSearchParams()
  const course = asked.get('course') ?? ''
  const kind = ITEM_KINDS.find((one) => one === asked.get('kind')) ?? 'single'
  const [serial, setSerial] = useState(0)
  return (
    <>
      <PageHeader
        title={t('new-title', { kind: t(`kind.${kind}`) })}
        back={{ to: `/items${queryOf({ course })}`, text: t('back') }}
      />
      <Editor key={`${kind} ${serial}`} course={course} kind={kind} onNext={() => setSerial(serial + 1)} />
    </>
  )
}

/** An item of the bank: read, changed, taken out of use. */
export function ItemPage() {
  const t = useItemTexts()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['items', 'one', id],
    queryFn: ({ signal }) => api.get<WireItem>(`/items/${id}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageHeader
        title={t('edit-title', { kind: t(`kind.${data.item.kind}`) })}
        back={{ to: `/items${queryOf({ course: data.course })}`, text: t('back') }}
        tags={<span className="item-tag">{t('version-tag', { n: data.version })}</span>}
        subtitle={`${data.author} · ${
          data.observed.gained === null
            ? t('unobserved')
            : `${t('observed')} ${data.observed.gained}%（${t('observed-of', { n: data.observed.answers })}）`
        }`}
      />
      <Editor key={data.revision} course={data.course} kind={data.item.kind} of={data} />
      <Versions id={id} />
    </>
  )
}

function Editor({
  course,
  kind,
  of,
  onNext,
}: {
  readonly course: string
  readonly kind: ItemKind
  readonly of?: WireItem
  readonly onNext?: () => void
}) {
  const t = useItemTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>(
    of ?? { item: EMPTY[kind], difficulty: 'medium', knowledgePoints: [], shared: false },
  )
  const [error, setError] = useState<unknown>()
  const [isDirty, setDirty] = useState(false)
  const [isBusy, setBusy] = useState(false)
  useUnsavedWarning(isDirty)
  const points = useQuery({
    queryKey: ['items', 'points', course],
    queryFn: ({ signal }) => api.get<WirePoint[]>(`/items/points${queryOf({ course })}`, signal),
  })
  const set = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }))
    setDirty(true)
  }
  const { item } = draft
  const problemOf = (field: string) =>
    error instanceof ApiError ? error.problems.find((problem) => problem.field === field)?.message[lang] : undefined

  async function save(next: () => void) {
    setBusy(true)
    const body = {
      item: trimmed(draft.item),
      difficulty: draft.difficulty,
      knowledgePoints: draft.knowledgePoints,
      shared: draft.shared,
    }
    try {
      await (of
        ? api.put(`/items/${of.id}`, { ...body, revision: of.revision })
        : api.post('/items', { ...body, course }))
      setDirty(false)
      setError(undefined)
      void message.success(t('saved'))
      await client.invalidateQueries({ queryKey: ['items'] })
      next()
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  async function retire(retired: boolean) {
    try {
      await api.post(`/items/${of!.id}/retire`, { revision: of!.revision, retired })
      await client.invalidateQueries({ queryKey: ['items'] })
    } catch (refused) {
      setError(refused)
    }
  }

  const canWrite = of?.canWrite ?? true
  return (
    <div className="item-editor">
      <fieldset disabled={!canWrite} className="card item-form">
        {!canWrite && <Alert type="info" showIcon title={t('read-only')} />}
        {of?.isUsed && canWrite && <Alert type="info" showIcon title={t('used-note', { n: of.version + 1 })} />}
        <FormRow
          id="item-stem"
          label={t('stem')}
          {...(kind === 'blanks' ? { help: t('stem-help.blanks') } : {})}
          problem={problemOf('stem')}
          isRequired
          isWide
        >
          <Input.TextArea
            id="item-stem"
            autoFocus={!of}
            autoSize={{ minRows: 2, maxRows: 12 }}
            value={item.stem}
            onChange={({ target }) => set({ item: { ...item, stem: target.value } })}
          />
        </FormRow>
        <ItemParts item={item} onChange={(next) => set({ item: next })} problemOf={problemOf} />
        <FormRow id="item-points" label={t('points')} problem={problemOf('points')} isRequired>
          <Input
            id="item-points"
            inputMode="decimal"
            value={item.points}
            onChange={({ target }) => set({ item: { ...item, points: target.value.trim() } })}
          />
        </FormRow>
        <FormRow id="item-difficulty" label={t('difficulty')}>
          <Select
            id="item-difficulty"
            value={draft.difficulty}
            onChange={(difficulty) => set({ difficulty })}
            options={DIFFICULTIES.map((one) => ({ value: one, label: t(`difficulty.${one}`) }))}
          />
        </FormRow>
        <FormRow id="item-points-known" label={t('point')} problem={problemOf('knowledgePoints')} isWide>
          <Select
            id="item-points-known"
            mode="multiple"
            value={[...draft.knowledgePoints]}
            onChange={(knowledgePoints) => set({ knowledgePoints })}
            showSearch={{ optionFilterProp: 'label' }}
            options={(points.data ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          />
        </FormRow>
        <FormRow id="item-explanation" label={t('explanation')} help={t('explanation-help')} isWide>
          <Input.TextArea
            id="item-explanation"
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={item.explanation ?? ''}
            onChange={({ target }) =>
              set({ item: { ...item, explanation: target.value === '' ? null : target.value } })
            }
          />
        </FormRow>
        <Checkbox checked={draft.shared} onChange={({ target }) => set({ shared: target.checked })}>
          {t('share')}
        </Checkbox>
        {error !== undefined && <Alert type="error" showIcon title={errorText(error)} />}
        {canWrite && (
          <div className="item-actions">
            <Button
              type="primary"
              loading={isBusy}
              onClick={() => void save(() => (of ? undefined : void navigate(`/items${queryOf({ course })}`)))}
            >
              {t('save')}
            </Button>
            {onNext && (
              <Button loading={isBusy} onClick={() => void save(onNext)}>
                {t('save-next')}
              </Button>
            )}
            {of && <Button onClick={() => void retire(!of.isRetired)}>{t(of.isRetired ? 'restore' : 'retire')}</Button>}
          </div>
        )}
      </fieldset>
      <aside className="card item-preview" aria-label={t('preview')}>
        <h2>{t('preview')}</h2>
        <AsAsked item={item} />
      </aside>
    </div>
  )
}

/** Blanks that the question no longer has go; those it has get a place. */
const trimmed = (item: Item): Item =>
  item.kind === 'blanks'
    ? { ...item, blanks: Array.from({ length: aroundBlanks(item.stem).length - 1 }, (_, i) => item.blanks[i] ?? ['']) }
    : item

function AsAsked({ item }: { readonly item: Item }) {
  const t = useItemTexts()
  const texts = aroundBlanks(item.stem)
  return (
    <>
      <p className="item-stem">
        {item.kind === 'blanks'
          ? texts.map((text, i) => (
              <span key={i}>
                {text}
                {i < texts.length - 1 && <span className="item-blank">{i + 1}</span>}
              </span>
            ))
          : item.stem}
        <small>
          （{item.points} {t('points')}）
        </small>
      </p>
      {(item.kind === 'single' || item.kind === 'multiple') && (
        <ol className="item-asked">
          {item.options.map(({ key, text }) => (
            <li key={key}>
              <b>{key}</b> {text}
            </li>
          ))}
        </ol>
      )}
      {item.kind === 'order' && (
        <ol className="item-asked">
          {item.entries.toSorted().map((entry, i) => (
            <li key={i}>{entry}</li>
          ))}
        </ol>
      )}
      {item.kind === 'match' && (
        <ul className="item-asked">
          {item.pairs.map(([left], i) => (
            <li key={i}>{left} → …</li>
          ))}
        </ul>
      )}
      {item.kind === 'number' && <p className="item-asked">[ … ] {item.unit}</p>}
    </>
  )
}

function Versions({ id }: { readonly id: string }) {
  const t = useItemTexts()
  const { data } = useQuery({
    queryKey: ['items', 'versions', id],
    queryFn: ({ signal }) => api.get<WireVersion[]>(`/items/${id}/versions`, signal),
  })
  if (!data || data.length < 2) return null
  return (
    <section className="card">
      <h2>{t('versions')}</h2>
      <ul className="item-list">
        {data.map(({ version, item, usedAt }) => (
          <li key={version}>
            <b>{t('version-tag', { n: version })}</b> {item.stem}
            <p>{usedAt ? t('version-used', { day: usedAt.slice(0, 10) }) : t('version-unused')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Input, Progress, Select } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import { api, upload } from '../../../web/kit/api.ts'
import { DropZone } from '../../../web/kit/drop-zone.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { ColumnKind, Columns, WireImport, WirePreview } from '../wire.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

const KINDS: readonly ColumnKind[] = [
  'title',
  'text',
  'company',
  'place',
  'pay',
  'payMin',
  'payMax',
  'education',
  'experience',
  'tags',
  'date',
]

interface Chosen {
  readonly file: { readonly sha256: string; readonly fileName: string }
  readonly preview: WirePreview
}

/** A file of advertisements: dropped, its columns confirmed once, read in the background; what could not be read is told. */
export function ImportTab({ onDone }: { readonly onDone: () => void }) {
  const t = useAbilityTexts()
  const [chosen, setChosen] = useState<Chosen>()
  const [address, setAddress] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const imports = useQuery({
    queryKey: ['ability', 'imports'],
    queryFn: ({ signal }) => api.get<WireImport[]>('/ability/imports', signal),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'running') ? 1000 : false),
  })
  const running = imports.data?.filter(({ state }) => state === 'running').length
  const tell = useEffectEvent(onDone)
  // Counts are asked for again when the last run ends.
  useEffect(() => {
    if (running === 0) tell()
  }, [running])
  async function attempt(work: () => Promise<void>) {
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const look = async (sent: Chosen['file']) =>
    setChosen({ file: sent, preview: await api.post<WirePreview>('/ability/preview', sent) })
  const choose = (file: File) =>
    attempt(async () => {
      const { sha256 } = await upload<FileRef>('/files', file)
      await look({ sha256, fileName: file.name })
    })
  const bring = () => attempt(async () => look(await api.post<Chosen['file']>('/ability/fetch', { address })))
  const begin = (columns: Columns) =>
    attempt(async () => {
      if (!chosen) return
      await api.post('/ability/imports', { file: chosen.file, columns })
      setChosen(undefined)
      await imports.refetch()
    })
  return (
    <>
      {error !== undefined && <ErrorState error={error} what={t('import.failed')} />}
      {busy && <Loading />}
      {chosen && !busy ? (
        <MapColumns chosen={chosen} onGo={(columns) => void begin(columns)} onCancel={() => setChosen(undefined)} />
      ) : (
        !busy && (
          <>
            <DropZone
              text={t('import.drop')}
              hint={t('import.kinds')}
              accept=".csv,.xlsx,.json,.jsonl,.txt"
              onFile={(file) => void choose(file)}
            />
            <form
              className="ability-decide-row ability-address"
              onSubmit={(event) => {
                event.preventDefault()
                if (address.trim() !== '') void bring()
              }}
            >
              <Input
                type="url"
                aria-label={t('import.address')}
                placeholder={t('import.address')}
                value={address}
                onChange={({ target }) => setAddress(target.value)}
              />
              <Button htmlType="submit" disabled={address.trim() === ''}>
                {t('import.fetch')}
              </Button>
            </form>
          </>
        )
      )}
      <h2 className="ability-heading">{t('import.list')}</h2>
      {imports.error && <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />}
      {imports.data?.length === 0 && <p className="ability-small">{t('import.none')}</p>}
      <ul className="ability-imports">
        {imports.data?.map((one) => (
          <li key={one.id}>
            <strong>{one.fileName}</strong>{' '}
            <small>
              {one.startedAt.slice(0, 10)} · {one.startedBy}
            </small>
            {one.state === 'running' && (
              <Progress
                percent={one.total === 0 ? 0 : Math.floor((one.done / one.total) * 100)}
                aria-label={t('import.running', { done: one.done, total: one.total })}
              />
            )}
            <p>
              {one.state === 'running' ? t('import.running', { done: one.done, total: one.total }) : ''}{' '}
              {t('import.done', { kept: one.kept, again: one.again })}
            </p>
            <Problems problems={one.problems} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Problems({ problems }: { readonly problems: WireImport['problems'] }) {
  const t = useAbilityTexts()
  const said = Object.entries(problems)
  if (said.length === 0) return null
  return (
    <p className="ability-small">
      {said
        .map(([problem, n]) => `${n.toLocaleString('en')} × ${t(`problem.${problem}` as 'problem.empty')}`)
        .join('；')}
    </p>
  )
}

function MapColumns({
  chosen: { file, preview },
  onGo,
  onCancel,
}: {
  readonly chosen: Chosen
  readonly onGo: (columns: Columns) => void
  readonly onCancel: () => void
}) {
  const t = useAbilityTexts()
  const [columns, setColumns] = useState(preview.columns)
  const kindOf = (header: string) => KINDS.find((kind) => columns[kind]?.includes(header)) ?? ''
  function set(header: string, kind: ColumnKind | '') {
    const next: Partial<Record<ColumnKind, readonly string[]>> = {}
    for (const one of KINDS) {
      const headers = (columns[one] ?? []).filter((other) => other !== header)
      if (one === kind) headers.push(header)
      if (headers.length > 0) next[one] = headers
    }
    setColumns(next)
  }
  return (
    <section className="ability-map" aria-label={t('import.columns')}>
      <h2 className="ability-heading">
        {t('import.rows', { name: file.fileName, total: preview.total.toLocaleString('en') })}
      </h2>
      <p className="ability-small">{t(preview.isRemembered ? 'import.remembered' : 'import.guessed')}</p>
      <ul>
        {preview.headers.map((header, at) => (
          <li key={header}>
            <span className="ability-header">{header}</span>
            <Select<ColumnKind | ''>
              aria-label={header}
              value={kindOf(header)}
              onChange={(kind) => set(header, kind)}
              options={[
                { value: '', label: t('import.ignored') },
                ...KINDS.map((value) => ({ value, label: t(`column.${value}`) })),
              ]}
              popupMatchSelectWidth={false}
            />
            <small>{preview.first[0]?.[at]}</small>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={() => onGo(columns)}>
        {t('import.go')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('import.cancel')}</Button>
    </section>
  )
}

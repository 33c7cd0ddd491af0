import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../../../web/kit/api.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { PageHeader } from '../../../../web/kit/page-header.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import { GAP_KINDS, type GapKind, type WireGap, type WireProof } from '../../wire-proof.ts'
import { evidenceForm, mendAt } from './evidence-form.ts'
import { PackageList } from './package-list.tsx'
import { useProofTexts } from './use-proof-texts.ts'
import '../plan.css'
import './proof.css'

/** What a plan claims without proof, and the packages for experts. */
export function PlanEvidence() {
  const t = useProofTexts()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const path = `/plans/${encodeURIComponent(id)}`
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['plans', id, 'gaps'],
    queryFn: ({ signal }) => api.get<WireProof>(`${path}/gaps`, signal),
  })
  if (isPending) return <Loading />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const { approved, waiting } = data.evidence
  return (
    <>
      <PageHeader
        title={t('page.title')}
        subtitle={t('page.hint')}
        back={{ to: path, text: data.plan.name }}
        actions={
          <Button type="primary" onClick={() => void navigate(evidenceForm())}>
            {t('page.new')}
          </Button>
        }
      />
      <p className="proof-kept">
        {t('page.kept', { approved, waiting })} · <Link to="/registers/plan-evidence">{t('page.list')}</Link>
      </p>
      <Gaps path={path} proof={data} />
      {data.can.pack && <PackageList plan={id} />}
    </>
  )
}

function Gaps({ path, proof }: { readonly path: string; readonly proof: WireProof }) {
  const t = useProofTexts()
  const { lang } = useLang()
  const [kind, setKind] = useState<GapKind | null>(null)
  const shown = proof.gaps.filter((gap) => kind === null || gap.kind === kind)
  const total = Object.values(proof.counts).reduce((sum, n) => sum + n, 0)
  const columns: Column<WireGap>[] = [
    {
      key: 'task',
      title: t('gap.task'),
      width: 260,
      render: ({ task }) => (
        <Link to={`/registers/plan-tasks/${task.id}`}>
          {task.number} {task.name}
        </Link>
      ),
    },
    { key: 'what', title: t('gap.what'), width: 420, render: ({ message }) => message[lang] },
    { key: 'unit', title: t('gap.unit'), width: 150, render: ({ unit }) => unit.name },
    { key: 'owner', title: t('gap.owner'), width: 90, render: ({ owner }) => owner?.name ?? '—' },
    {
      key: 'mend',
      title: t('gap.mend'),
      width: 80,
      render: (gap) => (
        <Link to={mendAt(gap, t('gap.me'))} aria-label={t('gap.mend-of', { what: gap.what })}>
          {t('gap.mend')}
        </Link>
      ),
    },
  ]
  return (
    <section className="proof-section">
      <h2>{t('gap.title', { n: total })}</h2>
      {total === 0 ? (
        <EmptyState title={t('gap.none')} hint={t('gap.none-hint')} />
      ) : (
        <>
          <div className="proof-bar" role="group" aria-label={t('gap.filter')}>
            <Kind isOn={kind === null} text={t('gap.all')} n={total} onChoose={() => setKind(null)} />
            {GAP_KINDS.filter((one) => proof.counts[one] > 0).map((one) => (
              <Kind
                key={one}
                isOn={kind === one}
                text={t(`kind.${one}`)}
                n={proof.counts[one]}
                onChoose={() => setKind(one)}
              />
            ))}
            {proof.can.tell && <Tell path={path} kind={kind} />}
          </div>
          <DataTable
            label={t('gap.title', { n: total })}
            rows={shown}
            rowKey={({ kind: of, at }) => `${of} ${at.id}`}
            columns={columns}
            isWrapped
          />
        </>
      )}
    </section>
  )
}

interface KindProps {
  readonly isOn: boolean
  readonly text: string
  readonly n: number
  readonly onChoose: () => void
}

function Kind({ isOn, text, n, onChoose }: KindProps) {
  return (
    <Button size="small" type={isOn ? 'primary' : 'default'} aria-pressed={isOn} onClick={onChoose}>
      {text} {n}
    </Button>
  )
}

function Tell({ path, kind }: { readonly path: string; readonly kind: GapKind | null }) {
  const t = useProofTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const tell = useMutation({
    mutationFn: () =>
      api.post<{ told: number; withoutAccount: number }>(`${path}/gaps/tell`, kind === null ? {} : { kinds: [kind] }),
    onSuccess: ({ told, withoutAccount }) => {
      void message.success(t('gap.told', { told, without: withoutAccount }))
      void queries.invalidateQueries({ queryKey: ['notices'] })
    },
    onError: (error) => void message.error(errorText(error)),
  })
  return (
    <Popconfirm title={t('gap.tell-sure')} onConfirm={() => tell.mutate()}>
      <Button size="small" loading={tell.isPending}>
        {t('gap.tell')}
      </Button>
    </Popconfirm>
  )
}

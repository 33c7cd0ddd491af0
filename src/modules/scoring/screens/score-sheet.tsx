import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { ItemValue, ScoreValues } from '../inside/values.ts'
import type { WireItemScore, WireScoreSheet, WireVeto, WireWhatIf } from '../wire.ts'
import { AssignedProof } from './assigned-proof.tsx'
import { EditValue } from './edit-value.tsx'
import { FormerRounds } from './former-rounds.tsx'
import { ScoreHead } from './score-head.tsx'
import { ScoreTable } from './score-table.tsx'
import { useScoringTexts } from './use-scoring-texts.ts'
import './scoring.css'

type Edited = Pick<WireItemScore, 'level' | 'key' | 'label' | 'rule' | 'ruleText' | 'less' | 'zeroWhen' | 'value'>
type Step = WireScoreSheet['can']['steps'][number]

const NOTHING: ScoreValues = { levels: {} }

/** One score sheet: every point with its value, source, rule and evidence; and what would be if a value were another. */
export function ScoreSheet() {
  const t = useScoringTexts()
  const { lang } = useLang()
  const { sheet: id = '' } = useParams()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const [edited, setEdited] = useState<Edited>()
  const [step, setStep] = useState<Step>()
  const [isTrying, setTrying] = useState(false)
  const [changes, setChanges] = useState<ScoreValues>(NOTHING)
  const [tried, setTried] = useState<WireWhatIf | null>(null)
  const path = `/scoring/sheets/${id}`
  const {
    data: sheet,
    error,
    isPending,
    refetch,
  } = useQuery({
    queryKey: ['scoring', id],
    queryFn: ({ signal }) => api.get<WireScoreSheet>(path, signal),
  })
  if (isPending) return <Loading rows={12} />
  if (error || !sheet) return <ErrorState error={error} what={t('list.title')} onRetry={() => void refetch()} />
  const show = (next: WireScoreSheet) => queries.setQueryData(['scoring', id], next)

  async function save(item: Edited, value: ItemValue, reason: string) {
    const version = sheet!.entries[`${item.level}/${item.key}`]?.version
    const entry = {
      level: item.level,
      item: item.key,
      value,
      ...(reason ? { reason } : {}),
      ...(version ? { version } : {}),
    }
    show(await api.post<WireScoreSheet>(`${path}/entries`, { entries: [entry] }))
    void message.success(t('sheet.saved'))
  }
  async function tryOut(item: Edited, value: ItemValue) {
    const next = withChange(changes, item, value)
    setTried(await api.post<WireWhatIf>(`${path}/what-if`, { changes: next }))
    setChanges(next)
  }
  async function bring() {
    try {
      const found = await api.post<{ brought: number; sheet: WireScoreSheet }>(`${path}/bring`)
      show(found.sheet)
      void message.success(t('sheet.brought', { n: found.brought }))
    } catch (problem) {
      void message.error(errorText(problem))
    }
  }
  function clear() {
    setChanges(NOTHING)
    setTried(null)
  }
  const canEdit = isTrying || sheet.can.fill
  return (
    <>
      <PageHeader
        title={sheet.name}
        tags={<StatusTag state={sheet.state} />}
        back={{ to: '/scoring', text: t('list.title') }}
        subtitle={[
          t('sheet.about', {
            scheme: sheet.score.scheme.label[lang],
            version: sheet.score.scheme.version,
            round: sheet.roundLabel[lang],
            unit: sheet.unit.name,
          }),
          sheet.period,
          sheet.scorer,
          sheet.isFrozen ? t('sheet.frozen') : null,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            {tried && <Button onClick={clear}>{t('if.clear')}</Button>}
            <Button
              aria-pressed={isTrying}
              onClick={() => {
                setTrying(!isTrying)
                clear()
              }}
            >
              {t(isTrying ? 'if.off' : 'if.on')}
            </Button>
            {!isTrying && sheet.can.fill && sheet.round !== 'experts' && (
              <Button onClick={() => void bring()}>{t('sheet.bring')}</Button>
            )}
            {!isTrying &&
              sheet.can.steps.map((one) => (
                <Button
                  key={one}
                  type={one === 'submit' || one === 'confirm' ? 'primary' : 'default'}
                  onClick={() => setStep(one)}
                >
                  {t(`step.${one}`)}
                </Button>
              ))}
          </>
        }
      />
      {isTrying && (
        <p className="score-notice score-trying" role="status">
          {t('if.hint')}
        </p>
      )}
      {sheet.round !== 'experts' && (
        <ScoreHead
          sheet={sheet}
          tried={tried}
          isTrying={isTrying}
          onVeto={canEdit ? (veto) => setEdited(vetoItem(veto)) : null}
        />
      )}
      {sheet.score.levels.map((level) => (
        <ScoreTable
          key={level.key}
          sheet={sheet}
          level={level}
          tried={tried}
          edits={isTrying ? 'try' : sheet.can.fill ? 'fill' : null}
          onEdit={setEdited}
        />
      ))}
      {sheet.round === 'experts' && sheet.plan && <AssignedProof sheet={sheet.id} />}
      <FormerRounds sheet={sheet} />
      <p className="score-source">
        {t('sheet.source')}
        {lang === 'zh' ? '：' : ': '}
        <span lang="zh-CN">{sheet.score.scheme.source}</span>
      </p>
      {edited && (
        <EditValue
          key={`${edited.level}/${edited.key}`}
          item={edited}
          title={t(isTrying ? 'if.try' : 'sheet.fill-of', { item: edited.label[lang] })}
          okText={t(isTrying ? 'edit.try' : 'edit.save')}
          {...(isTrying ? {} : { reason: sheet.entries[`${edited.level}/${edited.key}`]?.reason ?? '' })}
          onSave={(value, reason) => (isTrying ? tryOut(edited, value) : save(edited, value, reason))}
          onClose={() => setEdited(undefined)}
        />
      )}
      {step && (
        <ConfirmComment
          title={`${t(`step.${step}`)} · ${sheet.score.total}`}
          comment={step === 'return' || step === 'reopen' ? 'required' : 'none'}
          okText={t(`step.${step}`)}
          onClose={() => setStep(undefined)}
          onConfirm={async (reason) => {
            const body = { version: sheet.version, ...(reason ? { reason } : {}) }
            show(await api.post<WireScoreSheet>(`${path}/${step}`, body))
          }}
        />
      )}
    </>
  )
}

const VETOES = 'vetoes'

/** A veto as the dialog of values asks for it: a number, or whether it has come about. */
function vetoItem({ key, label, when, value, isHit }: WireVeto): Edited {
  const isSaid = when === 'said'
  return {
    level: VETOES,
    key,
    label,
    rule: isSaid ? { by: 'deduction' } : { by: 'bands', steps: [] },
    ruleText: label,
    less: {},
    zeroWhen: isSaid ? label : null,
    value: isSaid ? { zero: isHit } : value === null ? {} : { value },
  }
}

function withChange(changes: ScoreValues, { level, key }: Edited, value: ItemValue): ScoreValues {
  if (level !== VETOES)
    return { ...changes, levels: { ...changes.levels, [level]: { ...changes.levels[level], [key]: value } } }
  if (value.value !== undefined) return { ...changes, vetoes: { ...changes.vetoes, [key]: value.value } }
  const said = (changes.said ?? []).filter((one) => one !== key)
  return { ...changes, said: value.zero ? [...said, key] : said }
}

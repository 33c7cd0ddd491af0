import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireMyOpinion, WireMyOpinions } from '../wire-opinions.ts'
import { EvidenceLinks } from './evidence.tsx'
import { SmallForm } from './small-form.tsx'
import { useBankTexts } from './use-bank-texts.ts'

/** Outcomes that the person was asked about: the facts, the evidence, and their opinion. */
export function OwnOpinions() {
  const t = useBankTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'my-opinions'],
    queryFn: ({ signal }) => api.get<WireMyOpinions>('/credit-bank/opinions/mine', signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.opinions.length === 0) return <EmptyState title={t('opinion.none')} hint={t('opinion.none-hint')} />
  return (
    <div className="bank-learner">
      <p>{t('opinion.hint')}</p>
      {data.opinions.map((opinion) => (
        // What was changed meanwhile is typed anew.
        <Question key={`${opinion.id} ${opinion.version}`} opinion={opinion} words={data} />
      ))}
    </div>
  )
}

interface QuestionProps {
  readonly opinion: WireMyOpinion
  readonly words: Pick<WireMyOpinions, 'recommendations' | 'levels'>
}

function Question({ opinion, words }: QuestionProps) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { outcome, question } = opinion
  const facts = [
    outcome.kind[lang],
    outcome.level[lang],
    outcome.grade[lang],
    outcome.issuer,
    outcome.expiresOn === null ? outcome.issuedOn : `${outcome.issuedOn} – ${outcome.expiresOn}`,
    outcome.hours === null ? null : t('opinion.hours', { n: outcome.hours }),
    t('outcome.credits', { n: outcome.credits }),
    outcome.learner && t('opinion.learner', { name: outcome.learner }),
    outcome.certificateNumber && t('opinion.certificate', { number: outcome.certificateNumber }),
  ]
  return (
    <section className="bank-card">
      <div className="bank-head">
        <h2>{outcome.name}</h2>
        <span>
          <StatusTag state={opinion.state} /> <small>{t('opinion.until', { day: opinion.dueOn })}</small>
        </span>
      </div>
      <small>{facts.filter(Boolean).join(' · ')}</small>
      {outcome.note && <p>{outcome.note}</p>}
      {question && <p className="bank-notice">{question}</p>}
      {outcome.evidence.length > 0 ? (
        <p>
          <EvidenceLinks files={outcome.evidence} opinion={opinion.id} />
        </p>
      ) : (
        <p>{t('opinion.no-evidence')}</p>
      )}
      <OpinionForm opinion={opinion} words={words} />
    </section>
  )
}

function OpinionForm({ opinion, words }: QuestionProps) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const client = useQueryClient()
  const id = useId()
  const [recommendation, setRecommendation] = useState(opinion.recommendation)
  const [level, setLevel] = useState(opinion.level)
  const [credits, setCredits] = useState(opinion.credits ?? '')
  const [reason, setReason] = useState(opinion.reason ?? '')
  const [isDeclining, setDeclining] = useState(false)
  const options = (list: WireMyOpinions['levels']) => list.map(({ value, label }) => ({ value, label: label[lang] }))
  async function done(text: string) {
    void message.success(text)
    await client.invalidateQueries({ queryKey: ['credit-bank'] })
  }
  async function give() {
    await api.post(`/credit-bank/opinions/${opinion.id}`, {
      version: opinion.version,
      recommendation,
      level,
      credits: credits.trim() || null,
      reason: reason.trim(),
    })
    await done(t('opinion.given'))
  }
  return (
    <>
      <SmallForm
        submit={t(opinion.state === 'answered' ? 'opinion.change' : 'opinion.give')}
        isMain={opinion.state === 'assigned'}
        isReady={recommendation !== null && reason.trim() !== ''}
        onSubmit={give}
      >
        <FormRow id={`${id}r`} label={t('opinion.recommendation')} isRequired>
          <Select
            id={`${id}r`}
            value={recommendation}
            onChange={setRecommendation}
            options={options(words.recommendations)}
          />
        </FormRow>
        <div className="bank-pair">
          <FormRow id={`${id}l`} label={t('opinion.suggested-level')}>
            <Select
              id={`${id}l`}
              value={level}
              onChange={(value) => setLevel(value ?? null)}
              options={options(words.levels)}
              allowClear
            />
          </FormRow>
          <FormRow id={`${id}c`} label={t('opinion.suggested-credits')}>
            <Input
              id={`${id}c`}
              inputMode="decimal"
              value={credits}
              onChange={({ target }) => setCredits(target.value)}
              maxLength={6}
            />
          </FormRow>
        </div>
        <FormRow id={`${id}w`} label={t('opinion.reason')} isRequired>
          <Input.TextArea
            id={`${id}w`}
            autoSize={{ minRows: 2, maxRows: 10 }}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            maxLength={2000}
          />
        </FormRow>
      </SmallForm>
      {opinion.state === 'assigned' && (
        <Button type="link" className="bank-step-back" onClick={() => setDeclining(true)}>
          {t('opinion.decline')}
        </Button>
      )}
      {isDeclining && (
        <ConfirmComment
          title={`${t('opinion.decline')} · ${opinion.outcome.name}`}
          okText={t('opinion.decline')}
          comment="required"
          isDangerous
          onConfirm={async (why) => {
            await api.post(`/credit-bank/opinions/${opinion.id}/decline`, { version: opinion.version, reason: why })
            await done(t('opinion.declined'))
          }}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}

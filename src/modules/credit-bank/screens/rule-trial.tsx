import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireTrial } from '../wire.ts'
import { useBankTexts } from './use-bank-texts.ts'

interface Change {
  readonly credits?: string
  readonly leastGrade?: string
}

interface RuleTrialProps {
  readonly id: string
  readonly name: string
  /** A next version can be made of it. */
  readonly isApproved: boolean
  readonly onClose: () => void
}

/** What learners would get by a rule: asked before it is approved, and answered without writing anything. */
export function RuleTrial({ id, name, isApproved, onClose }: RuleTrialProps) {
  const t = useBankTexts()
  const { lang } = useLang()
  const [change, setChange] = useState<Change>({})
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'trial', id, change],
    queryFn: ({ signal }) => api.post<WireTrial>(`/credit-bank/rules/${id}/trial`, { change }, signal),
    gcTime: 0,
  })
  const ok = data?.rows.filter(({ becomes }) => becomes !== null).length ?? 0
  return (
    <Modal open title={t('trial.title', { rule: name })} footer={null} onCancel={onClose} width={820}>
      <WhatIf id={id} isApproved={isApproved} onTry={setChange} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          {data.conflicts.map((label) => (
            <p key={label.en} className="bank-not" role="alert">
              {label[lang]}
            </p>
          ))}
          <p>
            {data.tried === 0 ? t('trial.none') : t('trial.about', { n: data.tried, ok, not: data.rows.length - ok })}
          </p>
          {data.rows.length > 0 && (
            <div className="bank-wide">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('trial.learner')}</th>
                    <th scope="col">{t('trial.outcome')}</th>
                    <th scope="col">{t('trial.result')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.rows.map((row, index) => (
                    <tr key={index}>
                      <th scope="row">
                        <Link to={`/credit-bank/learners/${row.learner}`}>{row.learnerName}</Link>
                      </th>
                      <td>
                        {row.outcome} <small>{[row.level[lang], row.grade[lang]].join(' · ')}</small>
                      </td>
                      <td className={row.becomes ? 'bank-ok' : 'bank-not'}>
                        {row.becomes
                          ? t('trial.gets', row.becomes)
                          : row.why.map((label) => label[lang]).join(lang === 'zh' ? '；' : '; ')}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </Modal>
  )
}

const GRADES = ['pass', 'good', 'excellent'] as const

/** What the rule would do if it said something else; kept, when wanted, as its next version. */
function WhatIf({
  id,
  isApproved,
  onTry,
}: {
  readonly id: string
  readonly isApproved: boolean
  readonly onTry: (change: Change) => void
}) {
  const t = useBankTexts()
  const field = useId()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [credits, setCredits] = useState('')
  const [leastGrade, setLeastGrade] = useState('')
  const [from, setFrom] = useState<string>()
  const change: Change = {
    ...(credits.trim() ? { credits: credits.trim() } : {}),
    ...(leastGrade ? { leastGrade } : {}),
  }
  async function keep() {
    try {
      await api.post(`/credit-bank/rules/${id}/next-version`, { ...change, from })
      message.success(t('trial.kept'))
      await client.invalidateQueries({ queryKey: ['credit-bank', 'rules'] })
    } catch (error) {
      message.error(errorText(error))
    }
  }
  return (
    <fieldset className="bank-what-if">
      <legend>{t('trial.change')}</legend>
      <label htmlFor={`${field}c`}>{t('trial.credits')}</label>
      <Input
        id={`${field}c`}
        value={credits}
        inputMode="decimal"
        placeholder={t('trial.as-is')}
        onChange={({ target }) => setCredits(target.value)}
      />
      <label htmlFor={`${field}g`}>{t('trial.grade')}</label>
      <Select
        id={`${field}g`}
        value={leastGrade}
        onChange={setLeastGrade}
        options={[
          { value: '', label: t('trial.as-is') },
          ...GRADES.map((value) => ({ value, label: t(`trial.${value}`) })),
        ]}
      />
      <Button onClick={() => onTry(change)}>{t('trial.again')}</Button>
      {isApproved && (
        <>
          <label htmlFor={`${field}f`}>{t('trial.from')}</label>
          <DatePicker id={`${field}f`} onChange={(value) => setFrom(value?.format('YYYY-MM-DD'))} />
          <Button disabled={from === undefined} onClick={() => void keep()}>
            {t('trial.next')}
          </Button>
        </>
      )}
    </fieldset>
  )
}

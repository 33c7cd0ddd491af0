import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, DatePicker, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { api, queryOf } from '../../../web/kit/api.ts'
import { FormRow } from '../../../web/kit/form-row.tsx'
import type { WireExpert } from '../wire-opinions.ts'
import { SmallForm } from './small-form.tsx'
import { useBankTexts } from './use-bank-texts.ts'

interface Chosen {
  readonly value: string
  readonly label: string
}
interface AskExpertsProps {
  readonly outcome: string
  readonly name: string
  readonly onClose: () => void
}

/** Asks one or more experts about an outcome, until a day. */
export function AskExperts({ outcome, name, onClose }: AskExpertsProps) {
  const t = useBankTexts()
  const { message } = App.useApp()
  const client = useQueryClient()
  const id = useId()
  const [search, setSearch] = useState('')
  const [experts, setExperts] = useState<readonly Chosen[]>([])
  const [dueOn, setDueOn] = useState<string>()
  const [question, setQuestion] = useState('')
  const [isLearnerShown, setLearnerShown] = useState(false)
  const found = useQuery({
    queryKey: ['credit-bank', 'experts', search],
    queryFn: ({ signal }) => api.get<WireExpert[]>(`/credit-bank/experts${queryOf({ search })}`, signal),
  })
  const labelOf = ({ name, unit, isExpert }: WireExpert) =>
    [name, unit, isExpert ? t('opinion.from-outside') : ''].filter(Boolean).join(' · ')
  async function send() {
    await api.post(`/credit-bank/outcomes/${outcome}/opinions`, {
      experts: experts.map(({ value }) => value),
      dueOn,
      isLearnerShown,
      ...(question.trim() ? { question: question.trim() } : {}),
    })
    void message.success(t('opinion.asked'))
    await client.invalidateQueries({ queryKey: ['credit-bank', 'opinions', outcome] })
    onClose()
  }
  return (
    <Modal open title={`${t('opinion.ask')} · ${name}`} footer={null} onCancel={onClose} width={520}>
      <SmallForm submit={t('opinion.ask')} isMain isReady={experts.length > 0 && !!dueOn} onSubmit={send}>
        <FormRow id={`${id}e`} label={t('opinion.experts')} help={t('opinion.experts-help')} isRequired>
          <Select
            id={`${id}e`}
            mode="multiple"
            labelInValue
            value={[...experts]}
            onChange={(value: Chosen[]) => setExperts(value)}
            showSearch={{ filterOption: false, onSearch: setSearch }}
            loading={found.isFetching}
            options={(found.data ?? []).map((one) => ({ value: one.id, label: labelOf(one) }))}
          />
        </FormRow>
        <FormRow id={`${id}d`} label={t('opinion.due-on')} isRequired>
          <DatePicker
            id={`${id}d`}
            onChange={(value) => setDueOn(value?.format('YYYY-MM-DD'))}
            // Enter chooses the day; it does not send what is not finished yet.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        </FormRow>
        <FormRow id={`${id}q`} label={t('opinion.question')}>
          <Input.TextArea
            id={`${id}q`}
            rows={2}
            value={question}
            onChange={({ target }) => setQuestion(target.value)}
            maxLength={1000}
          />
        </FormRow>
        <div>
          <Checkbox checked={isLearnerShown} onChange={({ target }) => setLearnerShown(target.checked)}>
            {t('opinion.show-learner')}
          </Checkbox>
          <p className="form-help">{t('opinion.show-help')}</p>
        </div>
      </SmallForm>
    </Modal>
  )
}

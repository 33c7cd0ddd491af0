import { useQueryClient } from '@tanstack/react-query'
import { Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import type { WireReportRow } from '../../../language/wire-reports.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { api } from '../../kit/api.ts'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { usePeriods } from './queries.ts'
import { useReportTexts } from './use-report-texts.ts'

interface NewReportProps {
  readonly reports: readonly WireReportRow[]
  readonly onClose: () => void
  readonly onCreated: (id: string) => void
}

/** Starts the report of a period: from the template, or from the texts of an earlier year. */
export function NewReport({ reports, onClose, onCreated }: NewReportProps) {
  const t = useReportTexts()
  const common = useTexts()
  const { lang } = useLang()
  const id = useId()
  const client = useQueryClient()
  const errorText = useErrorText()
  // Made ones are begun where their module makes them.
  const templates = [...figuresCatalogue.reports.values()].filter(({ made }) => made === undefined)
  const periods = usePeriods()
  const [name, setName] = useState(templates[0]?.name)
  const taken = new Set(reports.filter((one) => one.name === name).map((one) => one.period))
  const open = (periods.data ?? []).filter((one) => !taken.has(one.code))
  const [chosen, setPeriod] = useState<string>()
  const period = chosen ?? open[0]?.code
  const earlier = reports.filter((one) => one.name === name && period !== undefined && one.period < period)
  const [source, setSource] = useState<string>()
  const from = source ?? earlier[0]?.id ?? 'template'
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function create() {
    if (!name || !period) return
    setBusy(true)
    try {
      const answer = await api.post<{ readonly id: string }>('/reports', {
        name,
        period,
        ...(from === 'template' ? {} : { from }),
      })
      await client.invalidateQueries({ queryKey: ['reports', 'list'] })
      onCreated(answer.id)
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={t('new.title')}
      okText={t('new.create')}
      cancelText={common('common.cancel')}
      okButtonProps={{ loading: isBusy, disabled: !name || !period }}
      onOk={() => void create()}
      onCancel={onClose}
      width={520}
    >
      {periods.isPending && <Loading rows={2} />}
      {periods.error && <ErrorState error={periods.error} onRetry={() => void periods.refetch()} />}
      {templates.length > 1 && (
        <FormRow id={`${id}-name`} label={t('new.template')} isRequired>
          <Select
            id={`${id}-name`}
            value={name}
            onChange={setName}
            options={templates.map((one) => ({ value: one.name, label: one.label[lang] }))}
            style={{ width: '100%' }}
          />
        </FormRow>
      )}
      {periods.data && (
        <FormRow
          id={`${id}-period`}
          label={t('new.period')}
          isRequired
          {...(open.length === 0 ? { problem: t('new.no-period') } : {})}
        >
          <Select
            id={`${id}-period`}
            value={period}
            onChange={setPeriod}
            options={open.map((one) => ({ value: one.code, label: one.name }))}
            style={{ width: '100%' }}
          />
        </FormRow>
      )}
      <fieldset className="new-report-from">
        <legend>{t('new.from')}</legend>
        <Radio.Group value={from} onChange={(event) => setSource(event.target.value as string)}>
          {earlier.slice(0, 3).map((one) => (
            <Radio key={one.id} value={one.id}>
              {t('new.from-earlier', { period: one.period })}
              <small>{t('new.from-earlier-hint')}</small>
            </Radio>
          ))}
          <Radio value="template">
            {t('new.from-template')}
            <small>{t('new.from-template-hint')}</small>
          </Radio>
        </Radio.Group>
      </fieldset>
      <p className="new-report-note">{t('new.figures-follow')}</p>
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  )
}

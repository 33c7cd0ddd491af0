import { useQuery } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { WirePage } from '../../../language/wire.ts'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { PersonPicker, UnitPicker } from '../../../web/kit/pickers.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireScheme, WireScoreSheet } from '../wire.ts'
import { useScoringTexts } from './use-scoring-texts.ts'

interface NewSheetProps {
  readonly onMade: (id: string) => void
  readonly onClose: () => void
}

const ROUNDS = ['person', 'unit', 'group', 'school', 'experts'] as const

/** Asks for scheme, round and unit of a new sheet. */
export function NewSheet({ onMade, onClose }: NewSheetProps) {
  const t = useScoringTexts()
  const { lang } = useLang()
  const id = useId()
  const errorText = useErrorText()
  const [scheme, setScheme] = useState<string>()
  const [weighting, setWeighting] = useState<string>()
  const [round, setRound] = useState<(typeof ROUNDS)[number]>('school')
  const [unit, setUnit] = useState<string | null>(null)
  const [scorer, setScorer] = useState<string | null>(null)
  const [period, setPeriod] = useState<string>()
  const [plan, setPlan] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const schemes = useQuery({
    queryKey: ['scoring', 'schemes'],
    queryFn: ({ signal }) => api.get<WireScheme[]>('/scoring/schemes', signal),
  })
  const periods = useQuery({
    queryKey: ['scoring', 'periods'],
    queryFn: ({ signal }) => api.get<{ code: string; name: string }[]>('/periods', signal),
  })
  // Whoever may not see plans makes sheets without one.
  const plans = useQuery({
    queryKey: ['scoring', 'plans'],
    queryFn: ({ signal }) => api.get<WirePage>('/registers/plans?limit=100', signal),
    retry: false,
  })
  const idOf = ({ name, version }: WireScheme) => `${name}/${version}`
  const chosen = schemes.data?.find((one) => idOf(one) === scheme)
  const needsScorer = round === 'person' || round === 'experts'

  async function make() {
    if (!chosen || unit === null || (needsScorer && scorer === null)) {
      setProblem(t('new.incomplete'))
      return
    }
    setBusy(true)
    try {
      const sheet = await api.post<WireScoreSheet>('/scoring/sheets', {
        scheme: chosen.name,
        version: chosen.version,
        round,
        unit,
        ...(weighting ? { weighting } : {}),
        ...(scorer && needsScorer ? { scorer } : {}),
        ...(period ? { period } : {}),
        ...(plan ? { plan } : {}),
      })
      onMade(sheet.id)
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={t('list.new')}
      okText={t('new.make')}
      cancelText={t('edit.cancel')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <FormRow id={`${id}-scheme`} label={t('new.scheme')} isRequired>
        <Select
          id={`${id}-scheme`}
          value={scheme ?? null}
          options={(schemes.data ?? []).map((one) => ({
            value: idOf(one),
            label: `${one.label[lang]} · ${one.version}`,
          }))}
          onChange={(next) => {
            setScheme(next ?? undefined)
            setWeighting(undefined)
          }}
        />
      </FormRow>
      {chosen && chosen.weightings.length > 1 && (
        <FormRow id={`${id}-weighting`} label={t('new.weighting')}>
          <Select
            id={`${id}-weighting`}
            value={weighting ?? chosen.weightings[0]!.key}
            options={chosen.weightings.map((one) => ({ value: one.key, label: one.label[lang] }))}
            onChange={setWeighting}
          />
        </FormRow>
      )}
      <FormRow id={`${id}-round`} label={t('new.round')} isRequired>
        <Select
          id={`${id}-round`}
          value={round}
          options={ROUNDS.map((value) => ({ value, label: t(`round.${value}`) }))}
          onChange={setRound}
        />
      </FormRow>
      <FormRow id={`${id}-unit`} label={t('new.unit')} isRequired>
        <UnitPicker id={`${id}-unit`} value={unit} onChange={setUnit} />
      </FormRow>
      {needsScorer && (
        <FormRow id={`${id}-scorer`} label={t('new.scorer')} isRequired>
          <PersonPicker id={`${id}-scorer`} value={scorer} onChange={setScorer} />
        </FormRow>
      )}
      <FormRow id={`${id}-period`} label={t('new.period')}>
        <Select
          id={`${id}-period`}
          allowClear
          value={period ?? null}
          options={(periods.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(next) => setPeriod(next ?? undefined)}
        />
      </FormRow>
      {(plans.data?.rows.length ?? 0) > 0 && (
        <FormRow id={`${id}-plan`} label={t('new.plan')}>
          <Select
            id={`${id}-plan`}
            allowClear
            value={plan ?? null}
            options={plans.data!.rows.map((one) => ({ value: one.id, label: String(one.values['name']) }))}
            onChange={(next) => setPlan(next ?? undefined)}
          />
        </FormRow>
      )}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  )
}

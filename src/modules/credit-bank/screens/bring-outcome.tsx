import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, AutoComplete, DatePicker, Input, Select } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireChoices, WireOwnAccount } from '../wire.ts'
import { EvidenceInput } from './evidence.tsx'
import { SmallForm } from './small-form.tsx'
import { useBankTexts } from './use-bank-texts.ts'

type Door = 'self' | 'mine'

/** A learner registers what they have learnt, with what proves it; reviewers accredit it. */
export function BringOutcome({ door }: { readonly door: Door }) {
  const t = useBankTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="bank-card" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('bring.title')}</summary>
      {isOpen && <Loaded door={door} onDone={() => setOpen(false)} />}
    </details>
  )
}

function Loaded({ door, onDone }: { readonly door: Door; readonly onDone: () => void }) {
  const choices = useQuery({
    queryKey: ['credit-bank', door, 'choices'],
    queryFn: ({ signal }) => api.get<WireChoices>(`/credit-bank/${door}/choices`, signal),
  })
  const account = useQuery({
    queryKey: ['credit-bank', door, 'account'],
    queryFn: ({ signal }) => api.get<WireOwnAccount>(`/credit-bank/${door}/account`, signal),
  })
  const error = choices.error ?? account.error
  if (error) return <ErrorState error={error} />
  if (!choices.data || !account.data) return <Loading rows={4} />
  return <Form door={door} choices={choices.data} institutions={account.data.institutions} onDone={onDone} />
}

const EMPTY = { name: '', level: 'none', grade: 'pass', credits: '', certificateNumber: '', note: '' }

function Form({
  door,
  choices,
  institutions,
  onDone,
}: {
  readonly door: Door
  readonly choices: WireChoices
  readonly institutions: WireOwnAccount['institutions']
  readonly onDone: () => void
}) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const client = useQueryClient()
  const id = useId()
  const [kind, setKind] = useState('vocational-certificate')
  const [typed, setTyped] = useState(EMPTY)
  const [issuer, setIssuer] = useState<string>()
  const [issuedOn, setIssuedOn] = useState<string>()
  const [expiresOn, setExpiresOn] = useState<string>()
  const [evidence, setEvidence] = useState<readonly FileRef[]>([])
  const set = (name: keyof typeof EMPTY) => (value: string) => setTyped((was) => ({ ...was, [name]: value }))
  const words = (list: WireChoices['kinds']) => list.map(({ value, label }) => ({ value, label: label[lang] }))
  const row = (
    name: Parameters<typeof t>[0],
    key: string,
    input: ReactNode,
    more: { help?: string; must?: true } = {},
  ) => (
    <FormRow id={`${id}${key}`} label={t(name)} help={more.help} isRequired={more.must}>
      {input}
    </FormRow>
  )
  async function send() {
    const said = Object.entries(typed).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : []))
    await api.post(`/credit-bank/${door}/outcomes`, {
      ...Object.fromEntries(said),
      kind,
      issuer,
      issuedOn,
      ...(expiresOn ? { expiresOn } : {}),
      ...(evidence.length > 0 ? { evidence } : {}),
    })
    message.success(t('bring.done'))
    await client.invalidateQueries({ queryKey: ['credit-bank'] })
    onDone()
  }
  return (
    <SmallForm
      submit={t('bring.send')}
      isMain
      isReady={typed.name.trim() !== '' && typed.credits.trim() !== '' && !!issuer && !!issuedOn}
      onSubmit={send}
    >
      <p>{t('bring.hint')}</p>
      {row('bring.kind', 'k', <Select id={`${id}k`} value={kind} onChange={setKind} options={words(choices.kinds)} />)}
      {row(
        'bring.name',
        'n',
        <AutoComplete
          id={`${id}n`}
          value={typed.name}
          onChange={(value: string) => set('name')(value)}
          options={choices.names.flatMap((one) => (one.kind === kind ? [{ value: one.name }] : []))}
          showSearch={{ filterOption: true }}
          maxLength={100}
        />,
        { help: t('bring.name-help'), must: true },
      )}
      {row(
        'bring.level',
        'l',
        <Select id={`${id}l`} value={typed.level} onChange={set('level')} options={words(choices.levels)} />,
      )}
      {row(
        'bring.grade',
        'g',
        <Select id={`${id}g`} value={typed.grade} onChange={set('grade')} options={words(choices.grades)} />,
      )}
      {row(
        'bring.issuer',
        'i',
        <Select
          id={`${id}i`}
          value={issuer ?? null}
          onChange={(value) => setIssuer(value ?? undefined)}
          options={institutions.map((one) => ({ value: one.id, label: one.name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />,
        { must: true },
      )}
      {row(
        'bring.issued-on',
        'o',
        <DatePicker id={`${id}o`} onChange={(value) => setIssuedOn(value?.format('YYYY-MM-DD'))} />,
        { must: true },
      )}
      {row(
        'bring.expires-on',
        'e',
        <DatePicker id={`${id}e`} onChange={(value) => setExpiresOn(value?.format('YYYY-MM-DD'))} />,
        { help: t('bring.expires-help') },
      )}
      {row(
        'bring.credits',
        'c',
        <Input
          id={`${id}c`}
          inputMode="decimal"
          value={typed.credits}
          onChange={({ target }) => set('credits')(target.value)}
          maxLength={6}
        />,
        { help: t('bring.credits-help'), must: true },
      )}
      {row(
        'bring.number',
        'b',
        <Input
          id={`${id}b`}
          value={typed.certificateNumber}
          onChange={({ target }) => set('certificateNumber')(target.value)}
          maxLength={60}
        />,
      )}
      {row('evidence.title', 'f', <EvidenceInput id={`${id}f`} door={door} value={evidence} onChange={setEvidence} />, {
        help: t('evidence.help'),
      })}
      {row(
        'bring.note',
        't',
        <Input.TextArea
          id={`${id}t`}
          rows={2}
          value={typed.note}
          onChange={({ target }) => set('note')(target.value)}
          maxLength={1000}
        />,
      )}
    </SmallForm>
  )
}

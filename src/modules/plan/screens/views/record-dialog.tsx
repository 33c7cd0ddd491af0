import { Modal } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { viewOf } from '../../../../fields/views.ts'
import { isEmpty } from '../../../../fields/rule.ts'
import { ruleOf } from '../../../../fields/rules.ts'
import type { WireRecord } from '../../../../language/wire.ts'
import { ApiError, api } from '../../../../web/kit/api.ts'
import { useErrorText } from '../../../../web/kit/error-state.tsx'
import { FormRow } from '../../../../web/kit/form-row.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WireDeclared } from '../../wire-views.ts'
import { useViewTexts } from './use-view-texts.ts'
import type { Wishes } from './wishes.ts'

interface RecordDialogProps {
  readonly register: string
  readonly declared: WireDeclared
  /** The record to change; a new one when absent. */
  readonly record?: WireRecord | undefined
  /** Values that follow from where the dialog was opened: the task, its unit, its plan. They are not asked for. */
  readonly given: Readonly<Record<string, unknown>>
  /** Where the plan is in force: what is filled in becomes a wish. */
  readonly wishes: Wishes | null
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What the platform fills by itself in what belongs to a plan. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
  'plan-budgets': ['number', 'kind', 'reason'],
}

/** A record of a plan, new or changed, with the fields of its register. */
export function RecordDialog({ register, declared, record, given, wishes, onDone, onClose }: RecordDialogProps) {
  const t = useViewTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const own = Object.entries(declared.fields).filter(
    ([name, field]) =>
      !(name in given) && !field.derived && field.kind !== 'files' && !(wishes && FILLED[register]?.includes(name)),
  )
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(() =>
    Object.fromEntries(
      own.map(([name, field]) => [
        name,
        record ? record.values[name] : 'default' in field ? (field.default ?? null) : null,
      ]),
    ),
  )
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setBusy] = useState(false)

  function wrongOnes(): Record<string, string> {
    const found: Record<string, string> = {}
    for (const [name, field] of own) {
      const value = values[name]
      const problem = isEmpty(value) ? undefined : ruleOf(field).check(value, field).problem
      if (problem) found[name] = problem[lang]
      else if (field.required && isEmpty(value)) found[name] = t('record.needed', { name: field.label[lang] })
    }
    return found
  }

  async function save() {
    const wrong = wrongOnes()
    setProblems(wrong)
    if (Object.keys(wrong).length > 0) return
    const all = { ...given, ...values }
    setBusy(true)
    try {
      if (wishes)
        wishes.put({
          register,
          action: record ? 'update' : 'create',
          record: record?.id ?? v7(),
          name: nameOf(all, declared.label[lang]),
          values: record ? values : all,
          was: record ? record.values : {},
          titles: {},
          wasTitles: record?.titles ?? {},
        })
      else if (record) await api.patch(`/registers/${register}/${record.id}`, { values, version: record.version })
      else await api.post(`/registers/${register}`, { values: all })
      onDone()
    } catch (error) {
      const at = error instanceof ApiError ? error.problems.filter(({ field }) => field && field in values) : []
      setProblems(
        at.length > 0
          ? Object.fromEntries(at.map(({ field, message }) => [field!, message[lang]]))
          : { '': errorText(error) },
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={`${t(record ? 'task.edit' : 'task.add')} · ${declared.label[lang]}`}
      okText={t('record.save')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void save()}
      onCancel={onClose}
      width={520}
    >
      {problems[''] && (
        <p className="form-problem" role="alert">
          {problems['']}
        </p>
      )}
      {own.map(([name, field]) => {
        const { Input } = viewOf(field)
        const id = `dialog-${name}`
        return (
          <FormRow
            key={name}
            id={id}
            label={field.label[lang]}
            isRequired={field.required}
            help={field.help?.[lang]}
            problem={problems[name]}
          >
            <Input
              id={id}
              field={field as never}
              lang={lang}
              value={(values[name] ?? null) as never}
              title={values[name] === record?.values[name] ? record?.titles[name] : undefined}
              problem={problems[name] !== undefined}
              onChange={(value: unknown) => setValues((old) => ({ ...old, [name]: value }))}
            />
          </FormRow>
        )
      })}
    </Modal>
  )
}

/** What a record is called before it is one. */
export const nameOf = (values: Readonly<Record<string, unknown>>, otherwise: string): string =>
  [values['number'], values['name'] ?? values['what'] ?? values['duty'] ?? values['note']]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ') || [otherwise, values['year'], values['amount']].filter((part) => !isEmpty(part)).join(' ')

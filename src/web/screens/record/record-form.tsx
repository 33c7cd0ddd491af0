import type { ReactNode } from 'react'
import type { AnyRegister, Field, Label } from '../../../language/index.ts'
import { viewOf } from '../../../fields/views.ts'
import { useStandardCodes } from '../../app/standard-codes.ts'
import { FieldValue } from '../../kit/field-value.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { fieldGroups } from './field-groups.ts'
import type { RecordFormState } from './use-record-form.ts'

interface RecordFormProps {
  readonly register: AnyRegister
  readonly form: RecordFormState
  /** Fields that the person may not see. */
  readonly closed?: readonly string[]
  readonly titles?: Readonly<Record<string, string>>
  /** Refusals that belong to no field. */
  readonly general: readonly Label[]
  readonly onSave: () => void
  /** Further questions at the end. */
  readonly children?: ReactNode
  /** Fields that were there from the beginning: an unchanged reference keeps its title. */
  readonly initial?: Readonly<Record<string, unknown>>
}

/** The inputs of a record, with what is wrong at each. Ctrl+Enter saves. */
export function RecordForm({
  register,
  form,
  closed = [],
  titles = {},
  general,
  onSave,
  initial = {},
  children,
}: RecordFormProps) {
  const t = useTexts()
  const { lang } = useLang()
  const wrong = Object.keys(form.shown).length
  const whole = form.shown['']
  const all = whole ? [whole, ...general] : general
  return (
    <form
      id="record-form"
      className="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave()
      }}
    >
      {(all.length > 0 || wrong > 1) && (
        <div className="form-alert" role="alert">
          {wrong > 1 && <p>{t('form.wrong', { n: wrong })}</p>}
          {all.map((label) => (
            <p key={label.zh}>{label[lang]}</p>
          ))}
        </div>
      )}
      {fieldGroups(register).map((group) => (
        <fieldset key={group.key} className="form-group">
          <legend>{t(`record.group-${group.key}`)}</legend>
          <div className="form-grid">
            {group.fields.map(([name, field]) => (
              <Row
                key={name}
                register={register.name}
                name={name}
                field={field}
                form={form}
                isMasked={closed.includes(name)}
                title={initial[name] === form.values[name] ? titles[name] : undefined}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {children}
    </form>
  )
}

interface RowProps {
  readonly register: string
  readonly name: string
  readonly field: Field
  readonly form: RecordFormState
  readonly isMasked: boolean
  readonly title: string | undefined
}

function Row({ register, name, field, form, isMasked, title }: RowProps) {
  const t = useTexts()
  const { lang } = useLang()
  const standard = useStandardCodes()
  const { Input } = viewOf(field)
  const id = `field-${name}`
  const isFixed = field.derived === true || isMasked
  const problem = form.shown[name]?.[lang]
  const help = isMasked ? t('field.masked') : field.derived ? t('field.derived') : field.help?.[lang]
  return (
    <FormRow
      id={id}
      label={field.label[lang]}
      isRequired={field.required && !isFixed}
      help={help}
      hint={standard.hint(register, name, lang)}
      problem={problem}
      isWide={field.kind === 'long-text' || field.kind === 'files'}
    >
      {isFixed ? (
        <output id={id} className="form-fixed">
          <FieldValue field={field} value={form.values[name]} isMasked={isMasked} />
        </output>
      ) : (
        <div onBlur={() => form.touch(name)}>
          <Input
            id={id}
            field={field}
            lang={lang}
            value={(form.values[name] ?? null) as never}
            onChange={(value) => form.set(name, value)}
            title={title}
            problem={problem !== undefined}
          />
        </div>
      )}
    </FormRow>
  )
}

/** Puts the cursor at the first field that is wrong. */
export function focusFirstProblem(): void {
  // After the problems have been drawn.
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>('.form-row-wrong input, .form-row-wrong textarea, .form-row-wrong button')
      ?.focus(),
  )
}

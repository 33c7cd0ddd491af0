import type { ReactNode } from 'react'
import { useTexts } from './use-texts.ts'

interface FormRowProps {
  readonly id: string
  readonly label: string
  readonly isRequired?: boolean | undefined
  readonly help?: string | undefined
  /** Told to whoever points at the label. */
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** One question of a form: label, input, what it means, what is wrong with it. */
export function FormRow({ id, label, isRequired, help, hint, problem, isWide, children }: FormRowProps) {
  const t = useTexts()
  return (
    <div className={`form-row${isWide ? ' form-row-wide' : ''}${problem ? ' form-row-wrong' : ''}`}>
      <label htmlFor={id} title={hint}>
        {label}
        {isRequired && (
          <span className="form-required" title={t('form.required')}>
            <span aria-hidden>*</span>
            <span className="sr-only">{t('form.required')}</span>
          </span>
        )}
      </label>
      {children}
      {help && <p className="form-help">{help}</p>}
      {problem && (
        <p id={`${id}-problem`} className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

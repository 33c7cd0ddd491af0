import type { ButtonHTMLAttributes } from 'react'

interface PlainButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'default' | 'text'
  readonly busy?: boolean
}

/** A button as the others look, without their script: for what is shown before or instead of the screens. */
export function PlainButton({ look = 'default', busy = false, className, children, ...rest }: PlainButtonProps) {
  return (
    <button
      type="button"
      className={`plain-button plain-button-${look}${className ? ` ${className}` : ''}`}
      aria-busy={busy}
      {...rest}
      disabled={busy || rest.disabled}
    >
      {busy && <span className="plain-button-busy" aria-hidden />}
      {children}
    </button>
  )
}

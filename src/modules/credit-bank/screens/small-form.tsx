import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useErrorText } from '../../../web/kit/error-state.tsx'

interface SmallFormProps {
  readonly submit: string
  readonly isReady: boolean
  /** What the page is about. */
  readonly isMain?: boolean
  readonly onSubmit: () => Promise<void>
  readonly children: ReactNode
}

/** A few fields with one button; what is refused is said below them, and nothing typed is lost. */
export function SmallForm({ submit, isReady, isMain = false, onSubmit, children }: SmallFormProps) {
  const errorText = useErrorText()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  return (
    <form
      className="bank-form"
      onSubmit={(event) => {
        event.preventDefault()
        setBusy(true)
        setProblem(undefined)
        void onSubmit()
          .catch((error: unknown) => setProblem(errorText(error)))
          .finally(() => setBusy(false))
      }}
    >
      {children}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      <Button type={isMain ? 'primary' : 'default'} htmlType="submit" disabled={!isReady} loading={isBusy}>
        {submit}
      </Button>
    </form>
  )
}

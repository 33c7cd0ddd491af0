import { useState } from 'react'
import { ApiError } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { useLang } from '../../kit/use-lang.tsx'

/** What the server refused, at its fields; what belongs to none of them stands at the last, the reason. */
export function useCodeProblems() {
  const { lang } = useLang()
  const errorText = useErrorText()
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  return {
    problems,
    setProblems,
    refuse(error: unknown) {
      const atField =
        error instanceof ApiError
          ? error.problems.flatMap((one) => (one.field ? [[one.field, one.message[lang]] as const] : []))
          : []
      setProblems(atField.length > 0 ? Object.fromEntries(atField) : { reason: errorText(error) })
    },
  }
}

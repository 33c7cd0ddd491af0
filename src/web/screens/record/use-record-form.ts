import { useCallback, useMemo, useState } from 'react'
import type { AnyRegister, Label } from '../../../language/index.ts'
import type { ApiError } from '../../kit/api.ts'
import type { Problems, Values } from './check-record.ts'
import { changedValues, deriveValues, problemsOf } from './check-record.ts'

export interface RecordFormState {
  readonly values: Values
  /** Shown problems: of fields left at least once, or of all after trying to save. */
  readonly shown: Problems
  readonly isDirty: boolean
  readonly changes: Values
  readonly set: (name: string, value: unknown) => void
  readonly touch: (name: string) => void
  /** Shows every problem; true when there is none. */
  readonly check: () => boolean
  /** Puts the server's problems at their fields; what has no field is the text returned. */
  readonly refuse: (error: ApiError) => readonly Label[]
  readonly reset: (initial: Values) => void
}

const NONE: readonly string[] = []

/** The state of a form for one record. */
export function useRecordForm(register: AnyRegister, start: Values, closed: readonly string[] = NONE): RecordFormState {
  const [initial, setInitial] = useState(start)
  const [given, setGiven] = useState(start)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [isChecked, setChecked] = useState(false)
  const [refused, setRefused] = useState<Problems>({})

  const values = useMemo(() => deriveValues(register, given), [register, given])
  const problems = useMemo(() => problemsOf(register, values, closed), [register, values, closed])
  const changes = useMemo(() => changedValues(register, initial, values), [register, initial, values])
  const shown = useMemo(
    () => ({
      ...Object.fromEntries(Object.entries(problems).filter(([name]) => isChecked || touched.has(name))),
      ...refused,
    }),
    [problems, isChecked, touched, refused],
  )

  const set = useCallback((name: string, value: unknown) => {
    setGiven((old) => ({ ...old, [name]: value }))
    setRefused((old) => Object.fromEntries(Object.entries(old).filter(([field]) => field !== name)))
  }, [])
  const touch = useCallback((name: string) => setTouched((old) => (old.has(name) ? old : new Set([...old, name]))), [])
  const reset = useCallback((next: Values) => {
    setInitial(next)
    setGiven(next)
    setTouched(new Set())
    setChecked(false)
    setRefused({})
  }, [])

  return {
    values,
    shown,
    isDirty: Object.keys(changes).length > 0,
    changes,
    set,
    touch,
    check: () => {
      setChecked(true)
      return Object.keys(problems).length === 0
    },
    refuse: (error) => {
      const atField = error.problems.filter(
        (problem) => problem.field !== undefined && problem.field in register.fields,
      )
      setRefused(Object.fromEntries(atField.map((problem) => [problem.field ?? '', problem.message])))
      const others = error.problems.filter((problem) => !atField.includes(problem)).map((problem) => problem.message)
      return others.length > 0 || atField.length > 0 ? others : [error.label]
    },
    reset,
  }
}

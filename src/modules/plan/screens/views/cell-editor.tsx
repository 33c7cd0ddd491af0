import { useEffect, useRef, useState } from 'react'
import { ruleOf } from '../../../../fields/rules.ts'
import { viewOf } from '../../../../fields/views.ts'
import type { Field } from '../../../../language/fields.ts'
import { api } from '../../../../web/kit/api.ts'
import { useErrorText } from '../../../../web/kit/error-state.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'

interface CellEditorProps {
  readonly field: Field
  readonly value: unknown
  readonly title: string | undefined
  /** @throws what the server refuses: the editor stays open and shows it */
  readonly onSave: (value: unknown, title: string | undefined, then: 'stay' | 'down' | 'right') => Promise<void>
  readonly onCancel: () => void
}

const ID = 'task-cell-editor'
/** Kinds that are chosen, not typed: choosing is saving. */
const CHOSEN: ReadonlySet<string> = new Set(['reference', 'choice', 'date', 'yes-no'])

/** The input of one cell, by the kind of its field. Enter saves, Tab saves and goes right, Escape leaves it as it was. */
export function CellEditor({ field, value, title, onSave, onCancel }: CellEditorProps) {
  const { lang } = useLang()
  const errorText = useErrorText()
  const [given, setGiven] = useState(value)
  const [problem, setProblem] = useState<string>()
  const isBusy = useRef(false)
  useEffect(() => document.getElementById(ID)?.focus(), [])
  const { Input } = viewOf(field)

  async function save(next: unknown, then: 'stay' | 'down' | 'right') {
    if (isBusy.current) return
    const empty = next === null || next === undefined || next === ''
    if (JSON.stringify(next ?? null) === JSON.stringify(value ?? null)) return onCancel()
    const wrong = empty ? (field.required ? field.label : undefined) : ruleOf(field).check(next, field).problem
    if (wrong) return setProblem(wrong[lang])
    isBusy.current = true
    try {
      const named = !empty && field.kind === 'reference' ? await titleOf(field.register, String(next)) : undefined
      await onSave(empty ? null : next, named, then)
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      isBusy.current = false
    }
  }

  return (
    <div
      className="task-cell-editor"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onCancel()
        } else if (event.key === 'Tab') {
          event.preventDefault()
          void save(given, 'right')
        } else if (event.key === 'Enter' && !CHOSEN.has(field.kind) && !event.shiftKey) {
          event.preventDefault()
          void save(given, 'down')
        }
      }}
      onBlur={(event) => {
        // Into the list of a picker is not out of the cell.
        if (!CHOSEN.has(field.kind) && !event.currentTarget.contains(event.relatedTarget)) void save(given, 'stay')
      }}
    >
      <Input
        id={ID}
        field={field as never}
        lang={lang}
        value={given as never}
        title={title}
        problem={problem !== undefined}
        onChange={(next: unknown) => {
          setGiven(next)
          setProblem(undefined)
          if (CHOSEN.has(field.kind)) void save(next, 'stay')
        }}
      />
      {problem && (
        <span id={`${ID}-problem`} className="task-cell-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}

async function titleOf(register: string, id: string): Promise<string | undefined> {
  const found = await api.get<readonly { readonly id: string; readonly title: string }[]>(
    `/registers/${register}/options?ids=${id}`,
  )
  return found.find((option) => option.id === id)?.title
}

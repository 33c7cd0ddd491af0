import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Label } from '../../../language/label.ts'

/** What a field of choices may hold, with its words; nothing for other fields. */
export function wordsOf(engine: Engine, register: string, name: string): { value: string; label: Label }[] {
  const field = getRegister(engine, register).fields[name]
  return field?.kind === 'choice' ? Object.entries(field.codes.values).map(([value, label]) => ({ value, label })) : []
}

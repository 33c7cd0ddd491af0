import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Label } from '../../../language/label.ts'
import { stateLabel } from '../../../language/usual.ts'
import type { CreditWords } from './facts.ts'

/** What the registers call their codes. */
export function creditWords(engine: Engine): CreditWords {
  const valuesOf = (register: string, name: string): Readonly<Record<string, Label>> => {
    const field = getRegister(engine, register).fields[name]
    return field?.kind === 'choice' ? field.codes.values : {}
  }
  const wordIn = (register: string, name: string) => {
    const values = valuesOf(register, name)
    return (value: string): Label => values[value] ?? { zh: value, en: value }
  }
  return {
    kind: wordIn('learning-outcomes', 'kind'),
    level: wordIn('learning-outcomes', 'level'),
    grade: wordIn('learning-outcomes', 'grade'),
    category: wordIn('conversion-rules', 'category'),
    proof: wordIn('credit-learners', 'proof'),
    institution: wordIn('credit-institutions', 'kind'),
    stage: wordIn('credit-learners', 'stage'),
    state: stateLabel,
    levels: Object.keys(valuesOf('learning-outcomes', 'level')),
    grades: Object.keys(valuesOf('learning-outcomes', 'grade')),
  }
}

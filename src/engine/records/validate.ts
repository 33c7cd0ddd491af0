import { closedProblem } from '../../fields/choice/closed-value.ts'
import { isEmpty, type Reading } from '../../fields/rule.ts'
import { ruleOf } from '../../fields/rules.ts'
import type { Field } from '../../language/fields.ts'
import type { AnyRegister, Problem } from '../../language/register.ts'
import type { Values } from './stored.ts'

export interface Checked {
  readonly values: Values
  readonly problems: readonly Problem[]
}

/** What a field's rule makes of a value. */
type Read = (name: string, field: Field, given: unknown) => Reading<unknown>

const readValue: Read = (_name, field, given) => ruleOf(field).check(given as never, field as never)

/** Different values of a field that are remembered while many records are checked. */
const REMEMBERED = 5000

/** The rules' answers, remembered: columns repeat their values, and a rule is pure. For one batch of one register. */
export function rememberedReadings(): Read {
  const known = new Map<string, Map<unknown, Reading<unknown>>>()
  return (name, field, given) => {
    if (typeof given === 'object') return readValue(name, field, given)
    let readings = known.get(name)
    if (!readings) known.set(name, (readings = new Map()))
    let reading = readings.get(given)
    if (reading === undefined) {
      reading = readValue(name, field, given)
      if (readings.size < REMEMBERED) readings.set(given, reading)
    }
    return reading
  }
}

/**
 * Values as they will be stored, and everything wrong with them. The same function serves form, import
 * and API: fields by their kind's rule, then `derive`, then required, then the register's own `check`.
 * @param input what was given; absent fields keep `before`, or their default in a new record
 */
export function validate(register: AnyRegister, input: Values, before: Values | null, read = readValue): Checked {
  const problems: Problem[] = []
  const values: Record<string, unknown> = {}
  for (const name in register.fields) {
    const field = register.fields[name]!
    if (!(name in input)) {
      values[name] = before
        ? (before[name] ?? null)
        : 'default' in field && field.default !== undefined
          ? field.default
          : null
      continue
    }
    const given = input[name]
    if (isEmpty(given)) values[name] = null
    else {
      const reading = read(name, field, given)
      const problem = reading.problem ?? closedProblem(field, reading.value, before?.[name])
      if (problem) problems.push({ field: name, message: problem })
      values[name] = reading.problem ? given : reading.value
    }
  }
  for (const name in input)
    if (!Object.hasOwn(register.fields, name))
      problems.push({ field: name, message: { zh: `没有名为“${name}”的字段`, en: `There is no field "${name}"` } })
  // derive and check are written for well-formed values, in which nothing required is missing.
  if (problems.length === 0) addMissing(problems, register, values, false)
  if (problems.length === 0 && register.derive) {
    for (const [name, value] of Object.entries(register.derive(values as never))) {
      const field = register.fields[name]
      if (field) values[name] = canonical(name, field, value, read)
    }
    addMissing(problems, register, values, true)
  }
  if (problems.length === 0 && register.check) problems.push(...register.check(values as never))
  return { values, problems }
}

/** `derive` may give another text of the same value ("50" for "50.00"): what is kept has one. */
function canonical(name: string, field: Field, value: unknown, read: Read): unknown {
  if (isEmpty(value)) return value ?? null
  const reading = read(name, field, value)
  return reading.problem ? value : reading.value
}

/** Notes required fields without a value: those that people fill, or those that follow from them. */
function addMissing(problems: Problem[], register: AnyRegister, values: Values, derived: boolean): void {
  for (const name in register.fields) {
    const field = register.fields[name]!
    if (field.required && (field.derived ?? false) === derived && isEmpty(values[name]))
      problems.push({
        field: name,
        message: { zh: `请填写“${field.label.zh}”`, en: `"${field.label.en}" is required` },
      })
  }
}

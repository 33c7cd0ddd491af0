import type { Codes } from './codes.ts'
import type { AnyFilter } from './filter.ts'
import type { Formula, Indicator, IndicatorRule, IndicatorTable, Measure } from './indicator.ts'
import type { Label } from './label.ts'
import type { AnyRegister } from './register.ts'
import type { ReportTemplate } from './report.ts'
import type { Role } from './role.ts'
import { schemeMistakes } from './scheme-mistakes.ts'
import { schemeId, type ScoringScheme } from './scoring.ts'
import { type Standard, type StandardTable, standardTableMistakes } from './standard.ts'

/** Everything a college declares, found by name. */
export interface Catalogue {
  readonly registers: ReadonlyMap<string, AnyRegister>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly tables: ReadonlyMap<string, IndicatorTable>
  readonly rules: readonly IndicatorRule[]
  readonly reports: ReadonlyMap<string, ReportTemplate>
  readonly roles: ReadonlyMap<string, Role>
  readonly areas: Readonly<Record<string, Label>>
  readonly offices: Codes
  /** Code lists by name. */
  readonly codes: ReadonlyMap<string, Codes>
  readonly standards: ReadonlyMap<string, Standard>
  /** Tables of standards by name, in the order of the standard. */
  readonly standardTables: ReadonlyMap<string, StandardTable>
  /** Scoring schemes by name and version: "double-high/1". */
  readonly schemes: ReadonlyMap<string, ScoringScheme>
}

export interface Declarations {
  readonly registers: readonly AnyRegister[]
  readonly indicators: readonly Indicator[]
  readonly tables: readonly IndicatorTable[]
  readonly rules: readonly IndicatorRule[]
  readonly reports: readonly ReportTemplate[]
  readonly roles: readonly Role[]
  readonly areas: Readonly<Record<string, Label>>
  readonly offices: Codes
  readonly codes?: readonly Codes[]
  readonly standards?: readonly Standard[]
  readonly standardTables?: readonly StandardTable[]
  readonly schemes?: readonly ScoringScheme[]
}

/** A declaration that cannot hold. Lists every mistake found, each with its register and field. */
export class DeclarationError extends Error {
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super(`The catalogue cannot start:\n  ${mistakes.join('\n  ')}`)
    this.name = 'DeclarationError'
    this.mistakes = mistakes
  }
}

/** The lifecycle of a register that declares none. */
export const SINGLE_STATE = 'active'

export function statesOf(register: AnyRegister): readonly string[] {
  return register.lifecycle ? Object.keys(register.lifecycle) : [SINGLE_STATE]
}

/** The state in which a new record starts: the first declared. */
export function firstState(register: AnyRegister): string {
  return statesOf(register)[0] ?? SINGLE_STATE
}

/** The measures of a formula, in order of appearance. */
export function measuresOf(formula: Formula): Measure[] {
  switch (formula.of) {
    case 'constant':
    case 'indicator':
      return []
    case 'plus':
    case 'minus':
    case 'times':
    case 'divide':
    case 'least':
      return formula.terms.flatMap(measuresOf)
    default:
      return [formula]
  }
}

/** The formulas of an indicator: none when its value is entered. */
export function formulasOf(indicator: Indicator): Formula[] {
  if ('entered' in indicator) return []
  return 'value' in indicator ? [indicator.value] : [indicator.numerator, indicator.denominator]
}

/**
 * Brings declarations together and checks what types cannot see.
 * @throws DeclarationError naming every wrong register and field at once.
 */
export function assembleCatalogue(declarations: Declarations): Catalogue {
  const mistakes: string[] = []
  const registers = byName(declarations.registers, (r) => r.name, 'Register', mistakes)
  const indicators = byName(declarations.indicators, (i) => i.code, 'Indicator', mistakes)
  const tables = byName(declarations.tables, (t) => t.name, 'Table', mistakes)
  const reports = byName(declarations.reports, (r) => r.name, 'Report', mistakes)
  const roles = byName(declarations.roles, (r) => r.name, 'Role', mistakes)
  for (const register of registers.values())
    mistakes.push(...registerMistakes(register, registers, roles, declarations))
  for (const indicator of indicators.values())
    mistakes.push(...indicatorMistakes(indicator, registers, indicators, declarations))
  for (const table of tables.values())
    for (const row of table.rows)
      if (!indicators.has(row.indicator))
        mistakes.push(
          `Table "${table.name}": row "${row.label.zh}" names indicator "${row.indicator}", which is not declared`,
        )
  for (const rule of declarations.rules)
    for (const code of codesOfRule(rule))
      if (!indicators.has(code)) mistakes.push(`Rule "${rule.name}": indicator "${code}" is not declared`)
  const codes = byName(declarations.codes ?? [], (c) => c.name, 'Code list', mistakes)
  const standards = byName(declarations.standards ?? [], (s) => s.name, 'Standard', mistakes)
  const standardTables = byName(
    (declarations.standardTables ?? []).toSorted((a, b) => a.number - b.number),
    (t) => t.name,
    'Standard table',
    mistakes,
  )
  for (const standard of standards.values())
    if (!registers.has(standard.college))
      mistakes.push(`Standard "${standard.name}": register "${standard.college}" is not declared`)
  for (const table of standardTables.values()) mistakes.push(...standardTableMistakes(table, standards, registers))
  const schemes = byName(declarations.schemes ?? [], schemeId, 'Scheme', mistakes)
  for (const scheme of schemes.values()) mistakes.push(...schemeMistakes(scheme, indicators))
  if (mistakes.length > 0) throw new DeclarationError(mistakes)
  return {
    registers,
    indicators,
    tables,
    rules: declarations.rules,
    reports,
    roles,
    areas: declarations.areas,
    offices: declarations.offices,
    codes,
    standards,
    standardTables,
    schemes,
  }
}

/** The indicators that a rule speaks of. */
export function codesOfRule({ rule }: IndicatorRule): readonly string[] {
  if ('part' in rule) return [rule.part, rule.whole]
  if ('parts' in rule) return [...rule.parts, rule.whole]
  if ('same' in rule) return rule.same
  return [rule.of]
}

function byName<T>(items: readonly T[], nameOf: (item: T) => string, kind: string, mistakes: string[]): Map<string, T> {
  const found = new Map<string, T>()
  for (const item of items) {
    const name = nameOf(item)
    if (found.has(name)) mistakes.push(`${kind} "${name}" is declared twice`)
    found.set(name, item)
  }
  return found
}

const FIELD_NAME = /^[a-z][a-zA-Z0-9]*$/
/** Names the engine keeps for itself in every record. */
const RESERVED = new Set([
  'id',
  'state',
  'version',
  'unitId',
  'ownerId',
  'createdBy',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'search',
  'collegeId',
  'anyOf',
])

/** Kinds whose value as kept is what a person reads: lists, choices, search and history print titles as they are. */
const TITLE_KINDS: ReadonlySet<string> = new Set([
  'text',
  'date',
  'date-time',
  'month',
  'period',
  'integer',
  'decimal',
  'money',
])

function registerMistakes(
  register: AnyRegister,
  registers: ReadonlyMap<string, AnyRegister>,
  roles: ReadonlyMap<string, Role>,
  declarations: Declarations,
): string[] {
  const found: string[] = []
  const say = (text: string) => found.push(`Register "${register.name}": ${text}`)
  const has = (field: string) => field in register.fields
  if (!/^[a-z][a-z0-9-]*$/.test(register.name)) say('its name must be kebab-case')
  if (!(register.area in declarations.areas))
    say(`area "${register.area}" is not one of ${Object.keys(declarations.areas).join(', ')}`)
  if (register.owner !== undefined && !(register.owner in declarations.offices.values))
    say(`owner "${register.owner}" is not one of the offices`)
  const title = register.fields[register.title]
  if (!title) say(`title "${register.title}" is not one of its fields`)
  else if (!TITLE_KINDS.has(title.kind))
    say(`title must be a text, date or number field, and "${register.title}" is of kind "${title.kind}"`)
  for (const [name, field] of Object.entries(register.fields)) {
    if (!FIELD_NAME.test(name)) say(`field "${name}" must be camelCase`)
    if (RESERVED.has(name)) say(`field "${name}" uses a name that every record already has`)
    if (field.kind === 'reference' && !registers.has(field.register))
      say(`field "${name}" refers to register "${field.register}", which is not declared`)
    for (const role of field.readableBy ?? [])
      if (!roles.has(role)) say(`field "${name}" is readable by role "${role}", which is not declared`)
    if (field.kind === 'choice' && field.default !== undefined && !(field.default in field.codes.values))
      say(`field "${name}" has default "${field.default}", which is not in its code list`)
  }
  for (const [key, target] of [
    ['unit', 'units'],
    ['person', 'people'],
  ] as const) {
    const name = register[key]
    if (name === undefined) continue
    const field = register.fields[name]
    if (field?.kind !== 'reference' || field.register !== target)
      say(`${key} "${name}" must be a reference to "${target}"`)
  }
  for (const key of [...(register.unique ?? []), register.importKey ?? []])
    for (const name of key) if (!has(name)) say(`key field "${name}" is not one of its fields`)
  if (register.eventsAt !== undefined) {
    const at = register.fields[register.eventsAt]
    if (!at?.required || (at.kind !== 'date' && at.kind !== 'date-time'))
      say(`eventsAt "${register.eventsAt}" must be a required date or moment`)
    if (register.lifecycle) say('events have no lifecycle')
    for (const key of register.unique ?? [])
      if (!key.includes(register.eventsAt)) say(`unique key ${key.join(', ')} must contain "${register.eventsAt}"`)
  }
  for (const s of register.statistics ?? []) {
    if (!has(s.by)) say(`statistic by "${s.by}" is not one of its fields`)
    if (s.sum !== undefined && !has(s.sum)) say(`statistic sum "${s.sum}" is not one of its fields`)
  }
  const order = register.order?.replace(/^-/, '')
  if (order !== undefined && !has(order)) say(`order "${order}" is not one of its fields`)
  const states = statesOf(register)
  for (const [state, transitions] of Object.entries(register.lifecycle ?? {}))
    for (const [action, transition] of Object.entries(transitions)) {
      if (!states.includes(transition.to))
        say(`action "${action}" of state "${state}" leads to "${transition.to}", which is not declared`)
      for (const role of transition.by)
        if (!roles.has(role)) say(`action "${action}" is by role "${role}", which is not declared`)
    }
  for (const state of register.counts ?? [])
    if (!states.includes(state)) say(`counted state "${state}" is not declared`)
  for (const role of Object.keys(register.access))
    if (!roles.has(role)) say(`access names role "${role}", which is not declared`)
  return found
}

function indicatorMistakes(
  indicator: Indicator,
  registers: ReadonlyMap<string, AnyRegister>,
  indicators: ReadonlyMap<string, Indicator>,
  declarations: Declarations,
): string[] {
  const found: string[] = []
  const say = (text: string) => found.push(`Indicator "${indicator.code}": ${text}`)
  if (!(indicator.owner in declarations.offices.values)) say(`owner "${indicator.owner}" is not one of the offices`)
  for (const rival of indicator.rivals ?? []) if (!indicators.has(rival)) say(`rival "${rival}" is not declared`)
  for (const formula of formulasOf(indicator)) {
    for (const code of indicatorsIn(formula))
      if (!indicators.has(code)) say(`it uses indicator "${code}", which is not declared`)
    for (const measure of measuresOf(formula)) {
      const register = registers.get(measure.register)
      if (!register) say(`it counts register "${measure.register}", which is not declared`)
      else {
        if (measure.of !== 'count' && !(measure.field in register.fields))
          say(`"${measure.field}" is not a field of "${register.name}"`)
        for (const mistake of filterMistakes(measure.where, register, registers)) say(mistake)
      }
    }
  }
  return found
}

function indicatorsIn(formula: Formula): string[] {
  if (formula.of === 'indicator') return [formula.code]
  return 'terms' in formula ? formula.terms.flatMap(indicatorsIn) : []
}

function filterMistakes(
  filter: AnyFilter,
  register: AnyRegister,
  registers: ReadonlyMap<string, AnyRegister>,
): string[] {
  return Object.entries(filter).flatMap(([name, condition]) => {
    if (name === 'anyOf') return (filter.anyOf ?? []).flatMap((f) => filterMistakes(f, register, registers))
    const [first = '', ...rest] = name.split('.')
    const [next = ''] = rest
    const field = register.fields[first]
    if (!field) return [`filter "${name}": "${first}" is not a field of "${register.name}"`]
    if (rest.length === 0) {
      const group = condition !== null && typeof condition === 'object' && 'lastOf' in condition && condition.lastOf
      return typeof group === 'string' && !(group in register.fields)
        ? [`filter "${name}": "${group}" is not a field of "${register.name}"`]
        : []
    }
    const target = field.kind === 'reference' ? registers.get(field.register) : undefined
    if (target?.lifecycle && name === `${first}.state` && !('state' in target.fields))
      return typeof condition === 'string' && condition in target.lifecycle
        ? []
        : [`filter "${name}": one state of "${target.name}" is named, of ${Object.keys(target.lifecycle).join(', ')}`]
    if (!target || !(next in target.fields))
      return [`filter "${name}": "${next}" is not a field that "${register.name}.${first}" leads to`]
    return filterMistakes({ [rest.join('.')]: condition }, target, registers).map((text) => `${text} (in "${name}")`)
  })
}

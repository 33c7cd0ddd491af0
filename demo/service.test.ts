import { describe, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import type { Field } from '../src/language/fields.ts'
import type { Indicator } from '../src/language/indicator.ts'
import type { AnyRegister, Problem } from '../src/language/register.ts'
import { collegeDemo } from './college.ts'
import { createDemoContext, type DemoRow } from './context.ts'
import * as internationalGolden from './golden/international.ts'
import * as partnershipGolden from './golden/partnership.ts'
import * as researchGolden from './golden/research.ts'
import { internationalDemo } from './international.ts'
import { partnershipDemo } from './partnership.ts'
import { plainFigures } from './plain-figures.ts'
import { researchDemo } from './research.ts'

const demo = createDemoContext()
const parts = [researchDemo, internationalDemo, partnershipDemo].flatMap((part) => part(demo))
const college = collegeDemo(demo)
const known = new Set(
  [...parts, ...college].flatMap(({ register, rows }) => rows.map((row) => demo.id(register, row.$key))),
)
const registerOf = (name: string): AnyRegister => declarations.registers.find((register) => register.name === name)!
const indicatorOf = (code: string): Indicator => declarations.indicators.find((indicator) => indicator.code === code)!
const figure = plainFigures([...parts, ...college], declarations.registers, (register, key) => demo.id(register, key))

/** A record as the engine would have it: every field present, empty ones null. */
const record = (register: AnyRegister, row: DemoRow) =>
  Object.fromEntries(Object.keys(register.fields).map((name) => [name, row[name] ?? null]))

function isOfKind(declared: Field | undefined, value: unknown): boolean {
  if (declared === undefined) return false
  if (declared.kind === 'choice') return String(value) in declared.codes.values
  if (declared.kind === 'choices') return (value as string[]).every((one) => one in declared.codes.values)
  if (declared.kind === 'date') return /^(19|20)\d\d-\d\d-\d\d$/.test(String(value))
  if (declared.kind === 'money') return /^\d+\.\d\d$/.test(String(value))
  if (declared.kind === 'integer') return Number.isInteger(value)
  // Majors belong to another part.
  if (declared.kind === 'reference') return declared.register === 'majors' || known.has(String(value))
  return true
}

describe.each(parts)('made-up $register', ({ register: name, rows }) => {
  const register = registerOf(name)

  it('names each row once', () => {
    expect(new Set(rows.map((row) => row.$key)).size).toBe(rows.length)
    for (const key of register.unique ?? []) {
      const keys = rows.map((row) => key.map((field) => String(row[field])).join(' | '))
      expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([])
    }
  })

  it('fills declared fields with values of their kind', () => {
    const wrong = rows.flatMap((row) =>
      Object.entries(row).flatMap(([field, value]) => {
        if (field.startsWith('$') || value === null) return []
        return isOfKind(register.fields[field], value) ? [] : [`${row.$key}.${field}: ${String(value)}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('leaves no required field empty and has no mistake', () => {
    const check = register.check as ((values: object) => readonly Problem[]) | undefined
    const derive = register.derive as ((values: object) => object) | undefined
    const wrong = rows.flatMap((row) => {
      const values = record(register, row)
      const empty = Object.entries(register.fields).filter(
        ([field, declared]) => declared.required && values[field] === null,
      )
      const derived = Object.entries(derive?.(values) ?? {}).filter(([field, value]) => values[field] !== value)
      return [
        ...empty.map(([field]) => `${row.$key}.${field} is empty`),
        ...derived.map(([field]) => `${row.$key}.${field} is not what follows from the others`),
        ...(check?.(values) ?? []).map((problem) => `${row.$key}: ${problem.message.en}`),
      ]
    })
    expect(wrong).toEqual([])
  })
})

describe('what the records give', () => {
  const golden = [...researchGolden.golden, ...internationalGolden.golden, ...partnershipGolden.golden]
  // Awards belong to another part.
  it.each(golden.filter(({ code }) => code !== 'q5.skills-awards'))('$code is $value', ({ code, value }) => {
    expect(figure(indicatorOf(code), '2023')).toBe(value)
  })

  it.each([...researchGolden.differs, ...internationalGolden.differs])(
    '$code is $value, not $printed',
    ({ code, value }) => {
      expect(figure(indicatorOf(code), '2023')).toBe(value)
    },
  )

  it('the year after holds what the text says of 2023', () => {
    const next = (code: string) => figure(indicatorOf(code), '2024')
    expect(next('q4.training-projects')).toBe('156')
    expect(next('q0.training-attendances')).toBe('53790')
    expect(next('q4.invention-patents-granted')).toBe('52')
    expect(next('q0.provincial-research-projects')).toBe('77')
  })

  it.each([
    'q4.technical-service-payments',
    'q4.research-payments',
    'q4.training-payments',
    'q4.training-hours',
    'q5.foreign-students',
  ])('%s was lower the year before', (code) => {
    expect(Number(figure(indicatorOf(code), '2022'))).toBeLessThan(Number(figure(indicatorOf(code), '2023')))
  })

  it('five years of patents add up', () => {
    const property = parts.find(({ register }) => register === 'intellectual-property')!.rows
    const of = (kind: string) => property.filter((row) => row['kind'] === kind).length
    expect([of('invention'), of('utility-model'), of('design')]).toEqual([270, 1318, 19])
  })

  it('waiting rows do not count', () => {
    const waiting = parts.flatMap(({ rows }) => rows.filter((row) => row.$state))
    expect(waiting.length).toBeGreaterThan(20)
  })
})

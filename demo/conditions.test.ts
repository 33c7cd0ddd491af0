import { describe, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { constant, type Indicator } from '../src/language/indicator.ts'
import type { AnyRegister, Problem } from '../src/language/register.ts'
import { collegeDemo } from './college.ts'
import { createDemoContext, type DemoRow } from './context.ts'
import { coursesDemo } from './courses.ts'
import { FOREIGN_DEGREE_STUDENTS, FULL_TIME_STUDENTS, facilitiesDemo } from './facilities.ts'
import { financeDemo } from './finance.ts'
import * as coursesGolden from './golden/courses.ts'
import * as facilitiesGolden from './golden/facilities.ts'
import * as financeGolden from './golden/finance.ts'
import * as staffGolden from './golden/staff.ts'
import { internationalDemo } from './international.ts'
import { majorsDemo } from './majors.ts'
import { partnershipDemo } from './partnership.ts'
import { plainFigures } from './plain-figures.ts'
import { staffDemo } from './staff.ts'
import { textbooksDemo } from './textbooks.ts'

const demo = createDemoContext()
const parts = [staffDemo, coursesDemo, textbooksDemo, facilitiesDemo, financeDemo].flatMap((part) => part(demo))
const others = [collegeDemo, majorsDemo, partnershipDemo, internationalDemo].flatMap((part) => part(demo))
const known = new Set(
  [...parts, ...others].flatMap(({ register, rows }) => rows.map((row) => demo.id(register, row.$key))),
)
const registerOf = (name: string): AnyRegister => declarations.registers.find((register) => register.name === name)!

// The 17,045 students are another part's, and slow to make: here they are a number.
const indicators = declarations.indicators.map((indicator): Indicator => {
  if (indicator.code !== 'q6.students') return indicator
  return { ...indicator, value: constant(String(FULL_TIME_STUDENTS)) } as Indicator
})
const compute = plainFigures([...parts, ...others], declarations.registers, (register, key) => demo.id(register, key))
function figure(code: string, edition = '2023'): string {
  const indicator = indicators.find((candidate) => candidate.code === code)
  if (!indicator) throw new Error(`Indicator "${code}" is not declared`)
  return compute(indicator, edition, indicators)
}

const record = (register: AnyRegister, row: DemoRow) =>
  Object.fromEntries(Object.keys(register.fields).map((name) => [name, row[name] ?? null]))

describe.each(parts)('made-up $register', ({ register: name, rows }) => {
  const register = registerOf(name)

  it('names each row once', () => {
    for (const key of [['$key'], ...(register.unique ?? [])]) {
      const keys = rows.map((row) => key.map((field) => String(row[field])).join(' | '))
      const seen = new Set<string>()
      expect(keys.filter((k) => seen.size === seen.add(k).size)).toEqual([])
    }
  })

  it('fills declared fields with values of their kind', () => {
    const wrong: string[] = []
    for (const row of rows)
      for (const [field, value] of Object.entries(row)) {
        if (field.startsWith('$') || value === null) continue
        const declared = register.fields[field]
        const holds =
          declared?.kind === 'choice'
            ? (value as string) in declared.codes.values
            : declared?.kind === 'choices'
              ? (value as string[]).every((one) => one in declared.codes.values)
              : declared?.kind === 'date'
                ? /^(19|20)\d\d-[01]\d-[0-3]\d$/.test(value as string)
                : declared?.kind === 'money' || declared?.kind === 'decimal'
                  ? /^\d+\.\d\d$/.test(value as string)
                  : declared?.kind === 'integer'
                    ? Number.isInteger(value)
                    : declared?.kind === 'reference'
                      ? known.has(value as string)
                      : declared !== undefined
        if (!holds) wrong.push(`${row.$key}.${field}: ${String(value)}`)
      }
    expect(wrong).toEqual([])
  })

  it('leaves no required field empty and has no mistake', () => {
    const check = register.check as ((values: object) => readonly Problem[]) | undefined
    const derive = register.derive as ((values: object) => object) | undefined
    const required = Object.entries(register.fields).flatMap(([field, { required }]) => (required ? [field] : []))
    const wrong: unknown[] = []
    for (const row of rows) {
      const values = record(register, row)
      for (const field of required) if (values[field] === null) wrong.push(`${row.$key}.${field} is empty`)
      for (const problem of check?.(values) ?? []) wrong.push([row.$key, problem])
      for (const [field, value] of Object.entries(derive?.(values) ?? {}))
        if (values[field] !== value) wrong.push(`${row.$key}.${field} is not ${String(value)}`)
      for (const state of row.$state === undefined ? [] : [row.$state])
        if (!register.lifecycle || !(state in register.lifecycle)) wrong.push(`${row.$key} is in state ${state}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('what the records give', () => {
  const goldens = [staffGolden, coursesGolden, facilitiesGolden, financeGolden]
  const published = [
    ...goldens.flatMap(({ golden }) => [...golden]),
    ...coursesGolden.majors,
    ...staffGolden.derived,
    ...facilitiesGolden.derived,
  ]

  it.each(published)('$code is $value', ({ code, value }) => expect(figure(code)).toBe(value))

  it.each([...staffGolden.before, ...financeGolden.before])('$code was $value the edition before', ({ code, value }) =>
    expect(figure(code, '2022')).toBe(value),
  )

  it.each([
    'q6.staff',
    'q6.full-time-teachers',
    'q6.industry-mentors',
    'q6.internship-expenses',
    'q6.special-appropriation',
    'q6.practice-centres',
    'q3.courses',
    'q3.online-courses',
    'q3.resource-libraries',
    'q3.textbooks',
    'q3.internet-bandwidth',
    'q0.practice-sites',
    'q0.equipment-value',
  ])('%s was lower the edition before, but not nothing', (code) => {
    const before = Number(figure(code, '2022'))
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(Number(figure(code)))
  })

  it('counts as many foreign degree students as the equivalent number needs', () => {
    const rows = others.find(({ register }) => register === 'foreign-students')!.rows
    const on = (day: string) => (row: DemoRow) =>
      !row.$state &&
      row['kind'] === 'degree' &&
      (row['enrolledOn'] as string) <= day &&
      (row['leftOn'] === null || (row['leftOn'] as string) > day)
    expect(rows.filter(on('2023-08-31'))).toHaveLength(FOREIGN_DEGREE_STUDENTS)
  })

  it('the same person has the same name everywhere', () => {
    const people = new Map(others.find(({ register }) => register === 'people')!.rows.map((row) => [row.$key, row]))
    for (const row of parts.find(({ register }) => register === 'staff')!.rows) {
      const person = people.get(row.$key)
      if (person)
        expect([row['name'], row['sex'], row['unit']]).toEqual([person['name'], person['sex'], person['unit']])
      else expect(row['leftOn']).not.toBeNull()
      expect(String(row['name'])[1]).toBe('示')
    }
  })

  it('appoints nobody before they came', () => {
    const came = new Map(
      parts
        .find(({ register }) => register === 'staff')!
        .rows.map((row) => [demo.id('people', row.$key), String(row['employedOn'])]),
    )
    const appointments = others.find(({ register }) => register === 'appointments')!.rows
    const early = appointments.filter((row) => String(row['from']) < came.get(String(row['person']))!)
    expect(early.map((row) => row.$key)).toEqual([])
    expect([...came.values()].filter((day) => day > '2022-08-31')).toHaveLength(35)
  })

  it('has six new national courses and four new recognised sites, all from the school year', () => {
    const inYear = (day: unknown) => String(day) >= '2022-09-01' && String(day) <= '2023-08-31'
    const rowsOf = (name: string) => parts.find(({ register }) => register === name)!.rows.filter((row) => !row.$state)
    const courses = rowsOf('online-courses').filter(
      (row) => (row['levels'] as string[]).includes('national') && inYear(row['recognisedOn']),
    )
    expect(courses.map((row) => String(row['recognisedOn']).slice(0, 7))).toEqual(Array(6).fill('2022-12'))
    expect(rowsOf('teaching-sites').filter((row) => row['level'] && inYear(row['openedOn']))).toHaveLength(4)
  })

  it('leaves work waiting for someone', () => {
    expect(parts.flatMap(({ rows }) => rows.filter((row) => row.$state)).length).toBeGreaterThan(20)
  })
})

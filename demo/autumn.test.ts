import { describe, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import type { AnyRegister, Problem } from '../src/language/register.ts'
import { FIRST_DAY, LAST_DAY, someStudents } from './autumn.ts'
import { DEMO_STUDENTS } from './college.ts'
import { createDemoContext } from './context.ts'
import { cooperationDemo } from './cooperation.ts'
import { employmentDemo } from './employment.ts'
import { demoRows } from './index.ts'
import { libraryDemo } from './library.ts'
import { researchRecordsDemo } from './research-records.ts'
import { studentLifeDemo } from './student-life.ts'
import { studentRecordsDemo } from './student-records.ts'

const demo = createDemoContext()
const parts = [
  studentLifeDemo,
  studentRecordsDemo,
  employmentDemo,
  libraryDemo,
  researchRecordsDemo,
  cooperationDemo,
].flatMap((part) => part(demo))
const known = new Map([...demoRows()].map(([register, rows]) => [register, new Set(rows.map((row) => row.$id))]))
const registerOf = (name: string): AnyRegister => declarations.registers.find((register) => register.name === name)!

/** Fields that say when something happened in the term. */
const HAPPENED: Readonly<Record<string, string>> = {
  'term-results': 'enteredOn',
  'leave-requests': 'from',
  absences: 'day',
  'dormitory-checks': 'checkedAt',
  'club-activities': 'startsAt',
  'student-contests': 'startsOn',
  'social-practices': 'startsOn',
  'counselling-days': 'day',
  'psychological-assessments': 'assessedOn',
  'employment-intentions': 'enteredAt',
  'employer-visits': 'visitedOn',
  loans: 'borrowedOn',
  'research-activities': 'day',
  'research-expenses': 'paidAt',
  'academic-lectures': 'day',
  'device-runs': 'startedAt',
}

describe.each(parts.map((part) => [part.register, part.rows] as const))('made-up %s', (name, rows) => {
  const register = registerOf(name)

  it('has no key and no unique value twice', () => {
    expect(new Set(rows.map((row) => row.$key)).size).toBe(rows.length)
    for (const fields of register.unique ?? []) {
      const keys = rows.map((row) => JSON.stringify(fields.map((field) => row[field] ?? null)))
      expect([fields, new Set(keys).size]).toEqual([fields, rows.length])
    }
  })

  it('fills declared fields, every required one, with codes and records that exist', () => {
    const wrong = rows.flatMap((row) => [
      ...Object.keys(row).filter((field) => !field.startsWith('$') && !(field in register.fields)),
      ...Object.entries(register.fields).flatMap(([field, declared]) => {
        const value = row[field] ?? null
        if (value === null) return declared.required ? [`${row.$key}: ${field} is required`] : []
        if (declared.kind === 'choice' && !(String(value) in declared.codes.values))
          return [`${row.$key}: ${field} is ${String(value)}`]
        if (declared.kind === 'reference' && !known.get(declared.register)?.has(String(value)))
          return [`${row.$key}: ${field} leads nowhere`]
        return []
      }),
    ])
    expect(wrong).toEqual([])
  })

  it('passes the checks of the register', () => {
    const check = register.check as ((values: Record<string, unknown>) => readonly Problem[]) | undefined
    const derive = register.derive as ((values: Record<string, unknown>) => object) | undefined
    for (const row of rows) {
      const values = Object.fromEntries(Object.keys(register.fields).map((field) => [field, row[field] ?? null]))
      expect([row.$key, check?.(values) ?? []]).toEqual([row.$key, []])
      expect({ ...values, ...derive?.(values) }).toEqual(values)
    }
  })

  it('happens in the term', () => {
    const field = HAPPENED[name]
    if (!field) return expect(rows.length).toBeGreaterThan(0)
    const days = rows.map((row) => String(row[field]).slice(0, 10))
    expect(days.filter((day) => day < FIRST_DAY || day > LAST_DAY)).toEqual([])
  })
})

it('some students are different ones, those with accounts among them', () => {
  const numbers = someStudents(300, 7).map((place) => place.number)
  expect(new Set(numbers).size).toBe(300)
  expect(numbers).toEqual(expect.arrayContaining([...DEMO_STUDENTS]))
})

import { describe, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import type { AnyRegister, Problem } from '../src/language/register.ts'
import { awardsDemo } from './awards.ts'
import { collegeDemo } from './college.ts'
import { createDemoContext, type DemoRow } from './context.ts'
import * as graduatesGolden from './golden/graduates.ts'
import * as qualityGolden from './golden/quality.ts'
import * as studentsGolden from './golden/students.ts'
import { graduatesDemo } from './graduates.ts'
import { placesOf } from './intake.ts'
import { majorsDemo } from './majors.ts'
import { plainFigures } from './plain-figures.ts'
import { qualityDemo } from './quality.ts'
import { studentsDemo } from './students.ts'

const demo = createDemoContext()

const parts = [majorsDemo, studentsDemo, graduatesDemo, awardsDemo, qualityDemo].flatMap((part) => part(demo))
const college = collegeDemo(demo)
const known = new Set(
  [...parts, ...college].flatMap(({ register, rows }) => rows.map((row) => demo.id(register, row.$key))),
)
const registerOf = (name: string): AnyRegister => declarations.registers.find((register) => register.name === name)!
const rowsOf = (name: string) => parts.find((part) => part.register === name)?.rows ?? []
const compute = plainFigures([...parts, ...college], declarations.registers, (register, key) => demo.id(register, key))
function figure(code: string, edition = '2023'): string {
  const indicator = declarations.indicators.find((candidate) => candidate.code === code)
  if (!indicator) throw new Error(`Indicator "${code}" is not declared`)
  return compute(indicator, edition, declarations.indicators)
}
/** All rows of a small register, five hundred spread over a large one. */
const sample = (rows: readonly DemoRow[]) => {
  const step = Math.max(1, Math.floor(rows.length / 500))
  return rows.filter((_, i) => i % step === 0)
}
const record = (register: AnyRegister, row: DemoRow) =>
  Object.fromEntries(Object.keys(register.fields).map((name) => [name, row[name] ?? null]))

describe('the students, graduates, awards and surveys of the demo college', () => {
  it.each([...studentsGolden.golden, ...graduatesGolden.golden, ...qualityGolden.golden])(
    '$code is $value as printed',
    ({ code, value }) => expect(figure(code)).toBe(value),
  )
  it.each([...studentsGolden.derived, ...graduatesGolden.derived, ...qualityGolden.madeUp])(
    '$code is $value as fixed by the records',
    ({ code, value }) => expect(figure(code)).toBe(value),
  )
  it.each([...studentsGolden.before, ...graduatesGolden.before])(
    '$code was $value in the edition before',
    ({ code, value }) => expect(figure(code, '2022')).toBe(value),
  )
  it.each([...studentsGolden.differs, ...graduatesGolden.differs])(
    '$code is $value although $printed is printed elsewhere',
    ({ code, value, printed }) => {
      expect(figure(code)).toBe(value)
      expect(value).not.toBe(printed)
    },
  )

  it('have the three majors with most graduates that are printed', () => {
    const numbers = new Map<string, number>()
    for (const { major } of placesOf[2020]) numbers.set(major, (numbers.get(major) ?? 0) + 1)
    const most = [...numbers].sort((a, b) => b[1] - a[1]).slice(0, 3)
    expect(most.map(([major, n]) => [major, ((n / 6393) * 100).toFixed(2)])).toEqual([
      ['汽车检测与维修技术', '6.63'],
      ['软件技术', '6.32'],
      ['大数据与会计', '6.15'],
    ])
  })

  it('have as many freshmen on the roll as arrived', () => {
    for (const year of [2022, 2023]) {
      const freshmen = rowsOf('students').filter((student) => student['grade'] === year)
      expect(String(freshmen.length)).toBe(figure('q0.arrived', String(year)))
    }
  })

  it('leave some records waiting for someone in every reviewed register with a queue', () => {
    for (const name of ['admissions', 'graduates', 'awards', 'satisfaction-results'])
      expect(rowsOf(name).filter((row) => row.$state).length).toBeGreaterThanOrEqual(3)
  })

  it('name every person as made up', () => {
    for (const name of ['students', 'graduates'])
      for (const row of sample(rowsOf(name))) expect(String(row['name'])[1]).toBe('示')
    for (const row of rowsOf('students')) expect(row['identity'] ?? null).toBeNull()
  })

  describe.each(parts.map((part) => [part.register, part.rows] as const))('%s', (name, rows) => {
    const register = registerOf(name)

    it('has no key and no unique value twice', () => {
      expect(new Set(rows.map((row) => row.$key)).size).toBe(rows.length)
      for (const fields of register.unique ?? []) {
        const keys = rows.map((row) => JSON.stringify(fields.map((field) => row[field] ?? null)))
        expect([fields, new Set(keys).size]).toEqual([fields, rows.length])
      }
    })

    it('holds only fields, values and states that are declared, and every required one', () => {
      for (const row of rows) {
        if (row.$state !== undefined) expect(register.lifecycle).toHaveProperty(row.$state)
        for (const field of Object.keys(row))
          if (!field.startsWith('$') && !(field in register.fields)) expect.fail(`${row.$key}: ${field}`)
        for (const [field, declared] of Object.entries(register.fields)) {
          const value = row[field] ?? null
          if (value === null) {
            if (declared.required) expect.fail(`${row.$key}: ${field} is required`)
          } else if (declared.kind === 'choice' && !(String(value) in declared.codes.values)) {
            expect.fail(`${row.$key}: ${field} is "${String(value)}"`)
          }
        }
      }
    })

    it('refers only to records that exist', () => {
      for (const row of sample(rows))
        for (const [field, declared] of Object.entries(register.fields))
          if (declared.kind === 'reference' && row[field] && !known.has(String(row[field])))
            expect.fail(`${row.$key}: ${field} leads nowhere`)
    })

    it('passes the checks of the register', () => {
      const check = register.check as ((values: Record<string, unknown>) => readonly Problem[]) | undefined
      const derive = register.derive as ((values: Record<string, unknown>) => object) | undefined
      for (const row of sample(rows)) {
        const values = record(register, row)
        expect([row.$key, check?.(values) ?? []]).toEqual([row.$key, []])
        expect({ ...values, ...derive?.(values) }).toEqual(values)
      }
    })
  })
})

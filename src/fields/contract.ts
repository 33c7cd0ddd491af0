import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field, FieldKind, FieldKinds } from '../language/fields.ts'
import type { FieldRule, Reading } from './rule.ts'
import type { FieldSql } from './sql.ts'

type Value<K extends FieldKind> = FieldKinds[K]['value']

interface Contract<K extends FieldKind> {
  readonly rule: FieldRule<K>
  readonly sql: FieldSql<K>
  /** Fields with every option of the kind, at its edges. */
  readonly fields: readonly Field<K>[]
  /** Any values of the right type: those that `check` refuses are passed over. */
  readonly values: fc.Arbitrary<unknown>
  /** Kinds whose cells cannot become values. */
  readonly isUnreadable?: boolean
}

/** What every kind of field must hold, tried on generated values. For tests only. */
export function holdsContract<K extends FieldKind>({ rule, sql, fields, values, isUnreadable }: Contract<K>): void {
  // One expectation for each value: they are what takes the time.
  const keeps = (value: Value<K>, field: Field<K>) => {
    const outcomes: unknown[] = [rule.check(value, field).value, sql.read(sql.write(value))]
    if (!isUnreadable) {
      for (const lang of ['zh', 'en'] as const) outcomes.push(rule.read(rule.write(value, field, lang), field).value)
    }
    expect(outcomes).toEqual(outcomes.map(() => value))
  }
  const isExplained = ({ problem }: Reading<unknown>) =>
    !problem ||
    (/\p{Script=Han}/u.test(problem.zh) &&
      /[a-z]{3}/.test(problem.en) &&
      !/undefined|NaN|\[object/.test(problem.zh + problem.en))

  test.each(fields)('examples are valid and read back: %j', (field) => {
    fc.assert(fc.property(fc.nat(1_000_000), (seed) => keeps(rule.example(field, seed), field)))
  })

  test.each(fields)('values are canonical, survive writing and the database: %j', (field) => {
    let tried = 0
    fc.assert(
      fc.property(values, (input) => {
        const reading = rule.check(input, field)
        if (reading.problem) return
        tried++
        keeps(reading.value, field)
      }),
      { numRuns: 300 },
    )
    expect(tried).toBeGreaterThan(0)
  })

  test.each(fields)('nothing breaks it, and every problem is explained twice: %j', (field) => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 2 }), (input) => isExplained(rule.check(input, field))))
    const cell = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({ unit: fc.constantFrom(...'0123456789-+.,年月日/x ') }),
    )
    fc.assert(
      fc.property(cell, (written) => {
        const reading = rule.read(written, field)
        // What was read from a cell is not checked again; the engine puts the id of a record in the place of its name.
        if (!reading.problem && field.kind !== 'reference')
          expect(rule.check(reading.value, field)).toEqual({ value: reading.value })
        return isExplained(reading)
      }),
    )
  })
}

/** For tables of tests: the value, or the Chinese message of the refusal. */
export function outcome(reading: Reading<unknown>): unknown {
  return reading.problem ? { refused: reading.problem.zh } : reading.value
}

/** Expects a refusal whose Chinese message has these words, in any order. */
export function refused(...words: readonly string[]): unknown {
  return { refused: expect.stringMatching(new RegExp(words.map((word) => `(?=.*${word})`).join('') + '.*')) }
}

import { expect, it } from 'vitest'
import type { AnyRegister } from '../../language/index.ts'
import { testCatalogue } from '../../testing/college.ts'
import { ownRegisters } from './own-registers.ts'

const all: readonly AnyRegister[] = [...testCatalogue().registers.values()]
const own = (role: string, offices: readonly string[] = [], readable = all) =>
  ownRegisters(readable, { roles: [{ role }], offices }).map(({ name }) => name)

it('an office sees the registers that are its duty', () => {
  expect(own('clerk', ['stores'])).toEqual(all.filter(({ owner }) => owner === 'stores').map(({ name }) => name))
})

it('a unit without an office’s duty sees what units enter about themselves', () => {
  expect(own('clerk')).toContain('tools')
  expect(own('clerk')).not.toContain('periods')
})

it('a role that writes everything says nothing, one that only reads neither', () => {
  expect(own('keeper')).toEqual([])
  expect(own('reader')).toEqual([])
})

it('never lists what the person may not read', () => {
  expect(
    own(
      'clerk',
      ['stores'],
      all.filter(({ name }) => name === 'tools'),
    ),
  ).toEqual(['tools'])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { AnyRegister } from '../src/language/register.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { askersOf, type Matrix, readMatrix, tryAsker } from './access-matrix.ts'
import { openDemoDatabase } from './demo-database.ts'

const catalogue = assembleCatalogue(declarations)
let db: TestDatabase
let matrix: Matrix
beforeAll(async () => {
  db = await openDemoDatabase(catalogue)
  matrix = await readMatrix(db.engine, (await listColleges(db.engine))[0]!.id, '2023')
})
afterAll(() => db.close())

/** Roles that a register treats alike, in access and in hidden fields, are tried once; `npm run bench -- matrix` tries all. */
const kindOf = (register: AnyRegister, role: string) =>
  JSON.stringify([
    register.access[role]?.read ?? null,
    Object.values(register.fields).map((field) => field.readableBy?.includes(role)),
    catalogue.roles.get(role)!.permissions.includes('data.export'),
  ])

it(
  'nobody is told what the declarations do not open to them: every register, every kind of access, every way out',
  { timeout: 240_000 },
  async () => {
    const tried = new Set<string>()
    const leaks: string[] = []
    let asked = 0
    const registers = [...catalogue.registers.values()]
    // The places take turns, so that roots, faculties and offices all meet every scope.
    for (const [i, asker] of askersOf(matrix).entries()) {
      const due = registers.filter((register, at) => {
        const key = `${register.name} ${kindOf(register, asker.role)}`
        if (tried.has(key) || ((at + i) % 3 !== 0 && asker.role !== 'guest')) return false
        tried.add(key)
        return true
      })
      if (due.length === 0) continue
      const result = await tryAsker(matrix, asker, due, 100)
      leaks.push(...result.leaks)
      asked += result.asked
    }
    expect(leaks).toEqual([])
    expect(tried.size).toBeGreaterThan(registers.length * 2)
    expect(asked).toBeGreaterThan(tried.size * 4)
  },
)

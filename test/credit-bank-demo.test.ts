import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../src/database/connection.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import type { Engine } from '../src/engine/engine.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { firstState } from '../src/language/catalogue.ts'
import { openLedger } from '../src/modules/credit-bank/inside/open-ledger.ts'
import { reconcile } from '../src/modules/credit-bank/inside/reconcile.ts'
import { CITY_SIZE, cityConversion, cityHeld, cityInstitutions } from '../demo/credit-bank-city.ts'
import { inOrder } from '../src/server/demo.ts'
import { loadCity } from '../src/server/demo-city.ts'
import { openBankDatabase } from './credit-bank-college.ts'
import { rows } from './plan-college.ts'

/** The demo's credit bank keeps its own rules: whatever is approved in it gets into the ledger. */

let db: { engine: Engine; database: Database; close(): Promise<void> }
beforeAll(async () => {
  db = await openBankDatabase()
})
afterAll(() => db.close())

it('opens with every accredited outcome issued and every approved conversion posted', async () => {
  const college = await createCollege(db.engine, { code: 'bank-demo', name: '示例学院' }, false)
  const conversions = rows.get('credit-conversions')!.filter(({ $state }) => $state === 'approved')
  await db.database.inCollege(college, async (tx) => {
    for (const register of inOrder(db.engine.catalogue.registers))
      if (['units', 'people'].includes(register.name) || register.area === 'credit-bank')
        await createMany(
          { ...db.engine, guards: [] },
          tx,
          asSystem(college, 'test'),
          register.name,
          (rows.get(register.name) ?? []).map(({ $id, $key: _key, $state, ...values }) => ({
            id: $id,
            values,
            state: $state ?? register.counts?.[0] ?? firstState(register),
          })),
        )
    expect((await openLedger(db.engine, tx)).conversions).toBe(conversions.length)
    expect((await reconcile(db.engine, tx)).differences).toEqual([])
  })
})

it('has a city of exactly the size that is published, by counting', () => {
  let [outcomes, conversions] = [0, 0]
  const certificates = new Set<string>()
  for (const held of cityHeld(CITY_SIZE.learners, CITY_SIZE.outcomes)) {
    outcomes++
    if (held.kind === 'vocational-certificate') certificates.add(held.name)
    if (cityConversion(held)) conversions++
  }
  expect(outcomes).toBe(CITY_SIZE.outcomes)
  expect(conversions).toBeGreaterThanOrEqual(CITY_SIZE.conversions)
  expect(certificates.size).toBe(CITY_SIZE.certificates)
  expect(cityInstitutions()).toHaveLength(CITY_SIZE.schools + CITY_SIZE.firms)
})

it('loads a share of that city, whose ledger opens without a difference', async () => {
  const loaded = await loadCity(db.engine, 0.002, () => {})
  expect(loaded).toMatchObject({
    differences: 0,
    counts: { 'credit-learners': 469, 'learning-outcomes': 415, 'credit-conversions': 194 },
  })
  expect(loaded.entries).toBeGreaterThan(400 + 194)
  await expect(loadCity(db.engine, 0.002, () => {})).rejects.toMatchObject({ status: 409 })
})

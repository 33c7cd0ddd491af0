import type { Catalogue } from '../src/language/catalogue.ts'
import { loadDemo } from '../src/server/demo.ts'
import { openFilledDatabase, type TestDatabase } from '../src/testing/database.ts'

/** A database with the whole demo college. It is loaded once per run, however many test files ask for it. */
export const openDemoDatabase = (catalogue: Catalogue): Promise<TestDatabase> =>
  openFilledDatabase(catalogue, 'demo', (engine) => loadDemo(engine, () => {}))

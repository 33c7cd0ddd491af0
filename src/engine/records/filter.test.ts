import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import { region } from '../../language/fields.ts'
import { defineRegister } from '../../language/register.ts'
import type { WireCondition } from '../../language/wire.ts'
import { conditionsSql } from './filter.ts'

const places = defineRegister({
  name: 'places',
  label: { zh: '地点', en: 'Places' },
  area: 'made-up',
  owner: 'office',
  title: 'county',
  fields: { county: region({ zh: '县', en: 'County' }, { level: 'county' }) },
  access: {},
})
const database = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
const parametersOf = (condition: WireCondition) =>
  conditionsSql([condition], places, () => true).compile(database).parameters

test('who filters by a province or a city finds all that lies in it; "is" stays exact', () => {
  expect(parametersOf(['county', 'in', ['500000', '320100', '441900']])).toEqual([
    '500000',
    '509999',
    '320100',
    '320199',
    '441900',
    '441999',
  ])
  expect(parametersOf(['county', 'is', '500112'])).toEqual(['500112'])
  expect(() => parametersOf(['county', 'in', ['990000']])).toThrow('990000')
})

import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestCollege } from '../testing/actors.ts'
import { testCatalogue } from '../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { plainList, textList, uuidList, wordsList } from './list-parameter.ts'

let db: TestDatabase
let collegeId: string
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  collegeId = (await makeTestCollege(db.engine, 'A')).id
})
afterAll(() => db.close())

// PostgreSQL's texts hold no NUL and no half of a surrogate pair.
const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0') && value.isWellFormed())
const asked = async <T>(list: ReturnType<typeof sql>) => {
  const [row] = await db.database.inCollege(collegeId, (tx) => tx.run<{ list: T[] }>(sql`SELECT ${list} AS list`))
  return row!.list
}

it('lists of texts arrive as they were, whatever stands in them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text)), async (list) => {
      expect(await asked(sql`${textList(list)}::text[]`)).toEqual(list)
      const documents = list.map((value) => (value === null ? null : JSON.stringify({ value })))
      expect(await asked(sql`${textList(documents, 'jsonb')}::jsonb[]`)).toEqual(
        documents.map((value) => (value === null ? null : JSON.parse(value))),
      )
    }),
    { numRuns: 60 },
  )
})

it('lists of ids, numbers, dates and truth values arrive as they were', async () => {
  const id = '018a4d1f-0000-7000-8000-00fe00000001'
  expect(await asked(sql`${uuidList([id, null])}::uuid[]`)).toEqual([id, null])
  expect(await asked(sql`${uuidList([])}::uuid[]`)).toEqual([])
  expect(await asked(sql`${plainList(['-1.50', null])}::numeric[]::text[]`)).toEqual(['-1.50', null])
  expect(await asked(sql`${plainList([7, -7])}::integer[]`)).toEqual([7, -7])
  expect(await asked(sql`${plainList(['2023-09-01'])}::date[]::text[]`)).toEqual(['2023-09-01'])
  expect(await asked(sql`${plainList([true, false, null])}::boolean[]`)).toEqual([true, false, null])
  expect(await asked(sql`${plainList([])}::integer[]`)).toEqual([])
})

it('lists of words become the search vectors that the database would make of them', async () => {
  const word = text.filter((value) => value !== '' && !/\s/u.test(value)).map((value) => value.slice(0, 80))
  const words = fc.array(word.filter((value) => value.isWellFormed())).map((list) => list.join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(words)), async (list) => {
      const made = sql`SELECT array_agg(array_to_tsvector(string_to_array(t, ' '))::text ORDER BY n) FROM unnest(${textList(list)}::text[]) WITH ORDINALITY AS e(t, n)`
      expect(await asked(sql`${wordsList(list)}::tsvector[]::text[]`)).toEqual((await asked(sql`(${made})`)) ?? [])
    }),
    { numRuns: 60 },
  )
})

import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { staff } from '../../catalogue/registers/staff/staff.ts'
import { createAccount } from '../../src/engine/access/accounts.ts'
import { asSystem } from '../../src/engine/access/actor.ts'
import { openEngine } from '../../src/server/open.ts'
import { readSettings } from '../../src/server/settings.ts'
import { makeTestCollege } from '../../src/testing/actors.ts'
import { ask } from './ask.ts'
import type { Place, Product } from './product.ts'
import { COLUMNS, csvOf, UNITS, type Values, WANTED } from './table.ts'

const CODE = 'bench'
const PASSWORD = 'bench password 1'
const program = path.join(import.meta.dirname, '../../src/cli/main.ts')

const settingsOf = ({ folder, databaseUrl, databaseAppUrl }: Place) => ({
  DATA_DIR: folder,
  DATABASE_URL: databaseUrl,
  DATABASE_APP_URL: databaseAppUrl,
})

const labels = new Map<string, Readonly<Record<string, { readonly zh: string }>>>(
  Object.entries(staff.fields).flatMap(([name, field]) =>
    field.kind === 'choice' ? [[name, field.codes.values] as const] : [],
  ),
)
const college = `(SELECT id FROM colleges WHERE code = '${CODE}')`
const unit = `CASE f.unit WHEN '${UNITS[0]}' THEN (SELECT id FROM records.units WHERE name = '${UNITS[0]}') ELSE (SELECT id FROM records.units WHERE name = '${UNITS[1]}') END`

/** A filter of our addresses. */
const where = encodeURIComponent(JSON.stringify([['kind', 'is', WANTED]]))

/** The whole program with its whole catalogue, as `bin/jiangxin start` runs it, and a person who may see their unit only. */
export const ours: Product = {
  name: 'Jiangxin',
  version: 'this one',
  settings:
    'the whole program, pool 12; session, role, scope of units, checks, history sealed, outbox, search, titles of references; a count is kept while nobody writes',
  async prepare(place) {
    mkdirSync(place.folder, { recursive: true })
    const { engine, close } = await openEngine(readSettings(settingsOf(place)))
    try {
      const { id, root, add } = await makeTestCollege(engine, CODE)
      const faculty = await add('units', { code: 'U0', name: UNITS[0], kind: 'faculty', parent: root })
      await add('units', { code: 'U1', name: UNITS[1], kind: 'section', parent: faculty })
      await engine.database.inCollege(id, (tx) =>
        createAccount(engine, tx, asSystem(id, 'bench'), {
          name: 'filler',
          password: PASSWORD,
          assignments: [{ role: 'unit-filler', unitId: faculty }],
        }),
      )
    } finally {
      await close()
    }
  },
  command: (place) => ({
    args: [program, 'start'],
    env: { ...settingsOf(place), PORT: String(place.port), DEMO: '0', LOG_LEVEL: 'error' },
  }),
  async signIn(url) {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ college: CODE, name: 'filler', password: PASSWORD }),
    })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    const { csrf } = (await answer.json()) as { csrf: string }
    const headers = { cookie: answer.headers.get('set-cookie')!.split(';')[0]!, 'x-csrf': csrf }
    const units = await ask<{ rows: { id: string; values: { name: string } }[] }>(
      { url, headers },
      'GET',
      '/api/registers/units?limit=100',
    )
    return { url, headers, ids: Object.fromEntries(units.rows.map((row) => [row.values.name, row.id])) }
  },
  table: 'records.staff',
  column: (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  idColumn: 'id',
  session: `SELECT set_config('app.college', ${college}::text, false)`,
  filled: {
    college_id: college,
    id: 'gen_random_uuid()',
    state: `'active'`,
    version: '1',
    unit_id: unit,
    unit,
    created_at: 'now()',
    updated_at: 'now()',
    search: `to_tsvector('simple', lower(f.number))`,
  },
  list: {
    method: 'GET',
    path: `/api/registers/staff?where=${where}&sort=-employedOn&limit=50`,
    rows: 'rows',
    total: 'total',
    values: 'values',
  },
  create: (values, { ids }) => ({
    method: 'POST',
    path: '/api/registers/staff',
    body: { values: { ...values, unit: ids![String(values['unit'])] } },
  }),
  update: (id, name) => ({
    method: 'PATCH',
    path: `/api/registers/staff/${id}`,
    body: { values: { name }, version: 1 },
  }),
  importBy: 'CSV previewed (every row checked) and accepted',
  async import(address, from, count) {
    const head = new Map(COLUMNS.map((c) => [c.name, c.label]))
    const cell = (value: Values[string], name: string) =>
      value === null
        ? ''
        : typeof value === 'boolean'
          ? value
            ? '是'
            : '否'
          : (labels.get(name)?.[String(value)]?.zh ?? String(value))
    const csv = csvOf(
      from,
      count,
      (value, { name }) => cell(value, name),
      ({ name }) => head.get(name)!,
    )
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(csv)], { type: 'text/csv' }), 'staff.csv')
    const preview = await ask<{ id: string; problemCount: number; problems: unknown[] }>(
      address,
      'POST',
      '/api/registers/staff/imports',
      form,
    )
    if (preview.problemCount > 0) throw new Error(JSON.stringify(preview.problems[0]))
    await ask(address, 'POST', `/api/imports/${preview.id}/accept`, {})
  },
}

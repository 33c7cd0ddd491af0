import { ask } from './ask.ts'
import type { Product } from './product.ts'
import { runOnce } from './run.ts'
import { COLUMNS, csvOf, INDEXED, WANTED } from './table.ts'

const EMAIL = 'bench@example.com'
const PASSWORD = 'bench-Password-1'
const run = 'node_modules/@directus/api/dist/cli/run.js'
const types = { text: 'string', choice: 'string', date: 'date', 'yes-no': 'boolean', integer: 'integer' } as const

const env = ({ databaseUrl, port }: { databaseUrl: string; port: number }) => ({
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  KEY: 'bench-key',
  SECRET: 'bench-secret-of-more-than-32-characters',
  DB_CLIENT: 'pg',
  DB_CONNECTION_STRING: databaseUrl,
  DB_POOL__MIN: '0',
  DB_POOL__MAX: '40',
  ADMIN_EMAIL: EMAIL,
  ADMIN_PASSWORD: PASSWORD,
  ACCESS_TOKEN_TTL: '1d',
  // It answers 503 to some of sixteen clients otherwise.
  PRESSURE_LIMITER_ENABLED: 'false',
  SERVE_APP: 'false',
  LOG_LEVEL: 'error',
  // Without a licence it sends telemetry whatever TELEMETRY says: here, to nobody.
  TELEMETRY: 'false',
  TELEMETRY_URL: 'http://127.0.0.1:9/',
  COMPLIANCE_URL: 'http://127.0.0.1:9/',
  MARKETPLACE_REGISTRY: 'http://127.0.0.1:9/',
})

export const directus: Product = {
  name: 'Directus',
  version: '12.4.0',
  settings:
    'pool 40, no cache, no limiter, activity and revisions on (its default), administrator’s token, no row rule',
  packages: {
    dependencies: { directus: '12.4.0' },
    // The one it asks for does not compile on Node.js 24, and brings nothing compiled.
    overrides: { 'isolated-vm': '6.2.0' },
  },
  prepare: (place) => runOnce(place, { args: [run, 'bootstrap'], env: env(place) }),
  // Not by its own starter, which asks the registry for news first.
  command: (place) => ({ args: [run, 'start'], env: env(place) }),
  async signIn(url) {
    const { data } = await ask<{ data: { access_token: string } }>({ url, headers: {} }, 'POST', '/auth/login', {
      email: EMAIL,
      password: PASSWORD,
    })
    return { url, headers: { authorization: `Bearer ${data.access_token}` } }
  },
  async declare(address) {
    await ask(address, 'POST', '/collections', {
      collection: 'staff',
      schema: {},
      meta: { accountability: 'all' },
      fields: [
        { field: 'id', type: 'integer', schema: { is_primary_key: true, has_auto_increment: true } },
        ...COLUMNS.map(({ name, kind, required, choices }) => ({
          field: name,
          type: types[kind],
          schema: {
            is_nullable: !required,
            is_unique: name === 'number',
            is_indexed: (INDEXED as readonly string[]).includes(name),
          },
          meta: {
            required,
            ...(kind === 'choice'
              ? { interface: 'select-dropdown', options: { choices: choices.map((value) => ({ text: value, value })) } }
              : {}),
            ...(kind === 'yes-no' ? { special: ['cast-boolean'] } : {}),
          },
        })),
      ],
    })
  },
  table: 'public.staff',
  column: (name) => name,
  idColumn: 'id',
  filled: {},
  list: {
    method: 'GET',
    path: `/items/staff?filter[kind][_eq]=${WANTED}&sort=-employedOn&limit=50&meta=filter_count`,
    rows: 'data',
    total: 'meta.filter_count',
    values: '',
  },
  create: (values) => ({ method: 'POST', path: '/items/staff', body: values }),
  update: (id, name) => ({ method: 'PATCH', path: `/items/staff/${id}`, body: { name } }),
  importBy: 'POST /utils/import/staff, CSV',
  async import(address, from, count) {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(csvOf(from, count))], { type: 'text/csv' }), 'staff.csv')
    await ask(address, 'POST', '/utils/import/staff', form)
  },
}

import { ask } from './ask.ts'
import type { Command, Product } from './product.ts'
import { runOnce } from './run.ts'
import { COLUMNS, csvOf, INDEXED, WANTED } from './table.ts'

const VERSION = '3.90.2'
const EMAIL = 'bench@example.com'
const PASSWORD = 'bench-Password-1'
const types = { text: 'text', choice: 'select', date: 'date', 'yes-no': 'checkbox', integer: 'number' } as const

const fields = COLUMNS.map(({ name, kind, required, choices }) => ({
  name,
  type: types[kind],
  required,
  ...(name === 'number' ? { unique: true } : {}),
  ...((INDEXED as readonly string[]).includes(name) ? { index: true } : {}),
  ...(kind === 'choice' ? { options: choices.map((value) => ({ label: value, value })) } : {}),
}))

const config = `import { buildConfig } from 'payload'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { importExportPlugin } from '@payloadcms/plugin-import-export'

export default buildConfig({
  secret: 'bench-secret-of-more-than-32-characters',
  telemetry: false,
  collections: [
    { slug: 'users', auth: { tokenExpiration: 86400, maxLoginAttempts: 0 }, fields: [] },
    { slug: 'staff', fields: ${JSON.stringify(fields)} },
  ],
  db: postgresAdapter({ pool: { connectionString: process.env.DATABASE_URI, max: 40 } }),
  plugins: [
    importExportPlugin({
      collections: [{ slug: 'staff', export: false, import: { disableJobsQueue: true, batchSize: 1000 } }],
    }),
  ],
})
`
const route = `import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'

export const GET = REST_GET(config)
export const POST = REST_POST(config)
export const PUT = REST_PUT(config)
export const PATCH = REST_PATCH(config)
export const DELETE = REST_DELETE(config)
export const OPTIONS = REST_OPTIONS(config)
`
const nextConfig = `import { withPayload } from '@payloadcms/next/withPayload'
export default withPayload({})
`

const env = (databaseUrl: string) => ({
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URI: databaseUrl,
  PAYLOAD_CONFIG_PATH: 'payload.config.js',
})
/** Makes the tables as its development mode does. */
const push = `import { getPayload } from 'payload'
import config from './payload.config.js'

await getPayload({ config })
process.exit(0)
`
const build: readonly Command[] = [
  // Needs no database, only an address.
  { args: ['node_modules/next/dist/bin/next', 'build'], env: env('postgres://nobody@127.0.0.1:9/nothing') },
]

export const payload: Product = {
  name: 'Payload',
  version: VERSION,
  settings: 'on Next.js 16.4.6 built for production, pool 40, no versions (its default), user’s token, no row rule',
  packages: {
    dependencies: {
      payload: VERSION,
      '@payloadcms/db-postgres': VERSION,
      '@payloadcms/next': VERSION,
      '@payloadcms/plugin-import-export': VERSION,
      next: '16.4.6',
      react: '19.3.1',
      'react-dom': '19.3.1',
      graphql: '16.15.0',
    },
    files: {
      'payload.config.js': config,
      'app/api/[...slug]/route.js': route,
      'next.config.mjs': nextConfig,
      'push.js': push,
      'jsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@payload-config': ['./payload.config.js'] } } }),
    },
    build,
  },
  prepare: (place) =>
    runOnce(place, { args: ['push.js'], env: { ...env(place.databaseUrl), NODE_ENV: 'development' } }),
  command: ({ databaseUrl, port }) => ({
    args: ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    env: env(databaseUrl),
  }),
  async signIn(url) {
    const who = { email: EMAIL, password: PASSWORD }
    const nobody = { url, headers: {} }
    const { token } = await ask<{ token: string }>(nobody, 'POST', '/api/users/login', who).catch(() =>
      ask<{ token: string }>(nobody, 'POST', '/api/users/first-register', who),
    )
    return { url, headers: { authorization: `JWT ${token}` } }
  },
  table: 'public.staff',
  column: (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  idColumn: 'id',
  filled: {},
  list: {
    method: 'GET',
    path: `/api/staff?where[kind][equals]=${WANTED}&sort=-employedOn&limit=50&depth=0`,
    rows: 'docs',
    total: 'totalDocs',
    values: '',
  },
  create: (values) => ({ method: 'POST', path: '/api/staff?depth=0', body: values }),
  update: (id, name) => ({ method: 'PATCH', path: `/api/staff/${id}?depth=0`, body: { name } }),
  importBy: 'plugin-import-export, CSV, at once, 1,000 a batch',
  async import(address, from, count) {
    const form = new FormData()
    form.append('_payload', JSON.stringify({ collectionSlug: 'staff', importMode: 'create' }))
    form.append('file', new Blob([new Uint8Array(csvOf(from, count))], { type: 'text/csv' }), `staff-${from}.csv`)
    const { doc } = await ask<{ doc: { status: string; summary: unknown } }>(address, 'POST', '/api/imports', form)
    if (doc.status !== 'completed') throw new Error(JSON.stringify(doc.summary).slice(0, 500))
  },
}

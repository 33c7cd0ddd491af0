import { ask } from './ask.ts'
import type { Product } from './product.ts'
import { COLUMNS, rowOf, WANTED } from './table.ts'

const VERSION = '5.54.0'
const WHO = { email: 'bench@example.com', password: 'bench-Password-1' }
const uid = 'api::staff-member.staff-member'
const types = { text: 'string', choice: 'enumeration', date: 'date', 'yes-no': 'boolean', integer: 'integer' } as const

const schema = {
  kind: 'collectionType',
  collectionName: 'staff',
  info: { singularName: 'staff-member', pluralName: 'staff-members', displayName: 'Staff' },
  options: { draftAndPublish: false },
  attributes: Object.fromEntries(
    COLUMNS.map(({ name, kind, required, choices }) => [
      name,
      {
        type: types[kind],
        required,
        ...(name === 'number' ? { unique: true } : {}),
        ...(kind === 'choice' ? { enum: choices } : {}),
      },
    ]),
  ),
}
const core = (kind: string) => `module.exports = require('@strapi/strapi').factories.createCore${kind}('${uid}')\n`
const folder = 'src/api/staff-member'

/** Strapi has no way to bring rows in beside what is there already: this is how its manual makes records in programs. */
const bulk = `module.exports = {
  async bulk(ctx) {
    const rows = ctx.request.body.data
    let next = 0
    const work = async () => {
      while (next < rows.length) await strapi.documents('${uid}').create({ data: rows[next++] })
    }
    await Promise.all(Array.from({ length: 16 }, work))
    ctx.body = { data: { count: rows.length } }
  },
}
`

export const strapi: Product = {
  name: 'Strapi',
  version: VERSION,
  settings: 'pool 40, no drafts, administration’s pages not served, full-access API token, no row rule',
  packages: {
    dependencies: {
      '@strapi/strapi': VERSION,
      pg: '8.23.1',
      react: '18.3.1',
      'react-dom': '18.3.1',
      'react-router-dom': '6.30.6',
      'styled-components': '6.6.0',
    },
    files: {
      'config/server.js': `module.exports = ({ env }) => ({ host: '127.0.0.1', port: env.int('PORT'), app: { keys: ['bench', 'keys'] } })\n`,
      'config/admin.js': `module.exports = {
  serveAdminPanel: false,
  auth: { secret: 'bench-secret' },
  apiToken: { salt: 'bench-salt' },
  transfer: { token: { salt: 'bench-salt' } },
  secrets: { encryptionKey: 'bench-encryption-key' },
  flags: { nps: false, promoteEE: false },
}
`,
      'config/database.js': `module.exports = ({ env }) => ({
  connection: { client: 'postgres', connection: { connectionString: env('DATABASE_URL') }, pool: { min: 0, max: 40 } },
})
`,
      'config/middlewares.js': `module.exports = [
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::query',
  { name: 'strapi::body', config: { jsonLimit: '64mb' } },
  'strapi::favicon',
  'strapi::public',
]
`,
      'src/index.js': 'module.exports = {}\n',
      [`${folder}/content-types/staff-member/schema.json`]: JSON.stringify(schema, null, 2),
      [`${folder}/controllers/staff-member.js`]: core('Controller'),
      [`${folder}/services/staff-member.js`]: core('Service'),
      [`${folder}/routes/staff-member.js`]: core('Router'),
      [`${folder}/controllers/bulk.js`]: bulk,
      [`${folder}/routes/bulk.js`]: `module.exports = { routes: [{ method: 'POST', path: '/staff-bulk', handler: 'bulk.bulk' }] }\n`,
      'public/robots.txt': '',
      'public/uploads/.gitkeep': '',
    },
  },
  command: ({ databaseUrl, port }) => ({
    args: ['node_modules/@strapi/strapi/bin/strapi.js', 'start'],
    env: {
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
      STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
      STRAPI_HIDE_STARTUP_MESSAGE: 'true',
      STRAPI_LOG_LEVEL: 'error',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
    },
  }),
  async signIn(url) {
    const nobody = { url, headers: {} }
    const { data } = await ask<{ data: { token: string } }>(nobody, 'POST', '/admin/login', WHO).catch(() =>
      ask<{ data: { token: string } }>(nobody, 'POST', '/admin/register-admin', {
        ...WHO,
        firstname: 'Bench',
        lastname: 'Bench',
      }),
    )
    const made = await ask<{ data: { accessKey: string } }>(
      { url, headers: { authorization: `Bearer ${data.token}` } },
      'POST',
      '/admin/api-tokens',
      { name: `bench ${Date.now()}`, description: '', type: 'full-access', lifespan: null },
    )
    return { url, headers: { authorization: `Bearer ${made.data.accessKey}` } }
  },
  table: 'public.staff',
  column: (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  idColumn: 'document_id',
  filled: {
    document_id: `substr(md5(f.number) , 1, 24)`,
    created_at: 'now()',
    updated_at: 'now()',
    published_at: 'now()',
  },
  list: {
    method: 'GET',
    path: `/api/staff-members?filters[kind][$eq]=${WANTED}&sort=employedOn:desc&pagination[pageSize]=50`,
    rows: 'data',
    total: 'meta.pagination.total',
    values: '',
  },
  create: (values) => ({ method: 'POST', path: '/api/staff-members', body: { data: values } }),
  update: (id, name) => ({ method: 'PUT', path: `/api/staff-members/${id}`, body: { data: { name } } }),
  importBy:
    'its Document Service in a route of one’s own, JSON, 16 at a time (its own transfer replaces all that is there)',
  async import(address, from, count) {
    const data = Array.from({ length: count }, (_, i) => rowOf(from + i))
    await ask(address, 'POST', '/api/staff-bulk', { data })
  },
}

import { expect, test } from 'vitest'
import { facts, printSettings, readSettings } from './settings.ts'

test('an empty environment gives the defaults', () => {
  const settings = readSettings({ PORT: '', DATA_DIR: '/srv/college' })
  expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, sessionHours: 12, logLevel: 'info' })
  expect(settings.filesDir).toBe('/srv/college/files')
  expect(settings.databaseUrl).toBeUndefined()
})

test.each([
  ['PORT', '70000'],
  ['PORT', '3e3'],
  ['DEMO', 'yes'],
  ['LOG_LEVEL', 'loud'],
  ['PUBLIC_URL', 'college.edu.cn'],
  ['DATABASE_URL', 'mysql://root@db/jx'],
  ['SMTP_URL', 'mail.example'],
  ['SESSION_HOURS', '0'],
])('%s=%s is refused by name, value and what is allowed', (name, value) => {
  const fact = Object.values(facts).find((candidate) => candidate.name === name)
  expect(() => readSettings({ [name]: value })).toThrow(`${name}="${value}"`)
  expect(() => readSettings({ [name]: value })).toThrow(fact?.allowed)
})

test('secrets are printed nowhere', () => {
  const settings = readSettings({
    DATABASE_URL: 'postgres://owner:s3cret@db:5432/jx',
    SMTP_URL: 'smtps://mailer:s3cret@mail:465',
  })
  expect(printSettings(settings)).not.toContain('s3cret')
  expect(printSettings(settings)).toContain('DATABASE_URL=postgres://owner:***@db:5432/jx')
  expect(() => readSettings({ DATABASE_URL: 'mysql://owner:s3cret@db/jx' })).not.toThrow('s3cret')
})

test('the application’s address needs the owner’s', () => {
  expect(() => readSettings({ DATABASE_APP_URL: 'postgres://app@db/jx' })).toThrow('DATABASE_URL')
})

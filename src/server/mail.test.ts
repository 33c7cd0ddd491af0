import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { JobContext } from '../engine/jobs/define-job.ts'
import { sendNotices } from '../engine/notices/notices.ts'
import { makeTestCollege, type TestCollege } from '../testing/actors.ts'
import { testCatalogue } from '../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { mailJob } from './mail.ts'

/** A mail server that takes everything, or answers as `answers` says; `hangUp` breaks off when the text has come. */
interface Post {
  readonly mails: { to: string; source: string }[]
  answers: Partial<Record<'MAIL' | 'RCPT' | 'DATA', string>>
  hangUp: boolean
  readonly url: string
  readonly server: Server
}

async function openPost(): Promise<Post> {
  const mails: Post['mails'] = []
  const server = createServer((socket) => converse(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const post: Post = {
    mails,
    answers: {},
    hangUp: false,
    server,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
  }
  function converse(socket: Socket): void {
    let to = ''
    let text: string[] | null = null
    let rest = ''
    socket.on('error', () => {})
    socket.write('220 post ESMTP\r\n')
    socket.on('data', (data) => {
      const lines = (rest + data.toString('utf8')).split('\r\n')
      rest = lines.pop()!
      for (const line of lines) hear(line)
    })
    const say = (line: string) => socket.write(`${line}\r\n`)
    function hear(line: string): void {
      if (text) {
        if (line !== '.') return void text.push(line)
        const source = text.join('\n')
        text = null
        mails.push({ to, source })
        if (post.hangUp) return void socket.destroy()
        return void say('250 taken')
      }
      const verb = line.slice(0, 4).toUpperCase()
      const answer = post.answers[verb as 'MAIL']
      if (answer) return void say(answer)
      if (verb === 'RCPT') to = /<(.*)>/.exec(line)![1]!
      if (verb === 'DATA') text = []
      if (verb === 'QUIT') return void socket.end('221 bye\r\n')
      say(verb === 'DATA' ? '354 go on' : '250 ok')
    }
  }
  return post
}

/** The text of a mail, and its subject, as a person reads them. */
function read(source: string): { subject: string; text: string } {
  const [head = '', ...body] = source.split('\n\n')
  const words = (text: string) => Buffer.from(text, 'base64').toString('utf8')
  const subject = /^Subject: ((?:.+)(?:\n .+)*)/m
    .exec(head)![1]!
    .replace(/\n /g, '')
    .replace(/=\?UTF-8\?B\?(.*?)\?=\s*/g, (_, coded: string) => words(coded))
    .replace(/=\?UTF-8\?Q\?(.*?)\?=\s*/g, (_, coded: string) => quotedPrintable(coded.replaceAll('_', ' ')))
  const raw = body.join('\n\n')
  const isBase64 = /base64/.test(head)
  const isQuoted = /quoted-printable/.test(head)
  return { subject, text: isBase64 ? words(raw) : isQuoted ? quotedPrintable(raw.replaceAll('=\n', '')) : raw }
}
const quotedPrintable = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

let db: TestDatabase
let college: TestCollege
let post: Post
let now = new Date()
const logged: object[] = []
const note = (facts: object, message: string) => void logged.push({ ...facts, message })
const log = { warn: note, error: note }
const mailerOf = (url: string | null = post.url) => {
  const job = mailJob(
    { smtpUrl: url ?? undefined, mailFrom: 'jiangxin@example.edu.cn', publicUrl: 'https://jx.example.edu.cn' },
    () => now,
  )
  const context: JobContext = {
    engine: db.engine,
    college: college.id,
    data: {},
    signal: new AbortController().signal,
    log,
    progress: async () => {},
  }
  return { job, send: (more: Partial<JobContext> = {}) => job.run({ ...context, ...more }) }
}
const inCollege: <T>(work: Parameters<typeof db.database.inCollege<T>>[1]) => Promise<T> = (work) =>
  db.database.inCollege(college.id, work)

async function account(name: string, email: string | null, lang = 'zh', disabled = false): Promise<string> {
  const person = await college.add('people', { number: name, name, kind: 'staff', unit: college.east, email })
  const id = v7()
  await inCollege((tx) =>
    tx.run(sql`INSERT INTO accounts (college_id, id, name, person_id, display_name, lang, disabled, created_at)
      VALUES (${college.id}, ${id}, ${name}, ${person}, ${name}, ${lang}, ${disabled}, now())`),
  )
  return id
}
const tell = (ids: readonly string[], zh: string, en = zh) =>
  inCollege((tx) => sendNotices(tx, ids, { kind: 'test', text: { zh, en }, link: '/figures/t.tools?period=2023' }))

let wei: string
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'M')
  post = await openPost()
  wei = await account('wei', 'wei@example.edu.cn')
})
afterAll(async () => {
  post.server.close()
  await db.close()
})
beforeEach(async () => {
  await inCollege((tx) => tx.run(sql`UPDATE notices SET read_at = now() WHERE college_id = ${college.id}`))
  post.mails.length = 0
  post.answers = {}
  post.hangUp = false
  logged.length = 0
  now = new Date()
})

it('sends each account its notices once, in its language, with a link', async () => {
  const anna = await account('anna', 'anna@example.edu.cn', 'en')
  const others = [
    await account('none', null),
    await account('odd', 'a@b.cn, everybody@b.cn'),
    await account('off', 'off@example.edu.cn', 'zh', true),
  ]
  await tell([wei, anna, ...others], '“工具数”有变化', '"Tools" changed')
  await tell([wei], '又一条')
  const mailer = mailerOf()
  await Promise.all([mailer.send(), mailer.send(), mailerOf().send()])
  await mailer.send()
  const sent = post.mails.map(({ to, source }) => ({ to, ...read(source) })).toSorted((a, b) => (a.to < b.to ? -1 : 1))
  expect(sent).toMatchObject([
    { to: 'anna@example.edu.cn', subject: '[Jiangxin] "Tools" changed' },
    { to: 'wei@example.edu.cn', subject: '【匠心】2 条新通知' },
  ])
  expect(sent[0]!.text).toContain('"Tools" changed\nhttps://jx.example.edu.cn/figures/t.tools?period=2023')
  expect(sent[1]!.text).toContain('“工具数”有变化\nhttps://jx.example.edu.cn/figures/t.tools?period=2023\n\n又一条')
  expect(logged).toEqual([])
})

it('sends nothing without a server, and nothing that was read or is older than a day', async () => {
  await tell([wei], '旧')
  await mailerOf(null).send()
  now = new Date(Date.now() + 25 * 3_600_000)
  await mailerOf().send()
  now = new Date()
  await inCollege((tx) => tx.run(sql`UPDATE notices SET read_at = now() WHERE college_id = ${college.id}`))
  await mailerOf().send()
  expect(post.mails).toEqual([])
})

it('fails while the server cannot be reached, so that the queue tries again, and loses nothing', async () => {
  await tell([wei], '等一等')
  const closed = await openPost()
  await new Promise((resolve) => closed.server.close(resolve))
  const mailer = mailerOf(closed.url)
  await expect(mailer.send()).rejects.toThrow('check SMTP_URL')
  expect(logged).toMatchObject([{ step: 'connect' }])
  expect(mailer.job).toMatchObject({ retries: 8, firstRetrySeconds: 60 })
  expect(await mailerOf().send()).toEqual({ sent: 1 })
  expect(post.mails).toHaveLength(1)
})

it('leaves what it has not begun in the queue when it is told to stop', async () => {
  const stop = new AbortController()
  await tell([wei, await account('bao', 'bao@example.edu.cn')], '停一停')
  const progress = async () => stop.abort()
  expect(await mailerOf().send({ signal: stop.signal, progress })).toEqual({ sent: 1 })
  expect(await mailerOf().send()).toEqual({ sent: 1 })
  expect(post.mails).toHaveLength(2)
})

it('tries again what is refused for now, gives up what is refused for good, and logs no address', async () => {
  await tell([wei], '稍后')
  post.answers = { RCPT: '451 <wei@example.edu.cn> try later' }
  const mailer = mailerOf()
  await mailer.send()
  post.answers = {}
  await mailer.send()
  expect(post.mails).toEqual([])
  now = new Date(now.getTime() + 61_000)
  await mailer.send()
  expect(post.mails).toHaveLength(1)

  await tell([wei], '不收')
  post.answers = { RCPT: '550 <wei@example.edu.cn> unknown' }
  await mailer.send()
  post.answers = {}
  now = new Date(now.getTime() + 3_600_000)
  await mailer.send()
  expect(post.mails).toHaveLength(1)
  expect(logged).toMatchObject([
    { answer: 451, tries: 1 },
    { answer: 550, message: 'a mail was given up' },
  ])
  expect(JSON.stringify(logged)).not.toContain('@')
})

it('never sends twice what may have arrived', async () => {
  await tell([wei], '断线')
  post.hangUp = true
  const mailer = mailerOf()
  await mailer.send()
  post.hangUp = false
  now = new Date(now.getTime() + 3_600_000)
  await mailer.send()
  expect(post.mails).toHaveLength(1)
  expect(logged).toHaveLength(1)
})

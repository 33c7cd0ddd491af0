import { createServer, connect as dial, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestCollege } from '../testing/actors.ts'
import { testCatalogue } from '../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { connect } from './connection.ts'

let db: TestDatabase
let collegeId: string
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  collegeId = (await makeTestCollege(db.engine, 'A')).id
})
afterAll(() => db.close())

/** A way to the database that can be cut, and opened again at the same port. */
async function cuttable(url: string) {
  const to = new URL(url)
  const open = new Set<Socket>()
  const server = createServer((from) => {
    const on = dial(Number(to.port), to.hostname)
    for (const socket of [from, on]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => [from, on].forEach((one) => one.destroy()))
    }
    from.pipe(on).pipe(from)
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as { port: number }
  const way = new URL(url)
  way.host = `127.0.0.1:${port}`
  return {
    url: way.href,
    open: () => listen(port),
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

/** Waits for calls, one after the other. */
function calls<T>() {
  const made: T[] = []
  let tell: (() => void) | undefined
  return {
    made,
    call: (value: T) => {
      made.push(value)
      tell?.()
    },
    async until(count: number): Promise<void> {
      while (made.length < count) await new Promise<void>((resolve) => (tell = resolve))
    },
  }
}

it('hears what other programs tell once they kept it, over one connection that is made anew after the database was away', async () => {
  const way = await cuttable(db.appUrl)
  const there = connect(way.url, { max: 1 })
  const messages = calls<string>()
  const backs = calls<null>()
  const hearing = there.hear(
    'lesson-test',
    (message) => messages.call(message),
    () => backs.call(null),
  )
  const tell = (message: string) =>
    db.database.inCollege(collegeId, (tx) => tx.run(sql`SELECT pg_notify('lesson-test', ${message})`))
  await backs.until(1)
  // None of the pool is held: its only connection is free.
  await there.inCollege(collegeId, (tx) => tx.run(sql`SELECT 1`))
  await tell('first')
  await messages.until(1)
  const isThrown = db.database.inCollege(collegeId, async (tx) => {
    await tx.run(sql`SELECT pg_notify('lesson-test', 'never kept')`)
    throw new Error('undone')
  })
  await expect(isThrown).rejects.toThrow('undone')
  await way.cut()
  await tell('lost')
  await way.open()
  await backs.until(2)
  await tell('second')
  await messages.until(2)
  expect(messages.made).toEqual(['first', 'second'])
  hearing.stop()
  await there.close()
  await way.cut()
})

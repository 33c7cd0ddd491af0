import { sql } from 'kysely'
import { demoAccountList } from '../../demo/accounts.ts'
import { listColleges } from '../engine/colleges.ts'
import type { Engine } from '../engine/engine.ts'

/** Everybody's in the demo college, which holds nothing real. */
export const DEMO_PASSWORD = 'demo-jiangxin'

/** Is there nothing on this server, or a demo college whose loading was cut short? */
export async function needsDemo(engine: Engine): Promise<boolean> {
  const colleges = await listColleges(engine)
  const [only] = colleges
  if (!only) return true
  if (colleges.length > 1 || !only.demo) return false
  const [account] = await engine.database.inCollege(only.id, (tx) =>
    tx.run(sql`SELECT 1 FROM accounts WHERE college_id = ${only.id} LIMIT 1`),
  )
  return account === undefined
}

/** What a stranger needs to look around; null when the server holds no demo college. */
export async function demoSheet(engine: Engine): Promise<{
  college: string
  accounts: { name: string; password: string; label: { zh: string; en: string } }[]
} | null> {
  const demo = (await listColleges(engine)).find((c) => c.demo)
  return demo
    ? {
        college: demo.code,
        accounts: demoAccountList.map(({ name, label }) => ({ name, password: DEMO_PASSWORD, label })),
      }
    : null
}

export async function demoAccounts(engine: Engine): Promise<string[]> {
  const sheet = await demoSheet(engine)
  if (!sheet) return []
  return [
    '',
    `演示账号（密码均为 ${DEMO_PASSWORD}）/ demo accounts, password ${DEMO_PASSWORD}:`,
    ...sheet.accounts.map((a) => `  ${a.name.padEnd(12)} ${a.label.zh} / ${a.label.en}`),
  ]
}

import type { Command } from 'commander'
import type { Tx } from '../database/connection.ts'
import { StartError } from '../database/start-error.ts'
import type { Actor } from '../engine/access/actor.ts'
import type { Engine } from '../engine/engine.ts'
import type { WireAccountRow } from '../language/wire-access.ts'
import { answer } from './answer.ts'

interface Common {
  readonly college?: string
}

export function register(program: Command): void {
  const user = program
    .command('user')
    .description('管理账号：新增、列出、重置密码、锁定、分配角色 / manage accounts and their roles')
  const add = (usage: string, description: string) =>
    user
      .command(usage)
      .description(description)
      .option('--college <code>', '学校代码；只有一所学校时可省略 / code of the college, when there are several')
      // main.ts gives --json and the exit codes to commands only, not to theirs.
      .option('--json', '输出 JSON / answer with JSON')
      .exitOverride()
      .showHelpAfterError()

  add('add <name>', '新增账号，显示一次性密码 / make an account and show its one-time password')
    .option('--person-name <name>', '姓名 / the person’s name')
    .option('--role <role>', '角色 / a role')
    .option(
      '--unit <code>',
      '角色所在单位的代码，默认为学校 / code of the unit where the role is held, by default the college',
    )
    .action(
      async (
        name: string,
        options: Common & { personName?: string; role?: string; unit?: string },
        command: Command,
      ) => {
        const { createAccount } = await import('../engine/access/accounts.ts')
        const made = await run(options, async (engine, tx, actor) => {
          const assignments = options.role
            ? [{ role: options.role, unitId: await unitOf(engine, tx, options.unit) }]
            : []
          return createAccount(engine, tx, actor, { name, personName: options.personName, assignments })
        })
        answer(command, made, `${made.account.name}  一次性密码 / one-time password: ${made.password}`)
      },
    )

  add('list', '列出账号 / list accounts').action(async (options: Common, command: Command) => {
    const { listAccounts } = await import('../engine/access/accounts.ts')
    const accounts = await run(options, async (engine, tx, actor) => {
      const found: WireAccountRow[] = []
      for (let after: string | undefined | null; after !== null;) {
        const page = await listAccounts(engine, tx, actor, { after, limit: 200 })
        found.push(...page.rows)
        after = page.next
      }
      return found
    })
    answer(command, accounts, accounts.map(line).join('\n') || '还没有账号 / no accounts yet')
  })

  add('reset <name>', '重置密码，显示一次性密码 / give a new one-time password').action(
    async (name: string, options: Common, command: Command) => {
      const { getAccountByName, resetPassword } = await import('../engine/access/accounts.ts')
      const made = await run(options, async (engine, tx, actor) =>
        resetPassword(engine, tx, actor, (await getAccountByName(engine, tx, actor, name)).id),
      )
      answer(command, made, `${made.account.name}  一次性密码 / one-time password: ${made.password}`)
    },
  )

  for (const [verb, isLocked, description] of [
    ['lock', true, '锁定账号，立即退出登录 / lock an account and sign it out'],
    ['unlock', false, '解锁账号 / unlock an account'],
  ] as const)
    add(`${verb} <name>`, description).action(async (name: string, options: Common, command: Command) => {
      const { getAccountByName, lockAccount } = await import('../engine/access/accounts.ts')
      const account = await run(options, async (engine, tx, actor) =>
        lockAccount(engine, tx, actor, (await getAccountByName(engine, tx, actor, name)).id, isLocked),
      )
      answer(command, account, line(account))
    })

  add('assign <name> <role>', '分配角色 / give an account a role')
    .option('--unit <code>', '单位代码，默认为学校 / code of the unit, by default the college')
    .option('--from <day>', '首日 YYYY-MM-DD / first day')
    .option('--to <day>', '末日 YYYY-MM-DD / last day')
    .action(
      async (
        name: string,
        role: string,
        options: Common & { unit?: string; from?: string; to?: string },
        command: Command,
      ) => {
        const { getAccount, getAccountByName } = await import('../engine/access/accounts.ts')
        const { assign } = await import('../engine/access/assignments.ts')
        const [from, to] = [dayOf(options.from), dayOf(options.to)]
        const account = await run(options, async (engine, tx, actor) => {
          const { id } = await getAccountByName(engine, tx, actor, name)
          await assign(engine, tx, actor, id, { role, unitId: await unitOf(engine, tx, options.unit), from, to })
          return getAccount(engine, tx, actor, id)
        })
        answer(command, account, line(account))
      },
    )
}

/** Runs `work` as the system in one transaction of the college that is meant; a refusal becomes what the person can mend. */
async function run<T>(options: Common, work: (engine: Engine, tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  const { readSettings } = await import('../server/settings.ts')
  const { openEngine } = await import('../server/open.ts')
  const { asSystem } = await import('../engine/access/actor.ts')
  const { Refusal } = await import('../engine/refusal.ts')
  const { engine, close } = await openEngine(readSettings(process.env), console.error)
  try {
    const collegeId = await collegeOf(engine, options.college)
    return await engine.database.inCollege(collegeId, (tx) => work(engine, tx, asSystem(collegeId, 'command line')))
  } catch (error) {
    throw error instanceof Refusal ? new StartError(error.label.zh, error.label.en, { cause: error }) : error
  } finally {
    await close()
  }
}

async function collegeOf(engine: Engine, code: string | undefined): Promise<string> {
  const { listColleges } = await import('../engine/colleges.ts')
  const colleges = await listColleges(engine)
  const found = code === undefined && colleges.length === 1 ? colleges[0] : colleges.find((c) => c.code === code)
  if (found) return found.id
  const codes = colleges.map((c) => c.code).join(', ')
  if (!codes)
    throw new StartError(
      '还没有学校。请先运行 bin/jiangxin college add。',
      'There is no college yet: run bin/jiangxin college add first.',
    )
  throw new StartError(`请用 --college 指定学校：${codes}`, `Say which college with --college: ${codes}`)
}

async function unitOf(engine: Engine, tx: Tx, code: string | undefined): Promise<string> {
  const { unitTree } = await import('../engine/units.ts')
  const tree = await unitTree(engine.database, tx)
  const unit = code === undefined ? tree.root : [...tree.units.values()].find((u) => u.code === code)
  if (!unit) throw new StartError(`没有代码为“${code}”的单位。`, `There is no unit with the code "${code}".`)
  return unit.id
}

function dayOf(text: string | undefined): string | undefined {
  if (text !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))))
    throw new StartError(`“${text}”不是日期，应为 YYYY-MM-DD。`, `"${text}" is not a day: write YYYY-MM-DD.`)
  return text
}

const line = (account: WireAccountRow): string =>
  [
    account.name,
    account.personName,
    account.locked ? '已锁定 / locked' : '',
    ...account.assignments.map((x) => `${x.role}@${x.unitName}${x.isValid ? '' : '（未生效 / not valid now）'}`),
  ]
    .filter(Boolean)
    .join('  ')

import { Command, CommanderError } from 'commander'
import { StartError } from '../database/start-error.ts'
import { register as ability } from './ability.ts'
import { register as audit } from './audit.ts'
import { register as badge } from './badge.ts'
import { register as backup } from './backup.ts'
import { register as college } from './college.ts'
import { register as demo } from './demo.ts'
import { register as figures } from './figures.ts'
import { register as framework } from './framework.ts'
import { register as plan } from './plan.ts'
import { register as report } from './report.ts'
import { register as exportRecords } from './export.ts'
import { register as importRecords } from './import.ts'
import { register as restore } from './restore.ts'
import { register as score } from './score.ts'
import { register as settings } from './settings.ts'
import { register as standard } from './standard.ts'
import { register as start } from './start.ts'
import { register as user } from './user.ts'
import { register as verify } from './verify.ts'

// One line per sub-command; what a command needs, it imports when it runs, so that `--help` stays quick.
const commands = [
  start,
  settings,
  importRecords,
  exportRecords,
  ability,
  audit,
  backup,
  badge,
  restore,
  college,
  demo,
  user,
  figures,
  framework,
  plan,
  report,
  score,
  standard,
  verify,
]

const program = new Command('jiangxin').description(
  '匠心 Jiangxin：职业院校开放平台 / an open platform for vocational colleges',
)
for (const register of commands) register(program)
for (const command of program.commands) command.option('--json', '输出 JSON / answer with JSON')
for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError()

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

/** Says what went wrong, unless commander has done so, and maps it to the convention of README.md. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const isExpected = error instanceof StartError
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const text = isExpected ? message : (stack ?? message)
  console.error(process.argv.includes('--json') ? JSON.stringify({ error: message }) : text)
  return 1
}

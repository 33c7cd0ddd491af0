import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import { answer } from './answer.ts'

interface Options {
  readonly college?: string
}

export function register(program: Command): void {
  const badge = program
    .command('badge')
    .description('电子证书：核验、签发密钥 / certificates: verification, signing keys')
  const options = (command: Command) =>
    command
      .option(
        '--college <code>',
        '学校代码；只有一所学校时可省略 / code of the college; may be left out when there is one',
      )
      .option('--json', '输出 JSON / answer with JSON')
  options(badge.command('verify <file>'))
    .description('核验证书（PNG 或 JSON）；无效时退出码为 1 / verifies a PNG or JSON; exit code 1 unless it is valid')
    .action(async (file: string, chosen: Options, command: Command) => {
      const { readFile } = await import('node:fs/promises')
      const { inChosenCollege } = await import('./in-college.ts')
      const { isPng, unbake, verifyCredential } = await import('../modules/badges/index.ts')
      const bytes = await readFile(file).catch(() => {
        throw new StartError(`读不到文件 ${file}`, `The file ${file} cannot be read`)
      })
      await inChosenCollege(chosen.college, async ({ engine }) => {
        const text = isPng(bytes) ? (unbake(bytes) ?? '') : bytes.toString('utf8')
        const found = await verifyCredential(engine, parsed(text))
        answer(command, found, `${found.verdict}\t${found.label.zh} / ${found.label.en}`)
        if (found.verdict !== 'valid') process.exitCode = 1
      })
    })
  options(badge.command('keys'))
    .description('列出签发密钥（公钥） / lists the public keys')
    .action(async (chosen: Options, command: Command) => {
      const { inChosenCollege } = await import('./in-college.ts')
      const { listKeys } = await import('../modules/badges/index.ts')
      await inChosenCollege(chosen.college, async ({ engine, college }) => {
        const keys = await engine.database.inCollege(college.id, (tx) => listKeys(tx))
        const lines = keys.map(({ issuer, publicKey, madeAt, retiredAt }) =>
          [issuer, publicKey, madeAt, retiredAt ?? '在用 / signing'].join('\t'),
        )
        answer(command, keys, lines.length === 0 ? '还没有密钥 / no keys yet' : lines.join('\n'))
      })
    })
  options(badge.command('rotate'))
    .description(
      '更换签发密钥；以前签发的证书仍可核验。须先设置 PUBLIC_URL / makes a new key; what was signed before is still verified. Set PUBLIC_URL first',
    )
    .action(async (chosen: Options, command: Command) => {
      const { inChosenCollege } = await import('./in-college.ts')
      const { asSystem } = await import('../engine/access/actor.ts')
      const { issuing, listKeys, rotateKey } = await import('../modules/badges/index.ts')
      await inChosenCollege(chosen.college, async ({ engine, settings, college }) => {
        const address = settings.publicUrl
        if (!address)
          throw new StartError(
            '请先设置 PUBLIC_URL：它是颁发者标识（did:web）的一部分',
            'Set PUBLIC_URL first: it is part of the issuer’s name (did:web)',
          )
        const keys = await engine.database.inCollege(college.id, async (tx) => {
          const { did } = await issuing(tx, address)
          await rotateKey(engine, tx, asSystem(college.id, 'badge rotate'), did)
          return listKeys(tx)
        })
        answer(command, keys[0], `${keys[0]!.issuer}\t${keys[0]!.publicKey}`)
      })
    })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

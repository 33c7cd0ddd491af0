import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('start')
    .description('启动匠心，直到按下 Ctrl+C / start Jiangxin, until Ctrl+C')
    .option(
      '--print-config',
      '只检查并显示配置（不含密码），不启动 / check and show the settings only, without passwords',
    )
    .action(async ({ printConfig }: { printConfig?: true }, command: Command) => {
      const { printSettings, readSettings, shownSettings } = await import('../server/settings.ts')
      const settings = readSettings(process.env)
      if (printConfig) return answer(command, shownSettings(settings), printSettings(settings))
      const { startServer } = await import('../server/main.ts')
      const server = await startServer(settings).catch((error: unknown) => {
        throw explain(error, settings)
      })
      answer(
        command,
        { url: server.url },
        `\n匠心已启动 / Jiangxin is running: ${server.url}\n按 Ctrl+C 停止 / Ctrl+C stops it`,
      )
      await interruption()
      await server.close()
      // Something left open must not keep a server alive that was asked to stop.
      process.exit(0)
    })
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the program at once. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false
    const onSignal = () => {
      if (isAsked) process.exit(1)
      isAsked = true
      resolve()
    }
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal)
  })
}

function explain(error: unknown, { host, port }: { host: string; port: number }): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartError(
        `端口 ${port} 已被占用（${host}）。请停止占用它的程序（匠心可能已在运行），或换一个端口：PORT=${port + 1} npm start`,
        `Port ${port} on ${host} is taken: stop the program that uses it (Jiangxin may be running already), or choose another: PORT=${port + 1} npm start`,
        { cause: error },
      )
    case 'EACCES':
      return new StartError(
        `没有权限使用端口 ${port}（1024 以下通常需要 root）。请换一个端口：PORT=3000 npm start`,
        `Port ${port} is not permitted (below 1024 it usually takes root): choose another: PORT=3000 npm start`,
        { cause: error },
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `HOST=${host} 不是本机地址。请改用 127.0.0.1（仅本机）或 0.0.0.0（对外）。`,
        `HOST=${host} is not an address of this machine: use 127.0.0.1 (this machine only) or 0.0.0.0 (others too).`,
        { cause: error },
      )
    default:
      return error
  }
}

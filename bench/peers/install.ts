import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Packages } from './product.ts'
import { runOnce } from './run.ts'

/** What can be installed: a product, or anything else with packages of its own. */
export interface Installable {
  readonly name: string
  readonly packages?: Packages
}

/** Where the peers are: outside the repository, for none of them is part of it. */
export const peersDir = (): string | undefined => process.env['PEERS_DIR'] && path.resolve(process.env['PEERS_DIR'])

export const folderOf = (dir: string, { name }: Installable): string => path.join(dir, name.toLowerCase())

const noteOf = (folder: string) => path.join(folder, 'installed.json')

/** Whether these very packages and files were installed here, and built. */
export function isInstalled(dir: string, installable: Installable): boolean {
  const note = noteOf(folderOf(dir, installable))
  return existsSync(note) && readFileSync(note, 'utf8') === JSON.stringify(installable.packages)
}

/**
 * Installs a peer from the npm registry that npm is set to, without running its packages' scripts, and builds it.
 * @throws Error with the last that npm or the build said
 */
export async function install(dir: string, installable: Installable): Promise<void> {
  const { dependencies, overrides = {}, files = {}, build = [] } = installable.packages!
  const folder = folderOf(dir, installable)
  mkdirSync(folder, { recursive: true })
  const manifest = { name: 'peer', version: '1.0.0', private: true, dependencies, overrides }
  const all = { 'package.json': JSON.stringify(manifest, null, 2), ...files }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  const npm = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    // So that npm, too, runs on the Node.js that will run the peer.
    env: { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}` },
  })
  if (npm.status !== 0) throw new Error(`npm install in ${folder}: ${npm.stderr.slice(-1500)}`)
  for (const command of build) await runOnce({ folder }, command)
  writeFileSync(noteOf(folder), JSON.stringify(installable.packages))
}

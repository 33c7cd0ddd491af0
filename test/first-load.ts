import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The script that a screen needs before it can be drawn: the page's own and all that its chunk imports, packed by gzip. */
export interface FirstLoad {
  readonly files: number
  readonly bytes: number
}

/**
 * Measures what a screen of the built site loads.
 * @param web the folder of the built site
 * @param screens the screen's file without its end, such as sign-in, and what stands around it
 * @throws Error when the site was not built, or has no such screen
 */
export function firstLoad(web: string, ...screens: readonly string[]): FirstLoad {
  const assets = join(web, 'assets')
  const entry = /<script type="module"[^>]* src="\/assets\/([\w.-]+\.js)"/.exec(
    readFileSync(join(web, 'index.html'), 'utf8'),
  )?.[1]
  if (!entry) throw new Error(`${web} was not built: npm start builds it`)
  const found = new Map<string, number>()
  const follow = (name: string): void => {
    if (found.has(name)) return
    const source = readFileSync(join(assets, name), 'utf8')
    found.set(name, gzipSync(source, { level: 9 }).length)
    for (const [, next] of source.matchAll(/(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g)) follow(next!)
  }
  follow(entry)
  for (const screen of screens) {
    const chunk = readdirSync(assets).find((name) => new RegExp(`^${screen}-[\\w-]{8}\\.js$`).test(name))
    if (!chunk) throw new Error(`${web} has no screen "${screen}"`)
    follow(chunk)
  }
  return { files: found.size, bytes: [...found.values()].reduce((sum, n) => sum + n, 0) }
}

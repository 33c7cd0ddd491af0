import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Label } from '../src/language/index.ts'

/** Every dictionary of the screens, wherever it lies, says each thing in both languages, and says nothing that no screen says. */

const root = path.join(import.meta.dirname, '..')
const parametersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

/** The folder whose screens use a dictionary: the application's own words are used by all of src/web. */
const homeOf = (file: string) =>
  file.startsWith('src/web/app/') ? 'src/web' : path.dirname(file).replace(/\/inside$/, '')

function codeBelow(folder: string): string {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
    .filter((file) => !/\/(texts[^/]*|[^/]*\.test)\.ts$/.test(file))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n')
}

const files = globSync('src/**/texts*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
const dictionaries = await Promise.all(
  files.map(async (file) => {
    const module = (await import(path.join(root, file))) as Record<string, Record<string, Label>>
    return { file, words: Object.assign({}, ...Object.values(module)) as Record<string, Label> }
  }),
)

describe.each(dictionaries)('the words of $file', ({ file, words }) => {
  it.each(Object.entries(words))('%s is said in both languages', (_, { zh, en }) => {
    expect(zh.trim()).not.toBe('')
    expect(en.trim()).not.toBe('')
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(parametersOf(zh)).toEqual(parametersOf(en))
  })

  it('are all used', () => {
    const said = codeBelow(homeOf(file))
    // `t(`record.group-${key}`)` or `t(`${what}.hint`)`: a part is put in.
    const starts = [...said.matchAll(/`([a-z]+\.[a-z-]*)\$\{/g)].map(([, start = '']) => start)
    const ends = [...said.matchAll(/`\$\{\w+\}(\.[a-z-]+)`/g)].map(([, end = '']) => end)
    const unused = Object.keys(words).filter(
      (key) =>
        !said.includes(`'${key}'`) &&
        !starts.some((start) => key.startsWith(start)) &&
        !ends.some((end) => key.endsWith(end)),
    )
    expect(unused).toEqual([])
  })
})

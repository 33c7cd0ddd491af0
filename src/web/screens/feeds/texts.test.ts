import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { feedTexts } from './texts.ts'

const parametersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
const said = readdirSync(import.meta.dirname)
  .filter((file) => /\.tsx?$/.test(file) && !/^texts|\.test\.ts$/.test(file))
  .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
  .join('\n')

describe('the words of the screens of feeds', () => {
  it.each(Object.entries(feedTexts))('%s is said in both languages', (_, { zh, en }) => {
    expect(zh.trim()).not.toBe('')
    expect(en.trim()).not.toBe('')
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(parametersOf(zh)).toEqual(parametersOf(en))
  })

  it('are all used', () => {
    const built = [...said.matchAll(/`([a-z-]+\.[a-z-]*)\$\{/g)].map(([, start = '']) => start)
    const ends = [...said.matchAll(/`\$\{\w+\}(\.[a-z-]+)`/g)].map(([, end = '']) => end)
    const unused = Object.keys(feedTexts).filter(
      (key) =>
        !said.includes(`'${key}'`) &&
        !built.some((start) => key.startsWith(start)) &&
        !ends.some((end) => key.endsWith(end)),
    )
    expect(unused).toEqual([])
  })
})

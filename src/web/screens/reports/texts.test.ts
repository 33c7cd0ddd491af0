import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportTexts } from './texts.ts'

const here = import.meta.dirname
const sources = readdirSync(here)
  .filter((file) => /\.tsx?$/.test(file) && !/texts|\.test\./.test(file))
  .map((file) => readFileSync(path.join(here, file), 'utf8'))
  .join('\n')
const parametersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('the words of reports', () => {
  it.each(Object.entries(reportTexts))('%s is said in both languages', (_, { zh, en }) => {
    expect(zh.trim()).not.toBe('')
    expect(en.trim()).not.toBe('')
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(parametersOf(zh)).toEqual(parametersOf(en))
  })

  it('are all used', () => {
    const built = [...sources.matchAll(/`([a-z-]+\.[a-z-]*)\$\{[^}]+\}([a-z-]*)`/g)]
    const unused = Object.keys(reportTexts).filter(
      (key) =>
        !sources.includes(`'${key}'`) &&
        !built.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end)),
    )
    expect(unused).toEqual([])
  })
})

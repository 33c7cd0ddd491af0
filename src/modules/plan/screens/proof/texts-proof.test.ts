import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { proofTexts } from './texts-proof.ts'

const parametersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
const said = readdirSync(import.meta.dirname)
  .filter((file) => /\.tsx?$/.test(file) && !/^texts|\.test\.ts$/.test(file))
  .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
  .join('\n')

describe('the words of the page of evidence', () => {
  it.each(Object.entries(proofTexts))('%s is said in both languages', (_, { zh, en }) => {
    expect(zh.trim()).not.toBe('')
    expect(en.trim()).not.toBe('')
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(parametersOf(zh)).toEqual(parametersOf(en))
  })

  it('are all used', () => {
    const built = [...said.matchAll(/`([a-z-]+\.[a-z-]*)\$\{/g)].map(([, start = '']) => start)
    const unused = Object.keys(proofTexts).filter(
      (key) => !said.includes(`'${key}'`) && !built.some((start) => key.startsWith(start)),
    )
    expect(unused).toEqual([])
  })
})

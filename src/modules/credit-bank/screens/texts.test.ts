import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { bankTexts } from './texts.ts'

const parametersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
const said = readdirSync(import.meta.dirname)
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('texts'))
  .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
  .join('\n')

it.each(Object.entries(bankTexts))('%s is said in both languages', (_, { zh, en }) => {
  expect(zh.trim()).not.toBe('')
  expect(en).not.toMatch(/\p{Script=Han}/u)
  expect(parametersOf(zh)).toEqual(parametersOf(en))
})

it('says no word that no screen says', () => {
  const built = [...said.matchAll(/`([a-z-]+\.[a-z-]*)\$\{/g)].map(([, start = '']) => start)
  const unused = Object.keys(bankTexts).filter(
    (key) => !said.includes(`'${key}'`) && !built.some((start) => key.startsWith(start)),
  )
  expect(unused).toEqual([])
})

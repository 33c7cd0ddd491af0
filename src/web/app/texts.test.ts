import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Label } from '../../language/index.ts'
import { viewTexts } from '../../fields/view-texts.ts'
import { fill } from '../kit/use-texts.ts'
import { auditKinds } from '../screens/audit/audit-kinds.ts'
import { settingTexts } from '../screens/settings/setting-texts.ts'

const web = path.join(import.meta.dirname, '..')
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(web, file), 'utf8') }))
const parametersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

/** The dictionaries `texts*.ts` are tried together in test/texts.test.ts. */
describe('the words of the screens', () => {
  const dictionaries: Readonly<Record<string, Label>>[] = [viewTexts, auditKinds, settingTexts]
  it.each(dictionaries.flatMap((one) => Object.entries(one)))('%s is said in both languages', (_, { zh, en }) => {
    expect(zh.trim()).not.toBe('')
    expect(en.trim()).not.toBe('')
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(parametersOf(zh)).toEqual(parametersOf(en))
  })

  it('stand nowhere else: no Chinese is written into a component', () => {
    const own = /texts(-\w+)?\.ts$|text-of\.ts$|audit-kinds\.ts$|\.test\.ts$/
    const stray = sources
      .filter(({ file }) => !own.test(file))
      .flatMap(({ file, text }) =>
        text
          .split('\n')
          .filter(
            (line) => /\p{Script=Han}/u.test(line) && !/^\s*(\/\/|\*|\/\*)|zh: '|lang === 'zh'|匠|中文/u.test(line),
          )
          .map((line) => `${file}: ${line.trim()}`),
      )
    expect(stray).toEqual([])
  })

  it('take parameters', () => {
    expect(fill('{n} of {m}', { n: 1 })).toBe('1 of {m}')
  })
})

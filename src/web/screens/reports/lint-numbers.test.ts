import { describe, expect, it } from 'vitest'
import type { KnownFigure } from './lint-numbers.ts'
import { lintNumbers } from './lint-numbers.ts'

const known = (code: string, name: string, text: string, unit: string, ...synonyms: string[]): KnownFigure => ({
  code,
  label: { zh: name, en: code },
  unit: { zh: unit, en: unit },
  text,
  value: text,
  synonyms,
})

const figures = [
  known('students', '全日制在校生', '17045', '人', '在校生人数'),
  known('rate', '毕业去向落实率', '93.40', '%', '就业率'),
  known('satisfaction', '在校生满意度', '93.40', '%'),
  known('ratio', '生师比', '16.52', ''),
  known('majors', '专业数', '57', '个', '专业'),
  known('income', '横向技术服务到款额', '2361.50', '万元'),
]

const lint = (text: string) => lintNumbers([{ text, from: 1 }], figures)
const codes = (text: string) => lint(text).map((one) => one.code)

describe('numbers typed as text', () => {
  it('are found with their unit, and where they stand', () => {
    const text = '学校有在校生17045人。'
    expect(lint(text)).toEqual([
      { from: 1 + 6, to: 1 + 6 + 6, text: '17045人', code: 'students', unit: true, isSame: true },
    ])
  })

  it('are found whatever separators and zeros they carry', () => {
    expect(codes('共17,045人')).toEqual(['students'])
    expect(codes('就业率达93.4%')).toEqual(['rate'])
    expect(codes('就业率达 93.40 ％')).toEqual(['rate'])
  })

  it('mean the figure that the sentence names', () => {
    expect(codes('在校生满意度为93.4%')).toEqual(['satisfaction'])
    expect(codes('毕业去向落实率为93.4%；在校生满意度为93.4%')).toEqual(['rate', 'satisfaction'])
  })

  it('that nearly equal a figure are told apart from those that equal it', () => {
    expect(lint('毕业去向落实率93.1%')[0]).toMatchObject({ code: 'rate', isSame: false })
    expect(lint('全日制在校生1.7万人')[0]).toMatchObject({ code: 'students', isSame: false, text: '1.7万人' })
    expect(lint('毕业去向落实率为88.2%')).toEqual([])
  })

  it('of another unit mean something else', () => {
    expect(codes('共17045元')).toEqual([])
    expect(codes('到款2361.5万元')).toEqual(['income'])
  })

  it('that are small mean a figure only where it is named', () => {
    expect(codes('开设专业57个')).toEqual(['majors'])
    expect(codes('其中57个获奖')).toEqual([])
  })

  it('in dates, years, ordinals and headings are none', () => {
    expect(codes('2023年8月31日，2022—2023学年，第57章，表16.52')).toEqual([])
  })

  it('without a unit are found when exact', () => {
    expect(lint('生师比为16.52')[0]).toMatchObject({ code: 'ratio', unit: false, isSame: true })
  })

  it('are no numbers when they are figures already', () => {
    expect(lint('在校生\uFFFC，其中')).toEqual([])
  })
})

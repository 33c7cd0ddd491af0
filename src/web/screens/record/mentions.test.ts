import { describe, expect, it } from 'vitest'
import { readMentions, writeMentions } from './mentions.ts'

const people = [
  { id: '1', name: '张三' },
  { id: '2', name: '张三丰' },
]

describe('mentions', () => {
  it('are kept by id, the longer name first', () => {
    expect(writeMentions('@张三丰 与 @张三 请看', people)).toBe('@[2]{张三丰} 与 @[1]{张三} 请看')
  })
  it('are read by name', () => {
    expect(readMentions('@[2]{张三丰} 请看')).toEqual([
      { text: '@张三丰', isMention: true },
      { text: ' 请看', isMention: false },
    ])
    expect(readMentions('@[2]')).toEqual([{ text: '@…', isMention: true }])
  })
})

import { describe, expect, it } from 'vitest'
import { readMentions, writeMentions } from './mentions.ts'

const people = [
  { id: '1', name: '张三' },
  { id: '2', name: '张三丰' },
]

describe('mentions', () => {
  it('are kept by id, the longer name first', () => {
    expect(writeMentions('@张三丰 与 @张三 请看', people)).toBe('@[2] 与 @[1] 请看')
  })
  it('are shown by name', () => {
    const parts = readMentions('@[2] 请看', (id) => people.find((one) => one.id === id)?.name)
    expect(parts).toEqual([
      { text: '@张三丰', isMention: true },
      { text: ' 请看', isMention: false },
    ])
  })
})

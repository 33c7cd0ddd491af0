import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DocumentNode } from '../../../language/document.ts'
import { doc, paragraph } from '../../../language/document.ts'
import { ApiError } from '../../kit/api.ts'
import type { LocalDraft } from './local-draft.ts'
import { createSaver } from './section-saver.ts'

const says = (text: string) => doc(paragraph(text))
const failure = (status: number, code: string) => new ApiError(status, { code, message: { zh: code, en: code } })

function open(answer: (content: DocumentNode, version: number) => Error | undefined = () => undefined) {
  let kept: LocalDraft | undefined
  const sent: [DocumentNode, number][] = []
  const saver = createSaver(
    { content: says('一'), version: 3, updatedAt: '2024-01-01T00:00:00Z' },
    {
      send: async (content, version) => {
        sent.push([content, version])
        const error = answer(content, version)
        if (error) throw error
        return { content, version: version + 1, updatedAt: '2024-01-02T00:00:00Z' }
      },
      keep: (draft) => (kept = draft),
      drop: () => (kept = undefined),
    },
  )
  return { saver, sent, kept: () => kept }
}

describe('saving a section', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('waits until the pen rests, and keeps the text meanwhile', async () => {
    const { saver, sent, kept } = open()
    saver.change(says('二'))
    saver.change(says('三'))
    expect([saver.view().state, sent.length, kept()?.content]).toEqual(['changed', 0, says('三')])
    await vi.advanceTimersByTimeAsync(3000)
    expect(sent).toEqual([[says('三'), 3]])
    expect(saver.view()).toMatchObject({ state: 'saved', version: 4 })
    expect(kept()).toBeUndefined()
  })

  it('saves on upon the version it got', async () => {
    const { saver, sent } = open()
    saver.change(says('二'))
    expect(await saver.flush()).toBe(true)
    saver.change(says('三'))
    expect(await saver.flush()).toBe(true)
    expect(sent.map(([, version]) => version)).toEqual([3, 4])
  })

  it('sends nothing when the text is as it was', async () => {
    const { saver, sent } = open()
    saver.change(says('二'))
    saver.change(says('一'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect([sent.length, saver.view().state]).toEqual([0, 'saved'])
  })

  it('keeps the text without a connection, and sends it later', async () => {
    let isDown = true
    const { saver, kept } = open(() => (isDown ? failure(0, 'unreachable') : undefined))
    saver.change(says('二'))
    await vi.advanceTimersByTimeAsync(3000)
    expect([saver.view().state, kept()?.content]).toEqual(['offline', says('二')])
    isDown = false
    await vi.advanceTimersByTimeAsync(20_000)
    expect([saver.view().state, kept()]).toEqual(['saved', undefined])
  })

  it('stops when somebody else changed it, until one of the texts is chosen', async () => {
    let isOld = true
    const { saver, sent, kept } = open(() => (isOld ? failure(409, 'stale') : undefined))
    saver.change(says('我的'))
    await vi.advanceTimersByTimeAsync(3000)
    saver.change(says('我的更多'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect([saver.view().state, sent.length, kept()?.content]).toEqual(['stale', 1, says('我的更多')])
    isOld = false
    saver.rebase({ content: says('他的'), version: 9, updatedAt: '' })
    await vi.advanceTimersByTimeAsync(10)
    expect(sent.at(-1)).toEqual([says('我的更多'), 9])
    expect(saver.view()).toMatchObject({ state: 'saved', version: 10 })
  })

  it('says why the server refuses', async () => {
    const { saver, kept } = open(() => failure(422, 'invalid'))
    saver.change(says('二'))
    expect(await saver.flush()).toBe(false)
    expect(saver.view()).toMatchObject({ state: 'refused', problem: { code: 'invalid' } })
    expect(kept()).toBeDefined()
  })
})

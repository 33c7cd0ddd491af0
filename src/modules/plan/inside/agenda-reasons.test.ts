import { expect, it } from 'vitest'
import { agendaReasons, type Discussed, factsIn, factsOf } from './agenda-reasons.ts'

const task: Discussed = {
  from: '2026-03-01',
  to: '2026-12-31',
  month: '2026-10',
  percent: 60,
  problems: null,
  since: '2026-10',
}
const reasons = (change: Partial<Discussed>, day = '2026-11-22') =>
  agendaReasons({ ...task, ...change }, day).map(({ reason, label }) => [reason, label.zh])

it('discusses what is late, in trouble, stuck or due, the gravest first; and nothing else', () => {
  expect(reasons({})).toEqual([])
  expect(reasons({ to: '2026-11-21' })).toEqual([['late', '期限 2026-11-21，逾期 1 天，累计进度 60%']])
  expect(reasons({ to: '2026-11-22' })).toEqual([['due', '0 天后到期（2026-11-22），累计进度 60%']])
  expect(reasons({ to: '2026-12-06' })).toEqual([['due', '14 天后到期（2026-12-06），累计进度 60%']])
  expect(reasons({ to: '2026-12-07' })).toEqual([])
  expect(reasons({ to: '2026-10-31', problems: '场地未移交', since: '2026-08' })).toEqual([
    ['late', '期限 2026-10-31，逾期 22 天，累计进度 60%'],
    ['problem', '2026-10 填报的问题：场地未移交'],
    ['stuck', '2026-08 以后 3 个月没有进展（60%）'],
  ])
})

it('is stuck after two months without progress, counted from the beginning when nothing was reported', () => {
  expect(reasons({ since: '2026-10' })).toEqual([])
  expect(reasons({ since: '2026-09' })).toEqual([['stuck', '2026-09 以后 2 个月没有进展（60%）']])
  expect(reasons({ month: null, percent: null, since: null })).toEqual([['stuck', '2026-03 开始以来没有填报']])
  expect(reasons({ month: null, percent: null, since: null, from: '2026-10-20' })).toEqual([])
})

it('is kept once and said in English again; what somebody wrote into it stays', () => {
  for (const change of [
    { to: '2026-10-31', problems: '场地未移交', since: '2026-08' },
    { to: '2026-11-30' },
    { month: null, percent: null, since: null },
  ]) {
    const found = agendaReasons({ ...task, ...change }, '2026-11-22')
    expect(factsIn(factsOf(found), 'zh')).toBe(factsOf(found))
    expect(factsIn(factsOf(found), 'en')).toBe(found.map(({ label }) => label.en).join('; '))
  }
  expect(factsIn('期限 2026-10-31，逾期 16 天，累计进度 70%。；已约谈', 'en')).toBe(
    'Due on 2026-10-31, 16 days late at 70 %; 已约谈',
  )
})

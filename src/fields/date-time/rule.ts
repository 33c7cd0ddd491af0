import { dateRule } from '../date/rule.ts'
import { type FieldRule, halfWidth, notText, quoted, type Reading, right, wrong } from '../rule.ts'
import { splitTime, timeOf, timeText } from '../time/rule.ts'

const anyDay = { kind: 'date', label: { zh: '日期', en: 'Day' } } as const

export const dateTimeRule: FieldRule<'date-time'> = {
  check(input) {
    if (typeof input !== 'string') return notText(input, '2023-09-01T08:30:00')
    const [, day, hour, minute, second] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})$/.exec(input) ?? []
    return day === undefined
      ? notMoment(input)
      : joined(input, dateRule.check(day, anyDay), timeOf(input, hour, minute, second))
  },
  read(cell) {
    const text = halfWidth(cell).replace(/(?:Z|\+08:?00)$/, '')
    // Systems write fourteen digits, people a day and a time; a day alone is its midnight.
    const [, day, clock] =
      /^(\d{8})(\d{6})?$/.exec(text) ?? /^(\S*?\d\s*[日号]?)(?:(?:\s+|T|(?<=[日号]))(\d\S*))?$/.exec(text) ?? []
    const parts = splitTime(clock ?? '0:0')
    if (day === undefined || !parts) return notMoment(cell)
    return joined(cell, dateRule.read(day, anyDay), timeOf(cell, ...parts))
  },
  write: (value) => value.replace('T', ' '),
  example: (_field, seed) => `${dateRule.example(anyDay, seed)}T${timeText((seed * 60) % 86_400)}`,
}

function joined(written: string, day: Reading<string>, clock: Reading<string>): Reading<string> {
  if (day.problem) return day
  return clock.problem ? notMoment(written) : right(`${day.value}T${clock.value}`)
}

function notMoment(written: string): Reading<never> {
  return wrong(
    `${quoted(written)}不是有效的日期时间，请写成 2023-09-01 08:30:00 这样的形式`,
    `${quoted(written)} is not a valid date and time: write it like 2023-09-01 08:30:00`,
  )
}

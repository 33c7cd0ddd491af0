import { type FieldRule, halfWidth, notText, quoted, type Reading, right, wrong } from '../rule.ts'

export const timeRule: FieldRule<'time'> = {
  check(input) {
    if (typeof input !== 'string') return notText(input, '08:30:00')
    const [, hour, minute, second] = /^(\d{2}):(\d{2}):(\d{2})$/.exec(input) ?? []
    return timeOf(input, hour, minute, second)
  },
  read(cell) {
    const found = splitTime(halfWidth(cell))
    return found ? timeOf(cell, ...found) : notTime(cell)
  },
  write: (value) => value,
  example: (_field, seed) => timeText((seed * 60) % 86_400),
}

const two = (number: number) => String(number).padStart(2, '0')

/** HH:mm:ss from seconds after midnight. */
export function timeText(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
}

/** Hours, minutes and seconds as people and systems write them: 8:30, 08:30:00, 8时30分, 083000. */
export function splitTime(text: string): readonly [string, string, string] | undefined {
  const found =
    /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.0+)?)?$/.exec(text) ??
    /^(\d{1,2})\s*[时点]\s*(?:(\d{1,2})\s*分?)?\s*(?:(\d{1,2})\s*秒)?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})$/.exec(text)
  return found ? [found[1]!, found[2] ?? '0', found[3] ?? '0'] : undefined
}

/** A time of day from its parts; a refusal when there is none like it. */
export function timeOf(
  written: string,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
): Reading<string> {
  const parts = [hour, minute, second].map(Number)
  const [h, m, s] = parts as [number, number, number]
  return h < 24 && m < 60 && s < 60 ? right(parts.map(two).join(':')) : notTime(written)
}

function notTime(written: string): Reading<never> {
  return wrong(
    `${quoted(written)}不是有效时间，请写成 08:30:00 这样的形式`,
    `${quoted(written)} is not a valid time: write it like 08:30:00`,
  )
}

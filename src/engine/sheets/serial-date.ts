const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_DAY = Date.UTC(9999, 11, 31)

/**
 * The date and time behind an Excel serial number, to the second: 'YYYY-MM-DD', with 'THH:MM:SS' when there is a time
 * of day. Undefined outside Excel's calendar. Excel believes in 29 February 1900 (serial 60) and so do we, that the
 * reader downstream can refuse the day by the name the user sees.
 */
export function serialToDate(serial: number, is1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const time = seconds - days * 86_400
  if (!is1904 && days === 0) return undefined
  const day = dayText(days, is1904)
  if (day === undefined) return undefined
  return time === 0 ? day : `${day}T${clock(time)}`
}

// A column of dates names the same few thousand days over and over.
const known = new Map<number, string>()

function dayText(days: number, is1904: boolean): string | undefined {
  if (!is1904 && days === 60) return '1900-02-29'
  const shift = !is1904 && days < 60 ? 1 : 0
  const at = (is1904 ? EPOCH_1904 : EPOCH_1900) + (days + shift) * DAY_MS
  if (at > LAST_DAY) return undefined
  let text = known.get(at)
  if (text === undefined) {
    if (known.size > 20_000) known.clear()
    text = new Date(at).toISOString().slice(0, 10)
    known.set(at, text)
  }
  return text
}

/** The time of day or the length of time behind a serial: 'HH:MM:SS', hours past 24 when the serial is above 1. */
export function serialToClock(serial: number): string | undefined {
  return Number.isFinite(serial) && serial >= 0 && serial < 2_958_466 ? clock(Math.round(serial * 86_400)) : undefined
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/**
 * The serial number (1900 system) of 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM[:SS]', without a time zone. Undefined for
 * anything else, for days that do not exist, and before 1 March 1900, where Excel's calendar is off by one.
 */
export function dateToSerial(text: string): number | undefined {
  let serial = serials.get(text)
  if (serial === undefined && !serials.has(text)) {
    if (serials.size > 20_000) serials.clear()
    serial = serialOf(text)
    serials.set(text, serial)
  }
  return serial
}

const serials = new Map<string, number | undefined>()

function serialOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.0+)?)?)?$/.exec(text)
  if (!match) return undefined
  const part = (index: number): number => Number(match[index] ?? 0)
  const at = Date.UTC(part(1), part(2) - 1, part(3))
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text.slice(0, 10)) return undefined
  if (part(4) > 23 || part(5) > 59 || part(6) > 59) return undefined
  const days = Math.round((at - EPOCH_1900) / DAY_MS)
  return days < 61 ? undefined : days + (part(4) * 3600 + part(5) * 60 + part(6)) / 86_400
}

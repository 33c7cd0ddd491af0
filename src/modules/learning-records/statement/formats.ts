/** Formats of single values in statements (xAPI 1.0.3 Data 4, IEEE 9274.1.1 section 4.2.7). Each says yes or no. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

// A scheme, a colon, something after it; no blanks or characters that no address may hold (RFC 3987).
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\u0000-\u001f]+$/i
export const isIri = (value: unknown): value is string => typeof value === 'string' && IRI.test(value)

const MAILBOX = /^mailto:[^\s@<>]+@[^\s@<>]+$/
export const isMailbox = (value: unknown): boolean => typeof value === 'string' && MAILBOX.test(value)

export const isSha1 = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{40}$/i.test(value)
export const isSha2 = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{56,128}$/i.test(value)

// RFC 5646 in its shape: language, script, region, variants, extensions, private use.
const LANGUAGE =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-[a-z]+)$/i
export const isLanguage = (value: unknown): boolean => typeof value === 'string' && LANGUAGE.test(value)

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i
/** A moment by ISO 8601; a zone of minus zero says that none is known, which is refused (Data 4.5). */
export function isMoment(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = ''] = MOMENT.exec(value) ?? []
  if (year === undefined || /^-00(?::?00)?$/.test(zone)) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && Number(hour) < 25 && Number(minute) < 60 && Number(second) < 61
}

// Weeks stand alone; of the other parts at least one, and after T at least one.
const DURATION =
  /^P(?:\d+(?:\.\d+)?W|(?=\d|T\d)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?D)?(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?)$/
export const isDuration = (value: unknown): boolean => typeof value === 'string' && DURATION.test(value)

export const isMediaType = (value: unknown): boolean =>
  typeof value === 'string' && /^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+(?:\s*;.*)?$/.test(value)

/** The moment in UTC with milliseconds, as a store prints it. */
export function inUtc(moment: string): string {
  const hasZone = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(moment) && moment.length > 10
  const zoned = hasZone
    ? moment.replace(/([+-]\d\d)$/, '$1:00').replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
    : moment.length > 10
      ? `${moment}Z`
      : moment
  return new Date(zoned.replace(' ', 'T').replace(',', '.')).toISOString()
}

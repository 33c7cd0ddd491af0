/** Numbers by which PostgreSQL knows the types of elements (pg_type.oid; fixed since ever). */
const ELEMENTS = { text: 25, jsonb: 3802 } as const
const NO_VALUE = 0xffff_ffff
const JSONB_VERSION = 1

/**
 * Texts, or JSON documents, as one array parameter in PostgreSQL's binary form: nothing is quoted here and unquoted
 * there, which takes longer than the rest when there are thousands.
 * @param type of the elements; the statement must cast to the same: `${textList(names)}::text[]`
 */
export function textList(list: readonly (string | null)[], type: keyof typeof ELEMENTS = 'text'): Buffer {
  // One unit of JavaScript's text takes three bytes at most.
  const room = list.reduce((bytes, text) => bytes + 5 + (text === null ? 0 : 3 * text.length), 20)
  const buffer = Buffer.allocUnsafe(room)
  buffer.writeInt32BE(list.length === 0 ? 0 : 1, 0)
  buffer.writeInt32BE(list.includes(null) ? 1 : 0, 4)
  buffer.writeInt32BE(ELEMENTS[type], 8)
  if (list.length === 0) return buffer.subarray(0, 12)
  buffer.writeInt32BE(list.length, 12)
  buffer.writeInt32BE(1, 16)
  let at = 20
  for (const text of list) {
    if (text === null) {
      at = buffer.writeUInt32BE(NO_VALUE, at)
      continue
    }
    const start = at + 4
    const from = type === 'jsonb' ? buffer.writeUInt8(JSONB_VERSION, start) : start
    const end = from + buffer.write(text, from, 'utf8')
    buffer.writeInt32BE(end - start, at)
    at = end
  }
  return buffer.subarray(0, at)
}

/** Values whose texts hold no quotes, commas, braces or blanks (ids, numbers, dates, yes or no) as one array parameter. */
export const plainList = (list: readonly (string | number | boolean | null)[]): string =>
  `{${list.map((value) => value ?? 'NULL').join(',')}}`

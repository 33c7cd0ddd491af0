/** Numbers by which PostgreSQL knows the types of elements (pg_type.oid; fixed since ever). */
const ELEMENTS = { text: 25, uuid: 2950, tsvector: 3614, jsonb: 3802 } as const
const NO_VALUE = 0xffff_ffff
const JSONB_VERSION = 1

/** Lists in PostgreSQL's binary form: nothing is quoted here and unquoted there, which takes longer than the rest when there are thousands. */
function binaryList(
  element: number,
  list: readonly (string | null)[],
  most: (value: string) => number,
  write: (buffer: Buffer, value: string, at: number) => number,
): Buffer {
  const room = list.reduce((bytes, value) => bytes + 4 + (value === null ? 0 : most(value)), 20)
  const buffer = Buffer.allocUnsafe(room)
  buffer.writeInt32BE(list.length === 0 ? 0 : 1, 0)
  buffer.writeInt32BE(list.includes(null) ? 1 : 0, 4)
  buffer.writeInt32BE(element, 8)
  if (list.length === 0) return buffer.subarray(0, 12)
  buffer.writeInt32BE(list.length, 12)
  buffer.writeInt32BE(1, 16)
  let at = 20
  for (const value of list) {
    if (value === null) {
      at = buffer.writeUInt32BE(NO_VALUE, at)
      continue
    }
    const end = write(buffer, value, at + 4)
    buffer.writeInt32BE(end - at - 4, at)
    at = end
  }
  return buffer.subarray(0, at)
}

/** One unit of JavaScript's text takes three bytes at most. */
const mostOf = (text: string) => 1 + 3 * text.length

/**
 * Texts, or JSON documents, as one array parameter.
 * @param type of the elements; the statement must cast to the same: `${textList(names)}::text[]`
 */
export const textList = (list: readonly (string | null)[], type: 'text' | 'jsonb' = 'text'): Buffer =>
  binaryList(ELEMENTS[type], list, mostOf, (buffer, text, at) => {
    const from = type === 'jsonb' ? buffer.writeUInt8(JSONB_VERSION, at) : at
    return from + buffer.write(text, from, 'utf8')
  })

/** Ids as one array parameter: `${uuidList(ids)}::uuid[]`. */
export const uuidList = (list: readonly (string | null)[]): Buffer =>
  binaryList(
    ELEMENTS.uuid,
    list,
    () => 16,
    (buffer, id, at) => at + buffer.write(id.replaceAll('-', ''), at, 16, 'hex'),
  )

/**
 * Texts of words, blanks between them, as one array parameter of search vectors: `${wordsList(texts)}::tsvector[]`.
 * A word counts once. They are sorted here, as the database would have to.
 */
export const wordsList = (list: readonly (string | null)[]): Buffer =>
  binaryList(
    ELEMENTS.tsvector,
    list,
    // After each word, in place of its blank: an end, and the number of its places, which is none.
    (text) => 7 + 3 * text.length,
    (buffer, text, at) => {
      const words = text === '' ? [] : [...new Set(text.split(' '))].sort()
      let end = buffer.writeInt32BE(words.length, at)
      for (const word of words) {
        end += buffer.write(word, end, 'utf8')
        buffer[end] = buffer[end + 1] = buffer[end + 2] = 0
        end += 3
      }
      return end
    },
  )

/** Values whose texts hold no quotes, commas, braces or blanks (numbers, dates, yes or no) as one array parameter. */
export const plainList = (list: readonly (string | number | boolean | null)[]): string =>
  `{${list.map((value) => value ?? 'NULL').join(',')}}`

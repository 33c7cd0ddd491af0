import type { Field, FileRef } from '../../language/fields.ts'
import { type FieldRule, quoted, type Reading, right, wrong } from '../rule.ts'

const MEGABYTE = 1024 * 1024

export const filesRule: FieldRule<'files'> = {
  check(input, field) {
    if (!Array.isArray(input)) return notFiles(input)
    if (input.length === 0)
      return wrong('没有文件，请上传文件或留空（null）', 'There is no file: upload one or leave it empty (null)')
    if (field.maxFiles !== undefined && input.length > field.maxFiles) {
      return wrong(
        `共 ${input.length} 个文件，最多 ${field.maxFiles} 个，请删除多余的`,
        `${input.length} files: keep ${field.maxFiles} at most`,
      )
    }
    const files: FileRef[] = []
    for (const item of input) {
      const reading = checkFile(item, field)
      if (reading.problem) return reading
      files.push(reading.value)
    }
    return right(files)
  },
  read: (cell) =>
    wrong(
      `${quoted(cell)}：文件不能从表格导入，请导入后在记录中上传`,
      `${quoted(cell)}: files cannot be imported from a table; upload them in the record`,
    ),
  /** One name a line. */
  write: (value) => value.map((file) => file.name).join('\n'),
  example(field, seed) {
    const [extension, type] = exampleType(field.accept?.[0])
    return [
      {
        sha256: (seed + 1).toString(16).padStart(64, '0'),
        name: `${field.label.zh} ${seed + 1}${extension}`,
        size: Math.min(1024 + seed, Math.floor((field.maxMegabytes ?? 1) * MEGABYTE)),
        type,
      },
    ]
  },
}

function notFiles(input: unknown): Reading<never> {
  return wrong(
    `${quoted(input)}不是已上传的文件，请先上传文件`,
    `${quoted(input)} is not an uploaded file: upload the file first`,
  )
}

function checkFile(item: unknown, field: Field<'files'>): Reading<FileRef> {
  if (typeof item !== 'object' || item === null) return notFiles(item)
  const { sha256, name, size, type } = item as Partial<Record<keyof FileRef, unknown>>
  const isFile =
    typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && typeof name === 'string' && isFileName(name)
  if (!isFile || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0 || typeof type !== 'string') {
    return notFiles(name ?? item)
  }
  if (field.maxMegabytes !== undefined && size > field.maxMegabytes * MEGABYTE) {
    return wrong(
      `${quoted(name)}过大，最大 ${field.maxMegabytes} MB，请压缩后上传`,
      `${quoted(name)} is too large: ${field.maxMegabytes} MB at most`,
    )
  }
  if (field.accept && !field.accept.some((accepted) => isAccepted(accepted, name, type))) {
    const list = field.accept.join('、')
    return wrong(
      `${quoted(name)}的类型不符，请上传 ${list}`,
      `${quoted(name)} has the wrong type: upload ${list.replaceAll('、', ', ')}`,
    )
  }
  // In the order in which PostgreSQL keeps the keys of a document: what is written reads the same.
  return right({ name, size, type, sha256 })
}

function isFileName(name: string): boolean {
  return name.trim() !== '' && name.length <= 255 && !/[\p{Cc}/\\]/u.test(name) && name.isWellFormed()
}

/** As in HTML: '.pdf', 'application/pdf' or 'image/*'. */
function isAccepted(accepted: string, name: string, type: string): boolean {
  const wanted = accepted.toLowerCase()
  if (wanted.startsWith('.')) return name.toLowerCase().endsWith(wanted)
  return wanted.endsWith('/*') ? type.toLowerCase().startsWith(wanted.slice(0, -1)) : type.toLowerCase() === wanted
}

const TYPES = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
  '.txt': 'text/plain',
}

function exampleType(accepted = '.pdf'): readonly [extension: string, type: string] {
  const isKnown = ([extension, type]: readonly [string, string]) => isAccepted(accepted, `x${extension}`, type)
  const found = Object.entries(TYPES).find(isKnown)
  if (found) return found
  return accepted.startsWith('.') ? [accepted, 'application/octet-stream'] : ['', accepted.replace('/*', '/example')]
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { files } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { filesRule } from './rule.ts'
import { filesSql } from './sql.ts'

const proof = files({ zh: '佐证', en: 'Proof' })
const scan = files({ zh: '扫描件', en: 'Scan' }, { maxFiles: 1, maxMegabytes: 2, accept: ['.pdf', 'image/*'] })
const one = { sha256: 'a'.repeat(64), name: '证书.pdf', size: 1024, type: 'application/pdf' }
const file = fc.record({
  sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
  name: fc.constantFrom('a.pdf', '证书.PNG', 'x'),
  size: fc.nat(),
  type: fc.constantFrom('image/png', 'application/pdf', ''),
})

holdsContract({
  rule: filesRule,
  sql: filesSql,
  fields: [
    proof,
    scan,
    files({ zh: '片', en: 'Film' }, { accept: ['video/*'] }),
    files({ zh: '表', en: 'Table' }, { accept: ['.et'], maxMegabytes: 0.0001 }),
  ].slice(0, 2),
  values: fc.oneof(fc.array(file, { minLength: 1, maxLength: 3 }), fc.constant([one])),
  isUnreadable: true,
})

test.each([
  [[{ ...one, extra: 'dropped' }], scan, [one]],
  [[one, one], scan, refused('最多 1 个')],
  [[{ ...one, size: 2 * 1024 * 1024 + 1 }], scan, refused('证书.pdf', '最大 2 MB')],
  [[{ ...one, name: 'a.exe', type: 'application/x-msdownload' }], scan, refused('类型不符', '.pdf')],
  [[{ ...one, name: '扫描.HEIC', type: 'image/heic' }], scan, [{ ...one, name: '扫描.HEIC', type: 'image/heic' }]],
  [[{ ...one, sha256: 'A' }], proof, refused('不是已上传的文件')],
  [[{ ...one, name: '../etc/passwd' }], proof, refused('不是已上传的文件')],
  [[{ ...one, size: -1 }], proof, refused('不是已上传的文件')],
  [[null], proof, refused('不是已上传的文件')],
  ['a.pdf', proof, refused('不是已上传的文件')],
  [[], proof, refused('上传文件')],
])('%j', (input, field, expected) => {
  expect(outcome(filesRule.check(input, field))).toEqual(expected)
})

test('files do not come from tables, and are kept as one JSON value', () => {
  expect(outcome(filesRule.read('证书.pdf', proof))).toEqual(refused('不能从表格导入'))
  expect(filesSql.write([one])).toBe(JSON.stringify([one]))
  expect(filesSql.read([one])).toEqual([one])
})

test.each([['video/*'], ['.et'], ['application/zip'], ['.JPG']])('an example of %s is accepted', (accepted) => {
  const field = files({ zh: '附件', en: 'Files' }, { accept: [accepted], maxMegabytes: 0.0001 })
  const example = filesRule.example(field, 3)
  expect(filesRule.check(example, field)).toEqual({ value: example })
})

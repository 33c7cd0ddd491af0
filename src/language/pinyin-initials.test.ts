import { expect, test } from 'vitest'
import { pinyinInitials } from './pinyin-initials.ts'

test.each([
  ['课程性质', 'kcxz'],
  ['党组织类型', 'dzzlx'],
  ['阿塞拜疆', 'asbj'],
  ['欧元', 'oy'],
  ['英语', 'yy'],
  ['座', 'z'],
  ['做', 'z'],
  ['1+X 证书', '1xzs'],
  ['H5', 'h5'],
  ['贯通培养', 'gtpy'],
  ['马克', 'mk'],
  ['宽扎', 'kz'],
  ['热爱', 'ra'],
  ['伊朗', 'yl'],
  ['', ''],
])('%s is found by %s', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials)
})

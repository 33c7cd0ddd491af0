import { expect, it } from 'vitest'
import { placeAfter } from './place-after.ts'

const SITE = 'https://jiangxin.example.edu.cn'

it.each([
  ['/figures/a?period=2023#x', '/figures/a?period=2023#x'],
  ['/registers/people?q=%E5%BC%A0', '/registers/people?q=%E5%BC%A0'],
  [null, '/'],
  ['', '/'],
  ['figures', '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/.//elsewhere.example', '/'],
  ['/a/..//elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/%0d%0aSet-Cookie:a', '/%0d%0aSet-Cookie:a'],
])('after signing in %j leads to %j', (next, place) => {
  expect(placeAfter(next, SITE)).toBe(place)
  expect(new URL(placeAfter(next, SITE), SITE).origin).toBe(SITE)
})

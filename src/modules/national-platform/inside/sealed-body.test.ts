import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSecret, seal, sign, unseal } from './sealed-body.ts'

it('SM3 gives the digests printed in GB/T 32905', () => {
  expect(sign('a', 'b', 'c')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(sign('abcd'.repeat(16), '', '')).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  expect(createHash('sm3').digest('hex')).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b')
})

it('SM4 gives the cipher texts printed in GB/T 32907, once and a million times over', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const once = createCipheriv('sm4-ecb', key, null).setAutoPadding(false).update(key)
  expect(once.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  // CBC over zero blocks with the text as initial vector encrypts each output again: the standard's second example.
  const many = createCipheriv('sm4-cbc', key, key)
    .setAutoPadding(false)
    .update(Buffer.alloc(16 * 1_000_000))
  expect(many.subarray(-16).toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66')
})

const secret = '0123456789abcdeffedcba9876543210'

it('what is sealed can be opened again, with the same key only', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('ecb', 'cbc'),
      fc.constantFrom('base64', 'hex'),
      (text, mode, encoding) => {
        const options = { secret, mode, encoding } as const
        expect(unseal(seal(text, options), options)).toBe(text)
      },
    ),
  )
  const sealed = seal('{"fileds":[]}', { secret })
  expect(() => unseal(sealed, { secret: 'f'.repeat(32) })).toThrow(/decrypt/i)
})

it.each([
  ['0123456789abcdeffedcba9876543210', true],
  ['sixteen-letters!', true],
  ['short', false],
  ['0123456789abcdeffedcba987654321g', false],
])('%s is a secret: %s', (text, expected) => {
  expect(isSecret(text)).toBe(expected)
  if (!expected) expect(() => seal('x', { secret: text })).toThrow('16 characters')
})

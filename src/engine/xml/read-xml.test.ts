import { expect, it } from 'vitest'
import { elements, ownText, readXml as read, textOf } from './read-xml.ts'

const readXml = (text: string) => read(text, ({ en }) => new Error(en))

it('tags that close themselves are elements like others; tags left open are no XML', () => {
  const root = readXml('<a xmlns="u" xmlns:p="v"><b x="1" p:x="2"/><p:c>words</p:c><d /></a>')
  expect(elements(root).map(({ name, namespace }) => [name, namespace])).toEqual([
    ['b', 'u'],
    ['c', 'v'],
    ['d', 'u'],
  ])
  expect(elements(root)[0]!.attributes).toEqual({ x: '1' })
  for (const broken of ['<a><b></a>', '<a>', '<a></a><b></b>', 'words', '<a><b></a></b>', '<p:a/>', '<a>\0</a>'])
    expect(() => readXml(broken)).toThrow('XML')
})

it('keeps text where it stands', () => {
  const root = readXml('<a> one <b>two\n three</b> &lt;four&#x21; </a>')
  expect([ownText(root), textOf(root)]).toEqual(['one  <four!', 'one two three <four!'])
})

it('follows no document type, and neither depth nor length without end', () => {
  expect(() => readXml('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>')).toThrow('document type')
  expect(() => readXml('<a>'.repeat(101))).toThrow('too deep')
})

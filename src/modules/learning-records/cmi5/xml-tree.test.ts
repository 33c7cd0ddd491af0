import { expect, it } from 'vitest'
import { xmlTree } from './xml-tree.ts'

it('tags that close themselves are elements like others; tags left open are no XML', () => {
  const root = xmlTree('<a xmlns="u"><b x="1"/><c>words</c><d /></a>')
  expect(root.children.map(({ name, namespace }) => [name, namespace])).toEqual([
    ['b', 'u'],
    ['c', 'u'],
    ['d', 'u'],
  ])
  for (const broken of ['<a><b></a>', '<a>', '<a></a><b></b>', 'words', '<a><b></a></b>'])
    expect(() => xmlTree(broken)).toThrow('XML')
})

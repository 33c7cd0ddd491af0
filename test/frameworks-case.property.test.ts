import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMembers, type Members, readExactly } from '../src/modules/frameworks/inside/case-json.ts'
import { caseRows } from '../src/modules/frameworks/inside/case-rows.ts'
import { compareItems, type ComparedItem } from '../src/modules/frameworks/inside/compare.ts'
import { findCycle } from '../src/modules/frameworks/inside/find-cycle.ts'
import { readPackage } from '../src/modules/frameworks/inside/read-package.ts'
import { writePackage } from '../src/modules/frameworks/inside/write-package.ts'
import { casePackageText } from './frameworks-packages.ts'

/** CASE packages in and out again, without a database: what is kept says everything that came. */

/** What an import and an export make of a package. */
function throughOurRows(text: string): Members {
  const { found, problems } = readPackage(text)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const { framework, items, links, sources } = caseRows(found!)
  const kept = ({ id, values }: { id: string; values: Readonly<Record<string, unknown>> }) => ({
    id,
    values: { ...values, name: 'shown' },
    updatedAt: '2031-01-01T00:00:00.000Z',
  })
  return writePackage(
    {
      framework: { ...kept(framework), values: framework.values, state: framework.state },
      items: items.map(kept),
      links: links.map(kept),
      sources,
      elsewhere: new Map(),
    },
    'https://college.example/ims/case/v1p1',
  )
}

describe('a CASE package', () => {
  it('is exported as it was imported, with members that nobody knows, in its order', () => {
    fc.assert(
      fc.property(casePackageText, (text) => {
        expect(JSON.stringify(throughOurRows(text))).toBe(JSON.stringify(readExactly(text)))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps numbers that JavaScript would round, members with strange names and broken characters', () => {
    const text = `{"CFDocument":{"identifier":"8c1e2a9e-6f0b-4f0e-9d55-000000000001","title":" 标准 ","creator":"x",
      "extensions":{"big":12345678901234567890,"one":1.0,"__proto__":{"a":1},"constructor":null,"half":"\\ud800","nul":"\\u0000"}},
      "CFItems":[{"identifier":"8c1e2a9e-6f0b-4f0e-9d55-000000000002","fullStatement":"a\\u0000b\\r\\nc","x":-0}],"other":[]}`
    const exported = throughOurRows(text)
    expect(JSON.stringify(exported)).toBe(JSON.stringify(readExactly(text)))
    expect(JSON.stringify(exported)).toContain('12345678901234567890')
    expect(JSON.stringify(exported)).toContain('"__proto__":{"a":1}')
  })

  it('says what is wrong with it, and where', () => {
    const id = (n: number) => `8c1e2a9e-6f0b-4f0e-9d55-00000000000${n}`
    const item = (n: number, more: object = {}) => ({ identifier: id(n), fullStatement: `条目 ${n}`, ...more })
    const below = (n: number, child: number, parent: number) => ({
      identifier: id(n),
      associationType: 'isChildOf',
      originNodeURI: { identifier: id(child) },
      destinationNodeURI: { identifier: id(parent) },
    })
    const placesOf = (more: object) =>
      readPackage(JSON.stringify({ CFDocument: { identifier: id(0), title: '标准' }, ...more })).problems.map(
        ({ place, severity, message }) => `${severity} ${place} ${message.zh}`,
      )
    expect(placesOf({ CFItems: [item(1), item(1)] })).toEqual([
      `error CFItems[1].identifier 标识符 ${id(1)} 与 CFItems[0] 重复`,
    ])
    expect(placesOf({ CFItems: [item(1)], CFAssociations: [below(5, 1, 9)] })).toEqual([
      `error CFAssociations[0].destinationNodeURI 悬空：包中没有条目 ${id(9)}，无法放入树中`,
    ])
    expect(
      placesOf({
        CFItems: [item(1, { humanCodingScheme: 'A' }), item(2, { humanCodingScheme: 'B' }), item(3)],
        CFAssociations: [below(5, 1, 2), below(6, 2, 3), below(7, 3, 1)],
      }),
    ).toEqual(['error CFAssociations 条目互为上级，形成循环：A → B → 条目 3 → A'])
    expect(
      placesOf({
        CFItems: [item(1, { statusStartDate: '2024-02-30', lastChangeDateTime: 'yesterday' }), { identifier: 'x' }],
      }),
    ).toEqual([
      'error CFItems[0].statusStartDate “2024-02-30”不是日期，应写成 2024-03-01',
      'error CFItems[0].lastChangeDateTime “yesterday”不是时间，应写成 2024-03-01T08:00:00Z',
      'warning CFItems[1].identifier “x”不是 UUID，CASE 要求 UUID；将照样保存',
      'error CFItems[1].fullStatement 缺少条目内容',
    ])
    expect(readPackage('{').problems[0]!.message.zh).toContain('文件不是 JSON')
    expect(readPackage('[]').problems[0]!.place).toBe('CFDocument')
    const outside = placesOf({
      CFItems: [item(1)],
      CFAssociations: [{ ...below(5, 1, 9), associationType: 'exactMatchOf' }],
    })
    expect(outside).toEqual([
      `warning CFAssociations[0].destinationNodeURI 条目 ${id(9)} 不在包中：本校有的对应起来，否则按校外条目保存`,
    ])
  })
})

describe('a tree', () => {
  it('has a circle exactly when one can be walked', () => {
    const edges = fc.array(fc.record({ child: fc.integer({ min: 0, max: 7 }), parent: fc.integer({ min: 0, max: 7 }) }))
    fc.assert(
      fc.property(edges, (pairs) => {
        const named = pairs.map(({ child, parent }) => ({ child: `${child}`, parent: `${parent}` }))
        const circle = findCycle(named)
        if (circle !== null) {
          expect(circle[0]).toBe(circle.at(-1))
          for (const [i, child] of circle.slice(0, -1).entries())
            expect(named).toContainEqual({ child, parent: circle[i + 1] })
          return
        }
        // Without a circle the tops can be taken away again and again until nothing is left.
        let left = named
        for (let before = -1; before !== left.length;) {
          before = left.length
          left = left.filter(({ parent }) => left.some(({ child }) => child === parent))
        }
        expect(left).toEqual([])
      }),
    )
  })

  it('of ten thousand in a chain is walked without overflow', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => ({ child: `${i}`, parent: `${i + 1}` }))
    expect(findCycle(chain)).toBeNull()
    expect(findCycle([...chain, { child: '10000', parent: '0' }])).toHaveLength(10_002)
  })
})

it('two versions are compared item by item', () => {
  const item = (number: string, more: Partial<ComparedItem> = {}): ComparedItem => ({
    id: `${number}-${more.notes ?? ''}`,
    number,
    code: number.toUpperCase(),
    kind: 'unit',
    statement: `单元 ${number}`,
    notes: null,
    parent: null,
    ...more,
  })
  const before = [item('a'), item('b'), item('c', { parent: 'a-' }), item('d')]
  const after = [
    item('a', { id: 'a2' }),
    item('b', { id: 'b2', statement: '单元 b（修订）' }),
    item('c', { id: 'c2', parent: 'b2' }),
    // Another number, the same code.
    item('d9', { id: 'd2', code: 'D', statement: '单元 d' }),
    item('e', { id: 'e2' }),
  ]
  const { same, differences } = compareItems(before, after)
  expect(same).toBe(2)
  expect(differences.map(({ kind, code, from, to }) => [kind, code, from, to])).toEqual([
    ['changed', 'B', null, null],
    ['moved', 'C', 'A', 'B'],
    ['added', 'E', null, null],
  ])
  expect(isMembers(differences[0])).toBe(true)
})

import { expect, test } from 'vitest'
import { auditDocument } from '../audit-document.ts'
import { readText } from '../reading/read-text.ts'
import { RULES } from './index.ts'

const audit = (text: string) => auditDocument(readText('report.md', text))

test.each(RULES.map((rule) => [rule.name, rule] as const))(
  '%s finds its wrong example, and nothing in the right one',
  (_, rule) => {
    const found = audit(rule.wrong)
    expect(found.map((f) => f.kind)).toContain(rule.kind)
    expect(audit(rule.right)).toEqual([])
  },
)

test('names of rules are unique', () => {
  expect(new Set(RULES.map((rule) => rule.name)).size).toBe(RULES.length)
})

import { describe, expect, it } from 'vitest'
import { XapiRefusal } from '../xapi-refusal.ts'
import { checkStatement, type Edition, type Json } from './check-statement.ts'
import { inUtc, isDuration, isIri, isLanguage, isMoment } from './formats.ts'
import { meaningOf } from './meaning.ts'
import { mentionKey, mentionsOf } from './mentions.ts'
import { canonical, languagesOf, onlyIds } from './present-statement.ts'

const actor = { mbox: 'mailto:student@example.test', name: '学生甲（示）' }
const verb = { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'zh-CN': '回答了', 'en-US': 'answered' } }
const object = {
  id: 'https://example.test/lessons/1/items/3',
  definition: { name: { 'zh-CN': '第三题', 'en-US': 'Item 3' } },
}
const plain = { actor, verb, object }

const refusal = (statement: unknown, edition: Edition = '2.0.0'): string => {
  try {
    checkStatement(statement, edition)
  } catch (error) {
    if (error instanceof XapiRefusal) return `${error.status} ${error.message}`
    throw error
  }
  return ''
}

describe('formats', () => {
  it.each([
    ['PT4H35M59.14S', true],
    ['P3Y1M29DT4H35M59.14S', true],
    ['P4W', true],
    ['P4W1D', false],
    ['P', false],
    ['PT', false],
    ['4 hours', false],
  ])('duration %s: %s', (text, good) => expect(isDuration(text)).toBe(good))

  it.each([
    ['2024-03-01T08:00:00Z', true],
    ['2024-03-01T08:00:00.123456+08:00', true],
    ['2024-02-30T08:00:00Z', false],
    ['2024-03-01T08:00:00-00:00', false],
    ['2024-03-01T08:00:00-0000', false],
    ['yesterday', false],
  ])('moment %s: %s', (text, good) => expect(isMoment(text)).toBe(good))

  it('knows languages and addresses', () => {
    expect(['zh', 'zh-CN', 'zh-Hans-CN', 'en-US', 'x-own'].every(isLanguage)).toBe(true)
    expect(['中文', 'a', 'en_US'].some(isLanguage)).toBe(false)
    expect(['https://例子.测试/课程', 'urn:uuid:1'].every(isIri)).toBe(true)
    expect(['lessons/1', 'https://a b', ''].some(isIri)).toBe(false)
  })

  it('prints moments in UTC', () => {
    expect(inUtc('2024-03-01T08:00:00+08:00')).toBe('2024-03-01T00:00:00.000Z')
    expect(inUtc('2024-03-01T08:00:00.5+0800')).toBe('2024-03-01T00:00:00.500Z')
  })
})

describe('checkStatement', () => {
  it('takes what the specification allows', () => {
    expect(refusal(plain)).toBe('')
    expect(refusal({ ...plain, context: { contextAgents: [{ objectType: 'contextAgent', agent: actor }] } })).toBe('')
    expect(
      refusal({ ...plain, object: { objectType: 'SubStatement', ...plain }, result: { score: { scaled: -0.5 } } }),
    ).toBe('')
  })

  it.each<[string, object, string]>([
    ['an unknown property', { ...plain, Actor: actor }, 'statement: there is no property "Actor"'],
    ['no verb', { actor, object }, 'statement.verb is missing'],
    ['null', { ...plain, result: null }, 'statement.result: an object is expected'],
    ['two identifiers', { ...plain, actor: { ...actor, openid: 'https://a.test' } }, 'exactly one of'],
    ['nobody in a group', { ...plain, actor: { objectType: 'Group', member: [] } }, 'needs members'],
    ['a score above its maximum', { ...plain, result: { score: { raw: 11, min: 0, max: 10 } } }, 'outside min and max'],
    [
      'a platform for a person',
      { ...plain, object: { objectType: 'Agent', ...actor }, context: { platform: 'x' } },
      'only for statements about an activity',
    ],
    [
      'a third level',
      { ...plain, object: { objectType: 'SubStatement', ...plain, object: { objectType: 'SubStatement', ...plain } } },
      'holds no third',
    ],
    ['voiding an activity', { ...plain, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } }, 'by its id'],
    [
      'an authority of three',
      { ...plain, authority: { objectType: 'Group', member: [actor, actor, actor] } },
      'two members',
    ],
    [
      'a prototype for a property',
      { ...plain, result: JSON.parse('{"__proto__": 1}') as object },
      'there is no property "__proto__"',
    ],
  ])('refuses %s', (_name, statement, message) => expect(refusal(statement)).toContain(message))

  it('knows what only 2.0 has', () => {
    const statement = { ...plain, context: { contextGroups: [] } }
    expect(refusal(statement, '2.0.0')).toBe('')
    expect(refusal(statement, '1.0.3')).toContain('contextGroups')
    expect(refusal({ ...plain, version: '2.0.0' }, '1.0.3')).toContain('no version spoken here')
  })
})

describe('meaning', () => {
  it('is the same whatever the order, the id, and the store say', () => {
    const other = { object, verb, actor, id: '11111111-1111-4111-8111-111111111111', stored: '2024-03-01T00:00:00Z' }
    expect(meaningOf(other)).toEqual(meaningOf(plain))
    expect(meaningOf({ ...plain, result: { success: true } })).not.toEqual(meaningOf(plain))
  })

  it('counts durations to a hundredth of a second', () => {
    const lasting = (duration: string): Json => ({ ...plain, result: { duration } })
    expect(meaningOf(lasting('PT1.234S'))).toEqual(meaningOf(lasting('PT1.23S')))
    expect(meaningOf(lasting('PT1.24S'))).not.toEqual(meaningOf(lasting('PT1.23S')))
  })
})

describe('what a statement is found by', () => {
  it('tells who did it from who is only in it', () => {
    const found = mentionsOf({ ...plain, context: { instructor: { mbox: 'mailto:teacher@example.test' } } })
    expect(found).toContain(mentionKey('agent', `mbox ${actor.mbox}`))
    expect(found).not.toContain(mentionKey('near-agent', `mbox ${actor.mbox}`))
    expect(found).toContain(mentionKey('near-agent', 'mbox mailto:teacher@example.test'))
    expect(found).not.toContain(mentionKey('agent', 'mbox mailto:teacher@example.test'))
    expect(found).toContain(mentionKey('near-activity', object.id))
  })
})

describe('shown', () => {
  it('leaves only identifiers', () =>
    expect(onlyIds(plain)).toEqual({ actor: { mbox: actor.mbox }, verb: { id: verb.id }, object: { id: object.id } }))

  it('chooses the language that was asked for, and what the store knows', () => {
    const known = new Map<string, Json>([[object.id, { name: { 'zh-CN': '第三题（新）', en: 'Item three' } }]])
    expect(canonical(plain, languagesOf('en;q=0.5, zh-CN'), known)).toMatchObject({
      verb: { display: { 'zh-CN': '回答了' } },
      object: { definition: { name: { 'zh-CN': '第三题（新）' } } },
    })
    expect(canonical(plain, languagesOf('fr, en'), new Map())).toMatchObject({
      verb: { display: { 'en-US': 'answered' } },
    })
  })
})

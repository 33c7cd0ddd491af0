import { describe, expect, it } from 'vitest'
import {
  assembleCatalogue,
  choice,
  count,
  date,
  defineIndicator,
  defineRegister,
  defineRole,
  DeclarationError,
  integer,
  percent,
  text,
  unit,
  type RecordOf,
} from './index.ts'

const label = { zh: '甲', en: 'A' }
const tools = defineRegister({
  name: 'tools',
  label,
  area: 'demo',
  title: 'name',
  unit: 'workshop',
  fields: {
    name: text(label, { required: true }),
    kind: choice(label, { hand: label, power: label }, { required: true }),
    boughtOn: date(label),
    pieces: integer(label),
    workshop: unit(label),
  },
  lifecycle: { draft: { submit: { to: 'kept', by: ['clerk'] } }, kept: {} },
  access: { clerk: { read: 'unit', write: 'own' } },
})
const units = defineRegister({
  name: 'units',
  label,
  area: 'demo',
  title: 'name',
  fields: { name: text(label) },
  access: {},
})
const clerk = defineRole({ name: 'clerk', label, permissions: [] })
const rest = {
  tables: [],
  rules: [],
  reports: [],
  roles: [clerk],
  areas: { demo: label },
  offices: { name: 'offices', label, values: { office: label } },
}

describe('declarations', () => {
  it('give typed records', () => {
    const record: RecordOf<typeof tools> = { name: 'a', kind: 'hand', boughtOn: null, pieces: 3, workshop: null }
    // @ts-expect-error a required field may not be null
    const wrong: RecordOf<typeof tools> = { ...record, name: null }
    // @ts-expect-error not a value of the list
    const plant: RecordOf<typeof tools> = { ...record, kind: 'plant' }
    expect([record.kind, wrong.kind, plant.name]).toEqual(['hand', 'hand', 'a'])
  })

  it('that are impossible do not compile', () => {
    // @ts-expect-error 'plant' is not a kind of tool
    count(tools, { kind: 'plant' })
    // @ts-expect-error no such field
    count(tools, { colour: 'red' })
    // @ts-expect-error no such title
    defineRegister({ name: 'x', label, area: 'demo', title: 'nope', fields: { name: text(label) }, access: {} })
    defineRegister({
      name: 'x',
      label,
      area: 'demo',
      title: 'name',
      fields: { name: text(label) },
      // @ts-expect-error no such state
      lifecycle: { draft: { send: { to: 'gone', by: [] } } },
      access: {},
    })
    expect(count(tools, { kind: ['hand', 'power'], boughtOn: { within: '@period' } }).of).toBe('count')
  })

  it('name every mistake with its register and field', () => {
    const bad = defineRegister({
      ...tools,
      name: 'bad-tools',
      title: 'nope' as 'name',
      area: 'nowhere',
      access: { ghost: {} },
    })
    const share = defineIndicator({
      code: 'x.1',
      label,
      unit: label,
      period: 'at-date',
      decimals: 2,
      source: 's',
      version: 1,
      definition: label,
      owner: 'office',
      ...percent(count(tools, { kind: 'hand' }), count(tools)),
    })
    expect(assembleCatalogue({ ...rest, registers: [tools, units], indicators: [share] }).indicators.size).toBe(1)
    try {
      assembleCatalogue({
        ...rest,
        registers: [tools, units, bad, { ...tools, name: 'untold-tools', title: 'workshop' }],
        indicators: [share, { ...share, code: 'x.2', owner: 'ghost' }],
      })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(DeclarationError)
      expect((error as DeclarationError).mistakes).toEqual([
        'Register "bad-tools": area "nowhere" is not one of demo',
        'Register "bad-tools": title "nope" is not one of its fields',
        'Register "bad-tools": access names role "ghost", which is not declared',
        'Register "untold-tools": title must be a text, date or number field, and "workshop" is of kind "reference"',
        'Indicator "x.2": owner "ghost" is not one of the offices',
      ])
    }
  })
})

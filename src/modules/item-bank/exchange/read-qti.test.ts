import { describe, expect, it } from 'vitest'
import { zipChunks } from '../../../engine/sheets/write-zip.ts'
import { readPackage } from './qti-package.ts'
import { readQti } from './read-qti.ts'

const item = (declaration: string, body: string, processing = '', more = '') =>
  `<?xml version="1.0"?><qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t" adaptive="false" time-dependent="false"${more}>${declaration}<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/><qti-item-body>${body}</qti-item-body>${processing}</qti-assessment-item>`
const declare = (cardinality: string, type: string, right: string, mapping = '') =>
  `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${right
    .split(',')
    .map((value) => `<qti-value>${value}</qti-value>`)
    .join('')}</qti-correct-response>${mapping}</qti-response-declaration>`
const template = (name: string) =>
  `<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}"/>`
const choices = (most: number) =>
  `<qti-choice-interaction response-identifier="RESPONSE" max-choices="${most}"><qti-prompt>Which?</qti-prompt><qti-simple-choice identifier="ChoiceA">one</qti-simple-choice><qti-simple-choice identifier="ChoiceB">two <b>bold</b></qti-simple-choice></qti-choice-interaction>`

describe('items that other programs wrote', () => {
  it('reads choices by match_correct and map_response, and says what it reads otherwise', () => {
    expect(
      readQti(item(declare('single', 'identifier', 'ChoiceB'), `<p>Look.</p>${choices(1)}`, template('match_correct')))
        .item,
    ).toEqual({
      kind: 'single',
      stem: 'Look.\nWhich?',
      points: '1',
      explanation: null,
      options: [
        { key: 'A', text: 'one' },
        { key: 'B', text: 'two bold' },
      ],
      right: 'B',
    })
    const map = (entries: string) => `<qti-mapping default-value="0">${entries}</qti-mapping>`
    const entry = (key: string, value: string) => `<qti-map-entry map-key="${key}" mapped-value="${value}"/>`
    const mapped = (entries: string) =>
      readQti(
        item(declare('multiple', 'identifier', 'ChoiceA,ChoiceB', map(entries)), choices(0), template('map_response')),
      )
    const plain = mapped(entry('ChoiceA', '1') + entry('ChoiceB', '2'))
    expect(plain.item).toMatchObject({ kind: 'multiple', right: ['A', 'B'], points: '3', credit: 'right-only' })
    expect(plain.notes).toHaveLength(1)
    expect(mapped(entry('ChoiceA', '1') + entry('ChoiceB', '-1')).item).toMatchObject({ credit: 'minus-wrong' })
  })

  it('reads a number with its tolerance and a pair of associates', () => {
    const number = item(
      declare('single', 'float', '9.8'),
      '<p>g = <qti-text-entry-interaction response-identifier="RESPONSE"/> m/s²</p>',
      '<qti-response-processing><qti-response-condition><qti-response-if><qti-equal tolerance-mode="relative" tolerance="2 2"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal></qti-response-if></qti-response-condition></qti-response-processing>',
    )
    expect(readQti(number).item).toMatchObject({
      kind: 'number',
      stem: 'g = ____ m/s²',
      value: '9.8',
      tolerance: { kind: 'relative', amount: '2' },
    })
    const choice = (id: string) =>
      `<qti-simple-associable-choice identifier="${id}" match-max="1">${id}.</qti-simple-associable-choice>`
    const pairs = item(
      declare('multiple', 'pair', 'A B,C D'),
      `<qti-associate-interaction response-identifier="RESPONSE" max-associations="2">${['A', 'B', 'C', 'D'].map(choice).join('')}</qti-associate-interaction>`,
    )
    expect(readQti(pairs).item).toMatchObject({
      kind: 'match',
      pairs: [
        ['A.', 'B.'],
        ['C.', 'D.'],
      ],
    })
  })

  it('leaves out feedback, which would tell the answer, and says so', () => {
    const inline =
      '<qti-feedback-inline outcome-identifier="F" identifier="ChoiceB" show-hide="show">Right!</qti-feedback-inline>'
    const block = inline.replaceAll('inline', 'block')
    const said = (text: string) =>
      `<qti-modal-feedback outcome-identifier="F" identifier="x" show-hide="show"><qti-content-body><p>${text}</p></qti-content-body></qti-modal-feedback>`
    const told = choices(1).replace('<b>bold</b>', `<b>bold</b> ${inline}`)
    const read = readQti(
      item(
        declare('single', 'identifier', 'ChoiceB'),
        `<p>Look.</p>${told}${block}`,
        said('Well done') + said('Sorry'),
      ),
    )
    expect(read.item).toMatchObject({
      stem: 'Look.\nWhich?',
      options: [{ text: 'one' }, { text: 'two bold' }],
      explanation: null,
    })
    expect(read.notes).toHaveLength(2)
    const one = readQti(item(declare('single', 'identifier', 'ChoiceB'), choices(1), said('Because.')))
    expect([one.item.explanation, one.notes]).toEqual(['Because.', []])
  })

  it('names what it cannot read, and never follows what a document declares', () => {
    const declaration = declare('single', 'identifier', 'ChoiceB')
    const rows: [string, RegExp][] = [
      [item(declaration, '<qti-hotspot-interaction response-identifier="RESPONSE"/>'), /qti-hotspot-interaction/],
      [item(declaration, `<img src="a.png"/>${choices(1)}`), /img/],
      [item(`${declaration}<qti-assessment-stimulus-ref identifier="s" href="s.xml"/>`, choices(1)), /stimulus/],
      [item(declaration, choices(1) + choices(1)), /several kinds/],
      [item(declaration, choices(1), '', ' adaptive="true"').replace(' adaptive="false"', ''), /[Aa]daptive/],
      [item(declare('single', 'identifier', 'ChoiceZ'), choices(1)), /ChoiceZ/],
      [`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${item(declaration, choices(1))}`, /document type/],
      ['<assessmentItem/>', /QTI 2/],
      ['<qti-assessment-item><p></qti-assessment-item>', /well-formed/],
      [`${'<div>'.repeat(5000)}`, /deep|well-formed/],
    ]
    for (const [xml, message] of rows) expect(() => readQti(xml)).toThrow(message)
  })

  it('one that cannot be read keeps none of the others back', async () => {
    const resource = (href: string, type = 'imsqti_item_xmlv3p0') =>
      `<resource identifier="${href}" type="${type}" href="${href}"/>`
    const manifest = `<manifest><resources>${resource('a.xml')}${resource('b.xml')}${resource('c.xml')}${resource('t.xml', 'imsqti_test_xmlv3p0')}${resource('p.png', 'webcontent')}</resources></manifest>`
    const parts = [
      { path: 'imsmanifest.xml', content: Buffer.from(manifest) },
      { path: 'a.xml', content: Buffer.from(item(declare('single', 'identifier', 'ChoiceA'), choices(1))) },
      { path: 'b.xml', content: Buffer.from('<broken') },
    ]
    const chunks: Uint8Array[] = []
    for await (const chunk of zipChunks(parts)) chunks.push(chunk)
    const read = await readPackage(Buffer.concat(chunks))
    expect(read.map(({ where, item: found, problems }) => [where, found !== null, problems.length])).toEqual([
      ['a.xml', true, 0],
      ['b.xml', false, 1],
      ['c.xml', false, 1],
      ['t.xml', false, 1],
    ])
  })
})

import { Exact } from '../../../engine/indicators/exact.ts'
import {
  aroundBlanks,
  type BlanksItem,
  type Item,
  type MatchItem,
  type MultipleItem,
  type OrderItem,
} from '../item/item.ts'
import type { OutItem } from './draft.ts'
import { escaped } from './escaped.ts'

/** QTI 3.0 ASI, information model 1.0: names of elements and templates are those of the standard. */
const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0'
const TEMPLATES = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates'
const RESPONSE = 'RESPONSE'

/** What each kind puts into the frame of an item. */
interface Parts {
  readonly declarations: string
  /** The question with its interaction. */
  readonly body: string
  readonly processing: string
}

/**
 * An item as a QTI 3 document. What only this program knows stands in classes of its own, which others pass over: the
 * schema takes no `data-` attributes but those that it names. Knowledge points and keywords are for authors and scorers.
 */
export function writeQti({ id, item, difficulty, points }: OutItem): string {
  const { declarations, body, processing } = partsOf(item)
  const title = item.stem.replace(/\s+/g, ' ').slice(0, 60)
  const feedback =
    item.explanation === null
      ? ''
      : `<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="explanation" show-hide="show"><qti-content-body>${paragraphs(item.explanation)}</qti-content-body></qti-modal-feedback>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${NAMESPACE}" identifier="item-${id}" title="${escaped(title)}" xml:lang="zh-CN" adaptive="false" time-dependent="false">
${declarations}
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="${item.points}"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>
${item.explanation === null ? '' : '<qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"><qti-default-value><qti-value>explanation</qti-value></qti-default-value></qti-outcome-declaration>'}
<qti-item-body class="${own(`difficulty-${difficulty}`)}">${points.length > 0 ? knownBy('author', 'instructions', 'knowledge-points', points.map(escaped)) : ''}${body}</qti-item-body>
${processing}
${feedback}
</qti-assessment-item>
`
}

/** A class that only this program gives, and reads again. */
export const own = (name: string): string => `jiangxin-${name}`

/** A list that whoever answers does not see. */
const knownBy = (
  view: 'author' | 'scorer',
  use: 'instructions' | 'scoring',
  name: string,
  entries: readonly string[],
) =>
  `<qti-rubric-block view="${view}" use="${use}"><qti-content-body><ul class="${own(name)}">${entries
    .map((entry) => `<li>${entry}</li>`)
    .join('')}</ul></qti-content-body></qti-rubric-block>`

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')

const values = (of: readonly string[]): string => of.map((value) => `<qti-value>${escaped(value)}</qti-value>`).join('')

const declare = (
  identifier: string,
  cardinality: 'single' | 'multiple' | 'ordered',
  type: string,
  right: readonly string[],
  mapping = '',
): string =>
  `<qti-response-declaration identifier="${identifier}" cardinality="${cardinality}" base-type="${type}">${
    right.length > 0 ? `<qti-correct-response>${values(right)}</qti-correct-response>` : ''
  }${mapping}</qti-response-declaration>`

const mapping = (entries: readonly (readonly [key: string, value: string])[], more = ''): string =>
  `<qti-mapping default-value="0"${more}>${entries
    .map(([key, value]) => `<qti-map-entry map-key="${escaped(key)}" mapped-value="${value}"/>`)
    .join('')}</qti-mapping>`

const template = (name: 'match_correct' | 'map_response'): string =>
  `<qti-response-processing template="${TEMPLATES}/${name}.xml"/>`
const processing = (rules: string): string => `<qti-response-processing>${rules}</qti-response-processing>`
const variable = (identifier = RESPONSE) => `<qti-variable identifier="${identifier}"/>`
const base = (type: string, value: string) => `<qti-base-value base-type="${type}">${escaped(value)}</qti-base-value>`
const setScore = (expression: string) =>
  `<qti-set-outcome-value identifier="SCORE">${expression}</qti-set-outcome-value>`
const when = (test: string, then: string, otherwise = '') =>
  `<qti-response-condition><qti-response-if>${test}${then}</qti-response-if>${otherwise}</qti-response-condition>`
const matched = `<qti-match>${variable()}<qti-correct identifier="${RESPONSE}"/></qti-match>`
/** Full points for the right response, and nothing for any other. */
const allOrNothing = (points: string) => processing(when(matched, setScore(base('float', points))))

/** A share of the points, exact enough that all shares together round to them. */
const shareOf = (points: string, parts: number) => new Exact(points).div(parts).toDecimalPlaces(20).toFixed()

function partsOf(item: Item): Parts {
  switch (item.kind) {
    case 'single':
      return {
        declarations: declare(RESPONSE, 'single', 'identifier', [item.right], mapping([[item.right, item.points]])),
        body: paragraphs(item.stem) + choices(item.options, 1),
        processing: template('map_response'),
      }
    case 'multiple':
      return multipleParts(item)
    case 'blanks':
      return blanksParts(item)
    case 'number': {
      const { kind, amount } = item.tolerance
      const unit = item.unit === null ? '' : ` <span class="${own('unit')}">${escaped(item.unit)}</span>`
      return {
        declarations: declare(RESPONSE, 'single', 'float', [item.value]),
        body: `${paragraphs(item.stem)}<p class="${own('answer')}"><qti-text-entry-interaction response-identifier="${RESPONSE}" expected-length="12"/>${unit}</p>`,
        processing: processing(
          when(
            `<qti-equal tolerance-mode="${kind}" tolerance="${amount} ${amount}">${variable()}<qti-correct identifier="${RESPONSE}"/></qti-equal>`,
            setScore(base('float', item.points)),
          ),
        ),
      }
    }
    case 'order':
      return orderParts(item)
    case 'match':
      return matchParts(item)
    case 'short': {
      const keywords = item.keywords.map((ways) => ways.map((way) => `<span>${escaped(way)}</span>`).join(' / '))
      return {
        declarations: declare(RESPONSE, 'single', 'string', item.sample === null ? [] : [item.sample]),
        body: `${paragraphs(item.stem)}${
          keywords.length > 0 ? knownBy('scorer', 'scoring', 'keywords', keywords) : ''
        }<qti-extended-text-interaction response-identifier="${RESPONSE}" expected-lines="6"/>`,
        processing: '',
      }
    }
  }
}

const choices = (options: readonly { key: string; text: string }[], most: number, credit = '') =>
  `<qti-choice-interaction response-identifier="${RESPONSE}" shuffle="false" max-choices="${most}"${credit}>${options
    .map(({ key, text }) => `<qti-simple-choice identifier="${key}">${escaped(text)}</qti-simple-choice>`)
    .join('')}</qti-choice-interaction>`

function multipleParts({ stem, options, right, points, credit }: MultipleItem): Parts {
  const share = shareOf(points, right.length)
  const wrong = options.map(({ key }) => key).filter((key) => !right.includes(key))
  const rights = right.map((key) => [key, share] as const)
  const chosen = wrong.map((key) => `<qti-member>${base('identifier', key)}${variable()}</qti-member>`).join('')
  const none = setScore(base('float', '0'))
  const any = wrong.length > 0 ? `<qti-or>${chosen}</qti-or>` : base('boolean', 'false')
  const mapped = setScore(`<qti-map-response identifier="${RESPONSE}"/>`)
  return {
    declarations: declare(
      RESPONSE,
      'multiple',
      'identifier',
      right,
      credit === 'minus-wrong'
        ? mapping(
            [...rights, ...wrong.map((key) => [key, `-${share}`] as const)],
            ` lower-bound="0" upper-bound="${points}"`,
          )
        : mapping(rights, ` upper-bound="${points}"`),
    ),
    body: paragraphs(stem) + choices(options, 0, ` class="${own(`credit-${credit}`)}"`),
    processing: {
      all: allOrNothing(points),
      'minus-wrong': template('map_response'),
      'right-only': processing(when(any, none, `<qti-response-else>${mapped}</qti-response-else>`)),
      half: processing(
        when(
          any,
          none,
          `<qti-response-else-if>${matched}${setScore(base('float', points))}</qti-response-else-if>` +
            `<qti-response-else-if><qti-not><qti-is-null>${variable()}</qti-is-null></qti-not>${setScore(base('float', new Exact(points).div(2).toFixed()))}</qti-response-else-if>`,
        ),
      ),
    }[credit],
  }
}

function blanksParts({ stem, blanks, points, credit, folding }: BlanksItem): Parts {
  const folds = Object.entries(folding)
    .filter(([, isFolded]) => isFolded)
    .map(([what]) => ` ${own(`fold-${what}`)}`)
    .join('')
  const share = credit === 'all' ? '1' : shareOf(points, blanks.length)
  let blank = 0
  const entry = () =>
    `<qti-text-entry-interaction response-identifier="${RESPONSE}_${++blank}" expected-length="15" class="${own(`credit-${credit}`)}${folds}"/>`
  const body = stem
    .split('\n')
    .map((line) => {
      const [first, ...rest] = aroundBlanks(line).map(escaped)
      return `<p>${first}${rest.map((text) => entry() + text).join('')}</p>`
    })
    .join('')
  const sum = `<qti-sum>${blanks.map((_, i) => `<qti-map-response identifier="${RESPONSE}_${i + 1}"/>`).join('')}</qti-sum>`
  return {
    declarations: blanks
      .map((accepted, i) =>
        declare(
          `${RESPONSE}_${i + 1}`,
          'single',
          'string',
          accepted.slice(0, 1),
          `<qti-mapping default-value="0">${accepted
            .map(
              (one) =>
                `<qti-map-entry map-key="${escaped(one)}" mapped-value="${share}" case-sensitive="${!folding.case}"/>`,
            )
            .join('')}</qti-mapping>`,
        ),
      )
      .join(''),
    body,
    processing: processing(
      credit === 'all'
        ? when(
            `<qti-equal tolerance-mode="exact">${sum}${base('float', String(blanks.length))}</qti-equal>`,
            setScore(base('float', points)),
          )
        : setScore(sum),
    ),
  }
}

function orderParts({ stem, entries, points, credit }: OrderItem): Parts {
  // Listed by their texts: the order of a file must not be the answer.
  const listed = entries.toSorted()
  const key = (entry: string) => `E${listed.indexOf(entry) + 1}`
  const right = entries.map(key)
  const share = shareOf(points, entries.length)
  return {
    declarations: declare(RESPONSE, 'ordered', 'identifier', right),
    body: `${paragraphs(stem)}<qti-order-interaction response-identifier="${RESPONSE}" shuffle="true" class="${own(`credit-${credit}`)}">${listed
      .map((entry) => `<qti-simple-choice identifier="${key(entry)}">${escaped(entry)}</qti-simple-choice>`)
      .join('')}</qti-order-interaction>`,
    processing:
      credit === 'all'
        ? allOrNothing(points)
        : processing(
            right
              .map((one, i) =>
                when(
                  `<qti-match><qti-index n="${i + 1}">${variable()}</qti-index>${base('identifier', one)}</qti-match>`,
                  setScore(`<qti-sum>${variable('SCORE')}${base('float', share)}</qti-sum>`),
                ),
              )
              .join(''),
          ),
  }
}

function matchParts({ stem, pairs, distractors, points, credit }: MatchItem): Parts {
  const rights = [...new Set([...pairs.map(([, right]) => right), ...distractors])].toSorted()
  const share = shareOf(points, pairs.length)
  const right = pairs.map(([, text], i) => `L${i + 1} R${rights.indexOf(text) + 1}`)
  const choice = (id: string, text: string, most: number) =>
    `<qti-simple-associable-choice identifier="${id}" match-max="${most}">${escaped(text)}</qti-simple-associable-choice>`
  return {
    declarations: declare(
      RESPONSE,
      'multiple',
      'directedPair',
      right,
      mapping(right.map((pair) => [pair, share] as const)),
    ),
    body: `${paragraphs(stem)}<qti-match-interaction response-identifier="${RESPONSE}" shuffle="true" max-associations="${pairs.length}" class="${own(`credit-${credit}`)}"><qti-simple-match-set>${pairs
      .map(([left], i) => choice(`L${i + 1}`, left, 1))
      .join('')}</qti-simple-match-set><qti-simple-match-set>${rights
      .map((text, i) => choice(`R${i + 1}`, text, pairs.length))
      .join('')}</qti-simple-match-set></qti-match-interaction>`,
    processing: credit === 'all' ? allOrNothing(points) : template('map_response'),
  }
}

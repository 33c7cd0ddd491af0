import { figure, paragraph, text, type InlineNode, type ParagraphNode } from '../../../src/language/document.ts'

/**
 * A paragraph in which every number is an indicator: p`在校生${'q6.students'}，生师比${'q3.student-teacher-ratio'}。`
 * The value is printed with its unit; 'q6.students@previous' is the value of the edition before.
 */
export function p(words: TemplateStringsArray, ...references: readonly string[]): ParagraphNode {
  return paragraph(
    ...words.flatMap((word, i): InlineNode[] => {
      const reference = references[i]
      return [...(word === '' ? [] : [text(word)]), ...(reference === undefined ? [] : [value(reference)])]
    }),
  )
}

function value(reference: string): InlineNode {
  const [code = '', edition] = reference.split('@')
  return figure(code, { unit: true, ...(edition === undefined ? {} : { period: `@${edition}` }) })
}

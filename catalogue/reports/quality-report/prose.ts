import { figure, paragraph, text, type InlineNode, type ParagraphNode } from '../../../src/language/document.ts'

/**
 * A paragraph in which every number is an indicator: p`在校生${'q6.students'}，生师比${'q3.student-teacher-ratio'}。`
 * The value is printed with its unit.
 */
export function p(words: TemplateStringsArray, ...codes: readonly string[]): ParagraphNode {
  return paragraph(
    ...words.flatMap((word, i): InlineNode[] => {
      const code = codes[i]
      return [...(word === '' ? [] : [text(word)]), ...(code === undefined ? [] : [figure(code, { unit: true })])]
    }),
  )
}

import { type FieldRule, halfWidth, quoted, right, wrong } from '../rule.ts'

const YES = ['是', '有', 'true', 'yes', 'y', '1', '√', '✓', '✔', '☑']
const NO = ['否', '无', 'false', 'no', 'n', '0', '×', '✗', '✘', '☒']

export const yesNoRule: FieldRule<'yes-no'> = {
  check: (input) =>
    typeof input === 'boolean'
      ? right(input)
      : wrong(
          `${quoted(input)}不是“是”或“否”，请填 true 或 false`,
          `${quoted(input)} is neither yes nor no: give true or false`,
        ),
  read(cell) {
    const word = halfWidth(cell).toLowerCase()
    if (YES.includes(word)) return right(true)
    if (NO.includes(word)) return right(false)
    return wrong(
      `${quoted(cell)}看不出是或否，请填“是”或“否”`,
      `${quoted(cell)} is neither yes nor no: write Yes or No`,
    )
  },
  write: (value, _field, lang) => (lang === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'),
  example: (_field, seed) => seed % 2 === 0,
}

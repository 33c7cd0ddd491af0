/** Rows of a rubric as a teacher writes them, "name points" a line; a line that is none comes back as it is. */
export const rubricOf = (text: string): ({ readonly label: string; readonly max: number } | string)[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, label, max] = /^(.+?)[\s:：]+(\d{1,3})\s*分?$/.exec(line) ?? []
      return label && Number(max) >= 1 && Number(max) <= 100 ? { label, max: Number(max) } : line
    })

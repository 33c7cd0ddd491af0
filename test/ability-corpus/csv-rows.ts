/** Rows of a CSV text by the names of its first line; quotes, commas and line ends inside quotes are understood. */
export function csvRows(text: string): Record<string, string>[] {
  const rows: string[][] = []
  const row: string[] = []
  let cell = ''
  let isQuoted = false
  const body = text.replace(/^\ufeff/, '')
  for (let at = 0; at < body.length; at++) {
    const letter = body[at]!
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (body[at + 1] === '"') cell += body[++at]!
      else isQuoted = false
    } else if (letter === '"') isQuoted = true
    else if (letter === ',' || letter === '\n') {
      row.push(cell.replace(/\r$/, ''))
      cell = ''
      if (letter === '\n') rows.push(row.splice(0))
    } else cell += letter
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  const [names, ...rest] = rows
  return rest.map((cells) => Object.fromEntries(names!.map((name, at) => [name, cells[at] ?? ''])))
}

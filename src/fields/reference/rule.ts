import { type FieldRule, quoted, right, wrong } from '../rule.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-9a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const referenceRule: FieldRule<'reference'> = {
  check(input) {
    const id = typeof input === 'string' ? input.trim().toLowerCase() : ''
    return UUID.test(id)
      ? right(id)
      : wrong(
          `${quoted(input)}不是记录编号，请从列表中选择记录`,
          `${quoted(input)} is not the id of a record: choose the record from the list`,
        )
  },
  /**
   * Not yet an id: a cell names a record by its title or key ("智能制造学院", "T2019001"), and only the importing
   * engine, which sees the records, can replace that text by an id and then `check` it.
   */
  read: (cell) => right(cell.normalize('NFC').trim()),
  write: (value) => value,
  example: (_field, seed) => `00000000-0000-7000-8000-${seed.toString(16).padStart(12, '0').slice(-12)}`,
}

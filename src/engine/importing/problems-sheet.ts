import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { fieldColumn, yesNoIn } from '../exporting/field-column.ts'
import type { SheetColumn, SheetSpec, WriteCell } from '../sheets/sheet-spec.ts'
import { PROBLEM_COLUMN } from './match-headers.ts'
import { planImport } from './plan-import.ts'
import { getImport } from './stored-import.ts'
import { openSheet } from './stored-sheet.ts'

/** The uploaded rows with what is wrong in each, to be corrected and sent again. @throws Refusal 404 */
export async function problemsSheet(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<SheetSpec> {
  const kept = await getImport(tx, actor, id)
  const register = await collegeRegister(engine, tx, kept.register)
  const sheet = await openSheet(engine, tx, kept)
  const plan = await planImport(engine, tx, actor, register, sheet)
  const { lang } = actor
  const columns = sheet.headers.map((header, index): SheetColumn => {
    const name = plan.match.fields[index]
    return { ...(name ? fieldColumn(register, name, lang) : { kind: 'text', width: 18 }), header }
  })
  const texts = plan.rows.map((row) =>
    row.problems
      .map(({ column, message }) =>
        column === null ? message[lang] : `${column}${lang === 'zh' ? '：' : ': '}${message[lang]}`,
      )
      .join('\n'),
  )
  const general = plan.sheetProblems.map((problem) => problem.message[lang]).join('\n')
  return {
    sheetName: register.label[lang],
    columns: [{ header: PROBLEM_COLUMN[lang], kind: 'text', width: 60 }, ...columns],
    yesNo: yesNoIn(lang),
    rows: sheet.rows.map((row, index): WriteCell[] => [
      index === 0 && general ? general : (texts[index] ?? ''),
      ...row.cells,
    ]),
  }
}

import { SheetError } from './sheet-error.ts'

export function tooManyRows(limit: number): SheetError {
  return new SheetError('too-many-rows', {
    zh: `数据超过 ${limit} 行。请拆成几个文件。`,
    en: `There are more than ${limit} rows. Split them over several files.`,
  })
}

export function tooManyCells(limit: number): SheetError {
  return new SheetError('too-many-cells', {
    zh: `数据超过 ${limit} 个单元格。请删去多余的列，或拆成几个文件。`,
    en: `There are more than ${limit} cells. Remove columns that are not needed, or split the file.`,
  })
}

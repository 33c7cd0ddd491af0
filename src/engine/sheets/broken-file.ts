import { SheetError } from './sheet-error.ts'

/** The error for a file whose inside contradicts itself; `where` names the part, for the log. */
export function brokenFile(where: string, cause?: unknown): SheetError {
  return new SheetError(
    'broken-file',
    {
      zh: `文件已损坏或没有传完整（${where}）。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。`,
      en: `The file is damaged or incomplete (${where}). Open it in Excel or WPS, save it again as .xlsx and send that.`,
    },
    cause === undefined ? undefined : { cause },
  )
}

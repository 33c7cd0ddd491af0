import { Refusal } from '../../../engine/refusal.ts'
import { openZip, type Zip } from '../../../engine/sheets/open-zip.ts'

const MOST_UNPACKED = 400 * 1024 * 1024
/** Word and Excel keep encrypted files, and all files before 2007, in this container. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** The parts of a .docx or .xlsx. @throws Refusal when it is locked, old or no such file; SheetError when it is broken or a bomb */
export function openOfficeFile(name: string, bytes: Uint8Array): Zip {
  if (COMPOUND.every((byte, at) => bytes[at] === byte))
    throw new Refusal('invalid', {
      zh: `“${name}”设有打开密码，或是旧格式（.doc、.xls）。请取消密码，另存为 .docx 或 .xlsx 后再试`,
      en: `"${name}" is locked with a password or in an old format: remove the password and save it as .docx or .xlsx`,
    })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new Refusal('invalid', {
      zh: `“${name}”的内容不是 Word 或 Excel 文件，可能没有传完整`,
      en: `"${name}" is no Word or Excel file inside; it may be incomplete`,
    })
  return openZip(bytes, MOST_UNPACKED)
}

/** XML of a part. A document type is refused: no Office program writes one, and entities can be made to grow without end. */
export async function partXml(name: string, zip: Zip, path: string): Promise<string> {
  const xml = await zip.text(path)
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    throw new Refusal('invalid', {
      zh: `“${name}”含有不安全的 XML 声明（${path}），没有读取`,
      en: `"${name}" holds an unsafe XML declaration (${path}) and was not read`,
    })
  return xml
}

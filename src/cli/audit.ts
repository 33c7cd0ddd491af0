import type { Command } from 'commander'
import type { Label, Lang } from '../language/label.ts'
import type { AuditDocument, Finding } from '../modules/audit/index.ts'
import { answer } from './answer.ts'

interface Options {
  against?: string
  lang: Lang
}

interface Audited {
  readonly file: string
  readonly document: AuditDocument
  readonly findings: readonly Finding[]
}

export function register(program: Command): void {
  program
    .command('audit <files...>')
    .description('查找报告中相互矛盾的数字 / find figures of a report that contradict each other')
    .option('--against <file>', '上年报告，用于逐项对照 / the report of the year before, to compare with')
    .option('--lang <lang>', '说明的语言：zh 或 en / language of the messages: zh or en', 'zh')
    .addHelpText(
      'after',
      `
文件：.docx .pdf .xlsx .html .txt .md；也可以给文件夹，其中的报告逐份检查 / files, or a folder: each report in it is audited
退出码：0 没有严重问题；1 有严重问题，或有文件不能读取；2 命令写错 / exit code: 0 nothing serious; 1 serious findings or a file that cannot be read; 2 wrong usage
--json：[{kind, severity, confidence, message, values, places}]；多份文件时每项另有 file / with several files each has its file`,
    )
    .action(async (asked: string[], { against, lang }: Options, command: Command) => {
      const { StartError } = await import('../database/start-error.ts')
      if (lang !== 'zh' && lang !== 'en')
        throw new StartError(
          `没有语言 ${String(lang)}：请用 zh 或 en`,
          `There is no language ${String(lang)}: use zh or en`,
        )
      const files = (await Promise.all(asked.map(reportsOf))).flat()
      const { auditCatalogue, auditFile } = await import('../modules/audit/index.ts')
      const { Refusal } = await import('../engine/refusal.ts')
      const { assembleCatalogue } = await import('../language/catalogue.ts')
      const { declarations } = await import('../../catalogue/index.gen.ts')
      const options = { catalogue: auditCatalogue(assembleCatalogue(declarations)) }
      const before = against === undefined ? {} : { against: await sent(against) }
      const audits: Audited[] = []
      const refused: Label[] = []
      for (const file of files) {
        try {
          const { document, findings } = await auditFile({ file: await sent(file), ...before, options })
          audits.push({ file, document, findings })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          refused.push(error.label)
        }
      }
      const isOne = files.length === 1
      if (audits.length > 0) {
        const data = audits.flatMap(({ file, findings }) =>
          findings.map((f) => ({ ...(isOne ? {} : { file }), ...jsonOf(f, lang) })),
        )
        // The list of findings has no place for them: they go beside it.
        if (command.optsWithGlobals()['json'])
          for (const { document } of audits)
            for (const line of await noticesOf(document, lang)) process.stderr.write(`${line}\n`)
        const texts = await Promise.all(audits.map((audited) => wordsOf(audited, lang, isOne)))
        answer(command, data, texts.join('\n\n'))
      }
      if (audits.some(({ findings }) => findings.some(({ severity }) => severity === 'serious'))) process.exitCode = 1
      // What could be read has been said; what could not is said last, so that it is seen.
      if (refused.length > 0)
        throw new StartError(refused.map(({ zh }) => zh).join('\n'), refused.map(({ en }) => en).join('\n'))
    })
}

/** A file is itself; a folder is the reports in it, by name. @throws StartError when there is none */
async function reportsOf(asked: string): Promise<string[]> {
  const { readdir, stat } = await import('node:fs/promises')
  const path = await import('node:path')
  const { StartError } = await import('../database/start-error.ts')
  const { isReadable } = await import('../modules/audit/index.ts')
  if (asked === '-' || asked === '/dev/stdin')
    throw new StartError(
      '不能从标准输入读取：文件名的结尾说明格式，请给出文件',
      'Standard input cannot be read: the ending of its name tells what a file is, so name one',
    )
  const found = await stat(asked).catch(() => null)
  if (!found) throw new StartError(`没有文件 ${asked}`, `There is no file ${asked}`)
  if (!found.isDirectory()) return [asked]
  const inside = (await readdir(asked)).filter(isReadable).toSorted((a, b) => a.localeCompare(b, 'zh'))
  if (inside.length === 0)
    throw new StartError(`文件夹 ${asked} 中没有可以检查的报告`, `There is no report in the folder ${asked}`)
  return inside.map((name) => path.join(asked, name))
}

/** A file with its bytes. @throws StartError when there is none */
async function sent(file: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { readFile } = await import('node:fs/promises')
  const { StartError } = await import('../database/start-error.ts')
  try {
    return { name: file, bytes: await readFile(file) }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT') throw new StartError(`没有文件 ${file}`, `There is no file ${file}`)
    if (code === 'EISDIR') throw new StartError(`${file} 是文件夹，请给出文件`, `${file} is a folder: name a file`)
    throw error
  }
}

const jsonOf = ({ kind, severity, confidence, message, values, places }: Finding, lang: Lang) => ({
  kind,
  severity,
  confidence: Number(confidence),
  message: message[lang],
  values,
  places,
})

/** Findings for people: one line each, the places below. */
async function wordsOf({ file, document, findings }: Audited, lang: Lang, isOne: boolean): Promise<string> {
  const { placeWords, SEVERITY_WORDS } = await import('../modules/audit/index.ts')
  const title = [...(isOne ? [] : [`== ${file}`]), ...(await noticesOf(document, lang))]
  if (findings.length === 0) return [...title, { zh: '没有发现矛盾', en: 'No contradictions found' }[lang]].join('\n')
  const lines = findings.flatMap(({ severity, message, arithmetic, places, explanations }, at) => [
    `${at + 1}. [${SEVERITY_WORDS[severity][lang]}] ${message[lang]}${arithmetic === undefined ? '' : `  (${arithmetic})`}`,
    ...places.map((place) => `     ${placeWords(place, lang)}: ${place.text}`),
    ...(explanations.length === 0
      ? []
      : [
          `     ${{ zh: '可能的原因', en: 'Perhaps' }[lang]}: ${explanations.map((e) => e[lang]).join(lang === 'zh' ? '；' : '; ')}`,
        ]),
  ])
  return [...title, ...lines].join('\n')
}

/** What of a document was not read: pages that are pictures, hidden parts of a workbook. */
async function noticesOf({ name, unreadable = [], hidden = [] }: AuditDocument, lang: Lang): Promise<string[]> {
  const { hiddenWords } = await import('../modules/audit/index.ts')
  const pages = unreadable.join(lang === 'zh' ? '、' : ', ')
  return [
    ...(unreadable.length > 0
      ? [
          {
            zh: `“${name}”第 ${pages} 页是扫描图像，没有读取`,
            en: `Pages ${pages} of "${name}" are scanned pictures and were not read`,
          }[lang],
        ]
      : []),
    ...(hidden.length > 0
      ? [
          {
            zh: `“${name}”中隐藏的内容没有读取：${hiddenWords(hidden, lang)}`,
            en: `What "${name}" hides was not read: ${hiddenWords(hidden, lang)}`,
          }[lang],
        ]
      : []),
  ]
}

import type { Command } from 'commander'
import type { Lang } from '../language/label.ts'
import type { Finding, Place } from '../modules/audit/index.ts'
import { answer } from './answer.ts'

interface Options {
  against?: string
  lang: Lang
}

export function register(program: Command): void {
  program
    .command('audit <files...>')
    .description('查找报告中相互矛盾的数字 / find figures of a report that contradict each other')
    .option('--against <file>', '上年报告，用于逐项对照 / the report of the year before, to compare with')
    .option('--lang <lang>', '说明的语言：zh 或 en / language of the messages: zh or en', 'zh')
    .addHelpText('after', '\n有严重问题时退出码为 1 / exits with 1 when there are serious findings')
    .action(async (files: string[], { against, lang: asked }: Options, command: Command) => {
      const { StartError } = await import('../database/start-error.ts')
      if (asked !== 'zh' && asked !== 'en')
        throw new StartError(
          `没有语言 ${String(asked)}：请用 zh 或 en`,
          `There is no language ${String(asked)}: use zh or en`,
        )
      const lang: Lang = asked
      const { auditCatalogue, auditFile } = await import('../modules/audit/index.ts')
      const { Refusal } = await import('../engine/refusal.ts')
      const { assembleCatalogue } = await import('../language/catalogue.ts')
      const { declarations } = await import('../../catalogue/index.gen.ts')
      const options = { catalogue: auditCatalogue(assembleCatalogue(declarations)) }
      const before = against === undefined ? {} : { against: await sent(against) }
      const audits: { file: string; findings: readonly Finding[] }[] = []
      for (const file of files) {
        try {
          const { findings } = await auditFile({ file: await sent(file), ...before, options })
          audits.push({ file, findings })
        } catch (error) {
          if (error instanceof Refusal) throw new StartError(error.label.zh, error.label.en, { cause: error })
          throw error
        }
      }
      const several = files.length > 1
      const data = audits.flatMap(({ file, findings }) =>
        findings.map(({ kind, severity, confidence, message, values, places }) => ({
          ...(several ? { file } : {}),
          kind,
          severity,
          confidence: Number(confidence),
          message: message[lang],
          values,
          places,
        })),
      )
      const text = audits.map(({ file, findings }) => wordsOf(several ? `${file}\n` : '', findings, lang)).join('\n')
      answer(command, data, text)
      if (audits.some(({ findings }) => findings.some(({ severity }) => severity === 'serious'))) process.exitCode = 1
    })
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

const SEVERITIES = {
  serious: { zh: '严重', en: 'serious' },
  notable: { zh: '注意', en: 'notable' },
  minor: { zh: '轻微', en: 'minor' },
}

/** Findings for people: one line each, the places below. */
function wordsOf(title: string, findings: readonly Finding[], lang: Lang): string {
  if (findings.length === 0) return title + { zh: '没有发现矛盾', en: 'No contradictions found' }[lang]
  const lines = findings.flatMap(({ severity, message, arithmetic, places, explanations }, at) => [
    `${at + 1}. [${SEVERITIES[severity][lang]}] ${message[lang]}${arithmetic === undefined ? '' : `  (${arithmetic})`}`,
    ...places.map((place) => `     ${whereOf(place, lang)} ${place.text}`),
    ...(explanations.length === 0
      ? []
      : [
          `     ${{ zh: '可能的原因', en: 'Perhaps' }[lang]}: ${explanations.map((e) => e[lang]).join(lang === 'zh' ? '；' : '; ')}`,
        ]),
  ])
  return title + lines.join('\n')
}

function whereOf({ page, paragraph, table, row, column }: Place, lang: Lang): string {
  const parts =
    lang === 'zh'
      ? [
          page && `第 ${page} 页`,
          paragraph && `第 ${paragraph} 段`,
          table && `第 ${table} 个表`,
          row && `${row} 行`,
          column && `${column} 列`,
        ]
      : [
          page && `page ${page}`,
          paragraph && `paragraph ${paragraph}`,
          table && `table ${table}`,
          row && `row ${row}`,
          column && `column ${column}`,
        ]
  return `${parts.filter(Boolean).join(lang === 'zh' ? ' ' : ', ')}:`
}

import type { Command } from 'commander'
import { answer } from './answer.ts'

interface Options {
  scheme: string
  schemeVersion?: string
  values: string
}

export function register(program: Command): void {
  program
    .command('score')
    .description('按评分方案计算得分，逐条说明依据 / score values by a scheme, with the reason for every point')
    .requiredOption('--scheme <name>', '评分方案，例如 double-high / the scheme, such as double-high')
    .option('--scheme-version <n>', '方案版本；默认最新 / its version; the last one when absent')
    .requiredOption('--values <file>', '数值文件（JSON，小数写成文字） / file of values (JSON, decimals as strings)')
    .action(async ({ scheme: name, schemeVersion, values: file }: Options, command: Command) => {
      const { readFile } = await import('node:fs/promises')
      const { StartError } = await import('../database/start-error.ts')
      const { Refusal } = await import('../engine/refusal.ts')
      const { assembleCatalogue } = await import('../language/catalogue.ts')
      const { declarations } = await import('../../catalogue/index.gen.ts')
      const { currentScheme, readValues, scoreInWords } = await import('../modules/scoring/index.ts')
      try {
        const version = schemeVersion === undefined ? undefined : Number(schemeVersion)
        const scheme = currentScheme(assembleCatalogue(declarations), name, version)
        const found = scoreInWords(scheme, readValues(scheme, JSON.parse(await readFile(file, 'utf8'))))
        const lines = [
          `${found.scheme.label.zh}（第 ${found.scheme.version} 版，${found.weighting.label.zh}）`,
          ...found.items.map((item) =>
            [item.level, item.label.zh, `${item.points}/${item.of}`, item.explanation.zh].join('\t'),
          ),
          ...found.levels.map((level) => `${level.label.zh}\t${level.points}\t× ${level.weight} %`),
          ...found.vetoes.filter((veto) => veto.isHit).map((veto) => `一票否决 / veto\t${veto.label.zh}`),
          `总分 / total\t${found.total}${found.grade ? `\t${found.grade.label.zh} / ${found.grade.label.en}` : ''}`,
        ]
        answer(command, found, lines.join('\n'))
      } catch (error) {
        if (error instanceof Refusal) {
          const problems = (error.details.problems ?? []).map((p) => `\n  - ${p.message.zh} / ${p.message.en}`)
          throw new StartError(error.label.zh + problems.join(''), error.label.en, { cause: error })
        }
        if (error instanceof SyntaxError)
          throw new StartError(`${file} 不是 JSON：${error.message}`, `${file} is not JSON: ${error.message}`)
        if ((error as { code?: string }).code === 'ENOENT')
          throw new StartError(`没有文件 ${file}`, `There is no file ${file}`)
        throw error
      }
    })
}

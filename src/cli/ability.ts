import type { Command } from 'commander'

export function register(program: Command): void {
  const ability = program.command('ability').description('职业能力分析 / vocational ability analysis')
  ability
    .command('extract <file>')
    .description(
      '读招聘信息，逐行输出技能、职业和事实 / read advertisements and print skills, occupation and facts, line by line',
    )
    .option(
      '--dictionary <file>',
      '学校自己的词典（页面上“下载本校词典”）/ a college’s own dictionary, as its page exports it',
    )
    .option('--json', '输出 JSON（总是如此）/ answer with JSON (always so)')
    .addHelpText(
      'after',
      `
文件每行一个 JSON：{"id","title","text"}，其他键不看；- 表示标准输入。输出每行一个 JSON：
Each line of the file is JSON: {"id","title","text"}, other keys are ignored; - is standard input. Each line printed:
  {id, skills: [{name, surface, kind, required}],
   occupation: {code, alternatives}, facts: {city, education_min, years_min, years_max, salary_min, salary_max}}
  kind           tool | technique | knowledge | soft | certificate | language
  occupation     职业分类大典 2022 年版代码，如 2-02-10-03；alternatives 为其后两个 / code of the classification of 2022
  city           地级市名，不带“市”，如 深圳；直辖市如 北京 / name of the prefecture-level city without 市
  education_min  小学 初中 高中 中专 大专 本科 硕士 博士 不限
  years_*        年；应届、无需经验为 0 / years; 0 when none is asked
  salary_*       元/月；年薪除以 12，日薪乘 21.75，时薪乘 174 / yuan per month
没有写明的为 null。读不出的行写到标准错误并计数 / What is not said is null. Lines that cannot be read are told and counted on standard error`,
    )
    .action(async (file: string, { dictionary: own }: { dictionary?: string }) => {
      const { extractLines, readDictionary } = await import('../modules/ability/index.ts')
      const { StartError } = await import('../database/start-error.ts')
      const { open } = await import('node:fs/promises')
      const { createInterface } = await import('node:readline')
      const openFile = (path: string) =>
        open(path).catch((error: NodeJS.ErrnoException) => {
          throw error.code === 'ENOENT'
            ? new StartError(`没有文件 ${path}`, `There is no file ${path}`, { cause: error })
            : error
        })
      const dictionary = own === undefined ? undefined : readDictionary(await (await openFile(own)).readFile('utf8'))
      if (dictionary && 'zh' in dictionary)
        throw new StartError(`${own} 读不出：${dictionary.zh}`, `${own} cannot be read: ${dictionary.en}`)
      const input = file === '-' ? process.stdin : (await openFile(file)).createReadStream()
      let written = 0
      let unread = 0
      let batch = ''
      const flush = async (): Promise<void> => {
        if (batch !== '' && !process.stdout.write(batch))
          await new Promise((resume) => process.stdout.once('drain', resume))
        batch = ''
      }
      const lines = createInterface({ input, crlfDelay: Infinity })
      for await (const answer of extractLines(lines, dictionary)) {
        if ('problem' in answer) {
          unread++
          console.error(
            `第 ${answer.line} 行读不出，已跳过：${answer.problem.zh} / Line ${answer.line} skipped: ${answer.problem.en}`,
          )
          continue
        }
        written++
        batch += `${JSON.stringify(answer)}\n`
        if (batch.length > 1 << 16) await flush()
      }
      await flush()
      console.error(`${written} 条已读，${unread} 行读不出 / ${written} read, ${unread} lines could not be read`)
      if (unread > 0 && written === 0) process.exitCode = 1
    })
}

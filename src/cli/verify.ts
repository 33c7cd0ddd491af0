import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import type { Head, SealFault, Verified } from '../engine/history/seal-faults.ts'
import { answer } from './answer.ts'

/** What is printed of a college, and what `--expect` takes back. */
interface CollegeHead {
  readonly college: string
  readonly head: Head | null
}

export function register(program: Command): void {
  program
    .command('verify')
    .description(
      '核验封存的历史、审计与账本：被改动、删除、插入、换位的每一行都会指出 / try the seals of history, audit and ledgers, and say where something was changed',
    )
    .option('--college <code>', '只核验一所学校 / one college only')
    .option('--head', '只显示各校最后的封条，请另行保存 / only show each college’s last seal, to be kept elsewhere')
    .option(
      '--expect <file>',
      '之前用 verify --head --json 保存的文件，链中必须仍有其中的封条 / what verify --head --json gave before: the chain must still contain it',
    )
    .action(async (options: { college?: string; head?: boolean; expect?: string }, command: Command) => {
      const { readSettings } = await import('../server/settings.ts')
      const { openEngine } = await import('../server/open.ts')
      const { listColleges } = await import('../engine/colleges.ts')
      const { lastSeal } = await import('../engine/history/seal.ts')
      const { verifyCollege } = await import('../engine/history/verify.ts')
      const { keptHead, sealKeys } = await import('../server/seal-files.ts')
      const settings = readSettings(process.env)
      const expected = options.expect === undefined ? [] : readHeads(options.expect)
      const { engine, close } = await openEngine(settings, (line) => console.error(line))
      try {
        const colleges = (await listColleges(engine)).filter((c) => (options.college ?? c.code) === c.code)
        if (options.college !== undefined && colleges.length === 0)
          throw new StartError(
            `没有代码为“${options.college}”的学校。`,
            `There is no college "${options.college}": see bin/jiangxin college list.`,
          )
        if (options.head) {
          const heads: CollegeHead[] = []
          for (const { id, code } of colleges) {
            const last = await engine.database.inCollege(id, lastSeal)
            heads.push({ college: code, head: last ? { n: last.n, hash: last.hash.toString('hex') } : null })
          }
          answer(command, heads, heads.map((h) => `${h.college} ${h.head?.n ?? 0} ${h.head?.hash ?? '-'}`).join('\n'))
          return
        }
        const began = performance.now()
        const found: (Verified & { college: string })[] = []
        for (const { id, code } of colleges) {
          const kept = [keptHead(settings.dataDir, id), expected.find((e) => e.college === code)?.head]
          const heads = kept.filter((head) => head !== undefined && head !== null)
          const tell = progress(code)
          found.push({ college: code, ...(await verifyCollege(engine, id, sealKeys(settings), heads, tell)) })
        }
        const seconds = (performance.now() - began) / 1000
        const rows = found.reduce((sum, college) => sum + college.rows, 0)
        const faults = found.reduce((sum, college) => sum + college.faultCount, 0)
        const rowsPerSecond = Math.round(rows / seconds)
        const total = { ok: faults === 0, rows, faults, seconds: Number(seconds.toFixed(1)), rowsPerSecond }
        const { faultKinds } = await import('../engine/history/seal-faults.ts')
        const say = (fault: SealFault) => `${faultKinds[fault.kind].zh} / ${faultKinds[fault.kind].en}${placeOf(fault)}`
        const text = found.map((college) => inWords(college, say)).join('\n')
        answer(
          command,
          { ...total, colleges: found },
          `${text}\n${rows} 行，${total.seconds} 秒，每秒 ${rowsPerSecond} 行 / rows, seconds, rows per second`,
        )
        if (faults > 0) process.exitCode = 1
      } finally {
        await close()
      }
    })
}

function readHeads(file: string): CollegeHead[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CollegeHead[]
  } catch (error) {
    throw new StartError(
      `无法读取 ${file}：它应是 bin/jiangxin verify --head --json 的输出。`,
      `${file} cannot be read: it should hold what bin/jiangxin verify --head --json printed.`,
      { cause: error },
    )
  }
}

/** Says on standard error how far it is, every few seconds. */
function progress(code: string): (rows: number) => void {
  const began = Date.now()
  let told = began
  return (rows) => {
    if (Date.now() - told < 5000) return
    told = Date.now()
    console.error(`${code}: ${rows} (${Math.round((rows * 1000) / (told - began))}/s)`)
  }
}

function placeOf(fault: SealFault): string {
  const parts: [string, string | number | undefined][] = [
    [
      '数据表 table',
      fault.table === 'history' ? fault.subject : fault.table && `${fault.table} ${fault.subject ?? ''}`,
    ],
    ['记录 record', fault.record],
    ['行 row', fault.id],
    ['封条 seal', fault.seal === 0 ? undefined : fault.seal],
    ['位置 position', fault.position],
    ['写入于 written', fault.at],
    ['封存于 sealed', fault.sealedAt],
  ]
  return parts
    .flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`\n      ${name}: ${value}`]))
    .join('')
}

function inWords(college: Verified & { college: string }, say: (fault: SealFault) => string): string {
  const { faults, faultCount, rows, seals, erased, late, waiting, head } = college
  const counts = `${rows} 行 rows，${seals} 条封条 seals，${erased} 行到期清除 erased，${late} 行在时钟拨回时写入 late，${waiting} 行待封存 waiting`
  const last = head ? `最后的封条 head: ${head.n} ${head.hash}` : '尚无封条 no seal yet'
  const list = faults.map((fault) => `    ✗ ${say(fault)}`)
  const more = faultCount > faults.length ? [`    … ${faultCount - faults.length} more`] : []
  const verdict = faultCount === 0 ? '完好 intact' : `发现 ${faultCount} 处问题 faults`
  return [`${college.college}: ${verdict}`, `    ${counts}`, `    ${last}`, ...list, ...more].join('\n')
}

import { sheetChunks } from '../../../../engine/sheets/write-sheet.ts'
import type { PackageFile, PackageReference } from './package-files.ts'

/** What is told of a package on its first page. */
export interface PackageHead {
  readonly plan: string
  readonly college: string
  readonly asOf: string
  readonly madeAt: string
}

/** A file that could not be put in as it was kept. */
export type Faults = ReadonlyMap<string, 'missing' | 'changed'>

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** A path as an address: every part by itself. */
const addressOf = (path: string) => path.split('/').map(encodeURIComponent).join('/')
// A package is one file for whoever reads it: it says everything in both languages.
const SOURCES = {
  'plan-evidence': '佐证材料 / Evidence',
  'plan-results': '建设成果 / Result',
  'task-progress': '进度填报 / Report',
} as const
const FAULTS = {
  missing: '文件库中已没有此文件 / The file is gone',
  changed: '内容与登记的哈希值不符 / Not what its hash says',
} as const
const LEVELS: Readonly<Record<string, string>> = {
  international: '国际级 / International',
  national: '国家级 / National',
  provincial: '省部级 / Provincial',
  municipal: '地市级 / Municipal',
  college: '校级 / College',
}
const levelOf = (level: string | null) => (level === null ? '' : (LEVELS[level] ?? level))

const STYLE = `body{font:15px/1.7 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;max-width:1180px;margin:0 auto;padding:1.5rem;color:#1f2933}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:1.6rem 0 .3rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #cbd2d9;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f0f4f8}td:nth-child(1){min-width:11rem}td:nth-child(2),td:nth-child(3),th{white-space:nowrap}
code{font-size:.75rem;color:#52606d}.bad{color:#b42318;font-weight:600}input{font:inherit;padding:.3rem .5rem;width:min(28rem,100%)}
@media (max-width:640px){td:nth-child(n),th{min-width:0;white-space:normal}}
@media print{input{display:none}}`
const SCRIPT = `const q=document.querySelector('input');q.addEventListener('input',()=>{const w=q.value.trim();
for(const s of document.querySelectorAll('section')){let any=!w||s.dataset.t.includes(w);
for(const r of s.querySelectorAll('tbody tr')){const on=!w||s.dataset.t.includes(w)||r.textContent.includes(w);r.hidden=!on;any=any||on}
s.hidden=!any}})`

/** The first page: opens without a network, looks nothing up, finds by typing. */
export async function* indexPage(
  head: PackageHead,
  files: readonly PackageFile[],
  references: readonly PackageReference[],
  faults: Faults,
): AsyncGenerator<Uint8Array> {
  const tasks = [...Map.groupBy([...files, ...references], ({ task }) => task)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  yield Buffer.from(`<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(head.plan)} 佐证材料 / Evidence</title><style>${STYLE}</style>
<h1>${escaped(head.college)} · ${escaped(head.plan)} · 佐证材料 / Evidence</h1>
<p>统计截至 ${escaped(head.asOf)}，生成于 ${escaped(head.madeAt)}。任务 ${tasks.length} 个，文件 ${files.length} 个，链接、记录和指标 ${references.length} 条${
    faults.size > 0 ? `，<span class="bad">缺失或不符的文件 ${faults.size} 个</span>` : ''
  }。目录另见 index.xlsx；hashes.txt 为各文件的 SHA-256，可用 <code>sha256sum -c hashes.txt</code> 核对。</p>
<p lang="en">Up to ${escaped(head.asOf)}, made at ${escaped(head.madeAt)}: ${tasks.length} tasks, ${files.length} files, ${references.length} links, records and figures${
    faults.size > 0 ? `, <span class="bad">${faults.size} files missing or changed</span>` : ''
  }. The same list is index.xlsx; hashes.txt holds the SHA-256 of each file: <code>sha256sum -c hashes.txt</code> checks them.</p>
<p><label>查找任务、材料或文件 / Find a task, material or file <input type="search"></label></p>`)
  for (const [task, all] of tasks) {
    const { taskName, unit } = all[0]!
    let html = `<section data-t="${escaped(`${task} ${taskName}`)}"><h2>${escaped(task)} ${escaped(taskName)}</h2><p>${escaped(unit)}</p>
<table><thead><tr><th>材料 / Material</th><th>来源 / Source</th><th>级别 / Level</th><th>文件或地址 / File or address</th></tr></thead><tbody>`
    for (const one of all)
      html +=
        'path' in one
          ? `<tr><td>${escaped(one.what)}</td><td>${SOURCES[one.source]}</td><td>${escaped(levelOf(one.level))}</td><td>${fileCell(one, faults)}</td></tr>`
          : `<tr><td>${escaped(one.what)}</td><td>${REFERENCES[one.kind]}</td><td></td><td>${addressCell(one)}</td></tr>`
    yield Buffer.from(`${html}</tbody></table></section>\n`)
  }
  yield Buffer.from(`<script>${SCRIPT}</script></html>\n`)
}

const REFERENCES = { link: '链接 / Link', record: '业务记录 / Record', indicator: '指标值 / Figure' } as const

const fileCell = (file: PackageFile, faults: Faults) => {
  const name = escaped(file.path.split('/').at(-1)!)
  const fault = faults.get(file.path)
  const shown = fault === 'missing' ? name : `<a href="${addressOf(file.path)}">${name}</a>`
  return `${shown}${fault ? ` <span class="bad">${FAULTS[fault]}</span>` : ''}<br><code>${file.sha256}</code>`
}
/** Only what is an address on the web is one here; others lead into the platform, which is not in the package. */
const addressCell = ({ kind, address }: PackageReference) =>
  kind === 'link' && /^https?:\/\//.test(address)
    ? `<a href="${escaped(address)}" rel="noreferrer">${escaped(address)}</a>`
    : escaped(address)

/** The same as a workbook. */
export const indexSheet = (
  files: readonly PackageFile[],
  references: readonly PackageReference[],
  faults: Faults,
): AsyncGenerator<Uint8Array> =>
  sheetChunks({
    sheetName: '佐证目录',
    freezeHeader: true,
    columns: [
      { header: '任务编号 / Task', kind: 'text', width: 18 },
      { header: '任务名称 / Name', kind: 'text', width: 32 },
      { header: '责任单位 / Unit', kind: 'text', width: 20 },
      { header: '材料 / Material', kind: 'text', width: 40 },
      { header: '来源 / Source', kind: 'text', width: 20 },
      { header: '级别 / Level', kind: 'text', width: 18 },
      { header: '文件或地址 / File or address', kind: 'text', width: 60 },
      { header: '字节 / Bytes', kind: 'integer', width: 14 },
      { header: 'SHA-256', kind: 'text', width: 66 },
      { header: '问题 / Problem', kind: 'text', width: 40 },
    ],
    rows: (function* () {
      for (const file of files) {
        const { task, taskName, unit, what, source, level, path, size, sha256 } = file
        const fault = faults.get(path)
        yield [
          task,
          taskName,
          unit,
          what,
          SOURCES[source],
          levelOf(level),
          path,
          size,
          sha256,
          fault ? FAULTS[fault] : '',
        ]
      }
      for (const { task, taskName, unit, what, kind, address } of references)
        yield [task, taskName, unit, what, REFERENCES[kind], '', address]
    })(),
  })

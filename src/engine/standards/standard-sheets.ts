import type { Tx } from '../../database/connection.ts'
import type { Lang } from '../../language/label.ts'
import type { WireFault, WireStandardTable } from '../../language/wire-standards.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import type { SheetColumn, SheetSpec, WriteCell } from '../sheets/sheet-spec.ts'
import { type FaultsRequest, listFaults } from './faults.ts'

/** A column of a sheet: its head in both languages, and what it says of a row. */
type Said<R> = readonly [zh: string, en: string, kind: SheetColumn['kind'], width: number, of: (row: R) => WriteCell]

const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const

const sheet = <R>(lang: Lang, name: string, said: readonly Said<R>[], rows: SheetSpec['rows']): SheetSpec => ({
  sheetName: name,
  columns: said.map(([zh, en, kind, width]) => ({
    header: lang === 'zh' ? zh : en,
    kind,
    width,
    ...(kind === 'decimal' ? { decimals: 2 } : {}),
  })),
  rows,
  freezeHeader: true,
  yesNo: YES_NO[lang],
})

/** How far the college is with each table of a standard, as a sheet. */
export function coverageSheet(engine: Engine, tables: readonly WireStandardTable[], lang: Lang): SheetSpec {
  const { areas, offices, registers } = engine.catalogue
  const every = {
    day: { zh: '每日', en: 'daily' },
    week: { zh: '每周', en: 'weekly' },
    month: { zh: '每月', en: 'monthly' },
    term: { zh: '每学期', en: 'each term' },
    year: { zh: '每学年', en: 'each school year' },
  } as const
  const said: readonly Said<WireStandardTable>[] = [
    ['序号', 'No.', 'integer', 6, (t) => t.number],
    ['表名', 'Table', 'text', 30, (t) => t.label[lang]],
    ['标准表名', 'Official name', 'text', 18, (t) => t.name],
    ['数据表', 'Register', 'text', 24, (t) => registers.get(t.register)?.label[lang]],
    ['领域', 'Area', 'text', 14, (t) => areas[t.area]?.[lang]],
    ['负责职能', 'Duty', 'text', 14, (t) => (t.owner ? offices.values[t.owner]?.[lang] : null)],
    ['字段', 'Fields', 'integer', 8, (t) => t.fields],
    ['已对应字段', 'Fields mapped', 'integer', 12, (t) => t.mapped],
    ['必填字段', 'Mandatory', 'integer', 10, (t) => t.mandatory],
    ['已对应必填字段', 'Mandatory mapped', 'integer', 16, (t) => t.mandatoryMapped],
    ['行数', 'Rows', 'integer', 10, (t) => t.check?.rows],
    ['合格行数', 'Valid rows', 'integer', 10, (t) => t.check?.valid],
    ['质量分', 'Score', 'decimal', 8, (t) => t.check?.score],
    ['待改问题', 'Open faults', 'integer', 10, (t) => t.open],
    ['频率', 'Every', 'text', 10, (t) => every[t.every][lang]],
    ['上次检查', 'Checked on', 'date', 12, (t) => t.check?.at.slice(0, 10)],
    ['上次上报', 'Reported on', 'date', 12, (t) => t.lastReported?.slice(0, 10)],
    ['逾期', 'Overdue', 'yes-no', 8, (t) => t.overdue],
  ]
  return sheet(
    lang,
    lang === 'zh' ? '覆盖情况' : 'Coverage',
    said,
    tables.map((table) => said.map(([, , , , of]) => of(table))),
  )
}

/** Faults of a standard that the actor may see, all pages of them, as a sheet. */
export function faultsSheet(engine: Engine, tx: Tx, actor: Actor, request: FaultsRequest): SheetSpec {
  const { lang } = actor
  const { standardTables } = engine.catalogue
  const said: readonly Said<WireFault>[] = [
    ['表名', 'Table', 'text', 24, (f) => standardTables.get(f.table)?.label[lang]],
    ['标准表名', 'Official name', 'text', 18, (f) => f.table],
    ['记录', 'Record', 'text', 24, (f) => f.title],
    ['列', 'Column', 'text', 18, (f) => f.columnLabel],
    ['列名', 'Column name', 'text', 12, (f) => f.column],
    ['问题', 'Fault', 'text', 48, (f) => f.message[lang]],
    ['发现日期', 'Since', 'date', 12, (f) => f.firstSeen.slice(0, 10)],
    ['负责人', 'Assigned to', 'text', 12, (f) => f.assignee?.name],
    ['截止日期', 'Due', 'date', 12, (f) => f.dueOn],
    ['说明', 'Note', 'text', 24, (f) => f.waived ?? f.note],
    ['记录编号', 'Record id', 'text', 38, (f) => f.recordId],
  ]
  async function* rows() {
    for (let after: string | null | undefined = undefined; after !== null;) {
      const page: { rows: WireFault[]; next: string | null } = await listFaults(engine, tx, actor, {
        ...request,
        limit: 200,
        ...(after ? { after } : {}),
      })
      for (const fault of page.rows) yield said.map(([, , , , of]) => of(fault))
      after = page.next
    }
  }
  return sheet(lang, lang === 'zh' ? '问题' : 'Faults', said, rows())
}

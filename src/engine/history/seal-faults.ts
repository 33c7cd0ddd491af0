import type { Label } from '../../language/label.ts'

/** The last seal of a chain, as it is kept outside the database. */
export interface Head {
  readonly n: number
  /** Hexadecimal. */
  readonly hash: string
}

/** What can be wrong, and how it is said. */
export const faultKinds = {
  changed: { zh: '已封存的内容被改动', en: 'a sealed row was changed' },
  deleted: { zh: '已封存的一行被删除', en: 'a sealed row was deleted' },
  inserted: { zh: '封存之后插入的一行', en: 'a row was inserted after its time was sealed' },
  moved: { zh: '已封存的一行换了位置', en: 'a sealed row was moved to another place' },
  backdated: { zh: '所称时间早于写入时间', en: 'a row says that it happened well before it was written' },
  'erased-early': {
    zh: '内容已清空，但没有到期清除的记录',
    en: 'values were erased, though no retention had run out',
  },
  truncated: { zh: '链尾被截去：缺少在库外留存的封条', en: 'the end of the chain is missing: a head that was kept' },
  'head-differs': { zh: '封条与库外留存的不同', en: 'a seal is not the one whose head was kept' },
  'seal-missing': { zh: '缺少封条', en: 'seals are missing' },
  'seal-changed': { zh: '封条被改动', en: 'a seal was changed' },
  'chain-broken': { zh: '封条与前一封条不相接', en: 'a seal does not follow the one before it' },
  'mark-wrong': { zh: '封条没有本服务器密钥的印记', en: 'a seal lacks the mark of the server’s key' },
} as const satisfies Record<string, Label>

export type FaultKind = keyof typeof faultKinds

/** One thing that is wrong, and where. */
export interface SealFault {
  readonly kind: FaultKind
  /** The table, and there the row. */
  readonly table?: string
  readonly id?: string
  /** The register, or the kind of act; and the record. */
  readonly subject?: string
  readonly record?: string
  /** When the row was written (from its id), or the seal made: ISO 8601. */
  readonly at?: string
  /** The number of the seal, and the place in it, both from 1. */
  readonly seal: number
  readonly position?: number
  readonly sealedAt?: string
}

/** What a college's chain was found to be. */
export interface Verified {
  readonly seals: number
  /** Rows that were tried, and of them those whose values are erased. */
  readonly rows: number
  readonly erased: number
  /** Rows that no seal covers yet. */
  readonly waiting: number
  /** Rows that were sealed one by one, while a clock was set back. */
  readonly late: number
  readonly head: Head | null
  readonly faultCount: number
  /** The first of them. */
  readonly faults: readonly SealFault[]
}

/** Lists no more than this: whoever changed everything is told of by the number. */
const MOST = 1000

type Found = SealFault & { readonly hash?: Buffer; readonly found?: Buffer }

/** Collects what is wrong. What is missing in one place and too much in another was moved. */
export function faultList() {
  const list: Found[] = []
  let count = 0
  return {
    add(fault: Found): void {
      count++
      if (list.length < MOST) list.push(fault)
    },
    done(): Pick<Verified, 'faultCount' | 'faults'> {
      const missed = new Set(list.flatMap((fault) => fault.hash?.toString('hex') ?? []))
      const faults = list.map(({ hash: _hash, found, ...fault }) => {
        const isMoved = found !== undefined && missed.has(found.toString('hex'))
        const at = fault.at ?? (fault.id === undefined ? undefined : writtenAt(fault.id))
        return { ...fault, ...(isMoved ? { kind: 'moved' as const } : {}), ...(at === undefined ? {} : { at }) }
      })
      return { faultCount: count, faults }
    },
  }
}

const writtenAt = (id: string): string => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString()

import { createHash } from 'node:crypto'

/** Rows of one register, ready to be loaded. References are ids made by `demo.id`. */
export interface DemoRows {
  readonly register: string
  readonly rows: readonly DemoRow[]
}
/** A record's values; `$key` names it within its register, `$state` its state when not the counted one. */
export interface DemoRow {
  readonly $key: string
  readonly $state?: string
  readonly [field: string]: unknown
}

/** One generator per area: pure, deterministic, knows the published facts. */
export type DemoPart = (demo: DemoContext) => readonly DemoRows[]

export interface DemoContext {
  /** The id of a demo record: the same key gives the same id on every machine. */
  id(register: string, key: string): string
  /** A random stream of its own for each name, so that one generator does not disturb another. */
  random(name: string): Random
  /** An invented person's name. The second character 示 marks every one as made up. */
  personName(random: Random): string
}

export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
}

const SURNAMES = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏窦章云苏潘葛范彭鲁韦马苗方俞任袁柳',
]
const GIVEN = [...'安宁远达明哲文武思齐嘉和静雅欣悦子涵宇轩若琳依诺博睿浩然晨曦佳怡志强海波春华秋实敏捷勤学笃行']

function stream(seed: string): Random {
  // xorshift32 seeded by a hash: enough for made-up data, and equal on every machine.
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0) || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  const between = (low: number, high: number) => low + (next() % (high - low + 1))
  return {
    between,
    pick: (items) => items[between(0, items.length - 1)]!,
    shuffle(items) {
      const copy = [...items]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = between(0, i)
        ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
      }
      return copy
    },
  }
}

export function createDemoContext(): DemoContext {
  return {
    id(register, key) {
      const hex = createHash('sha256').update(`${register}/${key}`).digest('hex')
      // UUIDv7 form with a fixed moment (2023-09-01), so that demo rows sort before later ones.
      return `018a4d1f-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
    },
    random: stream,
    personName: (random) => `${random.pick(SURNAMES)}示${random.pick(GIVEN)}`,
  }
}

/** Splits `total` into `parts` whole numbers that differ by at most one. */
export function spread(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, i) => Math.floor(total / parts) + (i < total % parts ? 1 : 0))
}

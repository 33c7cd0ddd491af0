import { randomBytes } from 'node:crypto'
import { today } from '../../../../engine/access/today.ts'

/** No letters or digits that look alike: numbers are read out and copied from paper. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** 50 bits: among a million numbers of one day, two are alike once in two thousand days. */
const LENGTH = 10

/** A number that nobody has yet: "XL-20260102-7KQ2M9XZ4H". */
export const newNumber = (prefix: string): string =>
  `${prefix}-${today().replaceAll('-', '')}-${[...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('')}`

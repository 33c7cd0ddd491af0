import dayjs from 'dayjs'
import type { WireFault } from '../../../language/index.ts'

/** The day by which a fault was to be mended is over, and nobody has. */
export const isLate = (
  { dueOn, mendedAt, waived }: Pick<WireFault, 'dueOn' | 'mendedAt' | 'waived'>,
  today: string = dayjs().format('YYYY-MM-DD'),
): boolean => dueOn !== null && mendedAt === null && waived === null && dueOn < today

import { z } from 'zod'
import { ITEM_KINDS } from './item/item.ts'
import { DIFFICULTIES } from './wire.ts'

const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional()

/** What a list of items, and what goes out of the bank, may be narrowed to. */
export const filters = z.object({
  course: z.uuid(),
  kind: z.enum(ITEM_KINDS).optional(),
  point: z.uuid().optional(),
  difficulty: z.enum(DIFFICULTIES).optional(),
  search: z.string().max(200).optional(),
  mine: flag,
  retired: flag,
  sort: z.enum(['changed', 'stem', 'gained', 'answers']).optional(),
})

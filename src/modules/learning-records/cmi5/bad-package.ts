import type { Label } from '../../../language/label.ts'
import { Refusal } from '../../../engine/refusal.ts'

/** A package of courseware cannot be taken: what is wrong in it, where. */
export const badPackage = (what: Label): Refusal =>
  new Refusal('invalid', {
    zh: `课件包不符合 cmi5：${what.zh}`,
    en: `The package does not follow cmi5: ${what.en}`,
  })

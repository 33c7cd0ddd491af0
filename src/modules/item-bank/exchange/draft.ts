import type { Label } from '../../../language/label.ts'
import type { Item, ItemKind } from '../item/item.ts'
import type { Difficulty } from '../wire.ts'

/** An item as it goes out of the bank. */
export interface OutItem {
  readonly id: string
  readonly item: Item
  readonly difficulty: Difficulty
  /** Codes of knowledge points. */
  readonly points: readonly string[]
}

/** An item as it was read from a file, or what kept it from being read. */
export interface ReadItem {
  /** The row of a sheet, or the file in a package. */
  readonly where: string
  readonly kind: ItemKind | null
  /** What can be shown of it, also when it was not understood. */
  readonly stem: string
  readonly item: Item | null
  readonly difficulty: Difficulty
  readonly points: readonly string[]
  /** Why it cannot be taken; or, beside an item, what was read other than it stands. */
  readonly problems: readonly Label[]
}

/** What a file says that cannot be brought into the bank. */
export class UnreadableItem extends Error {
  readonly label: Label
  constructor(label: Label) {
    super(label.en)
    this.label = label
  }
}

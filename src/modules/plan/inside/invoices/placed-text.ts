/** A piece of text on a page. `x` grows to the right, `y` downwards; units are those of the page. */
export interface PlacedText {
  readonly page: number
  readonly x: number
  readonly y: number
  /** From its left to its right edge. */
  readonly width: number
  readonly height: number
  readonly text: string
}

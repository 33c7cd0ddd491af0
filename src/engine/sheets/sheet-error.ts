export type SheetErrorCode =
  | 'empty-file'
  | 'empty-sheet'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-cells'
  | 'zip-bomb'
  | 'encrypted'
  | 'old-xls'
  | 'web-page'
  | 'not-a-sheet'
  | 'broken-file'
  | 'unknown-encoding'
  | 'no-such-sheet'
  | 'no-such-header-row'
  | 'text-too-long'

export interface SheetErrorText {
  zh: string
  en: string
}

/** Why a sheet could not be read or written, in words for the person who sent it: what is wrong and what to do. */
export class SheetError extends Error {
  readonly code: SheetErrorCode
  readonly text: SheetErrorText

  constructor(code: SheetErrorCode, text: SheetErrorText, options?: ErrorOptions) {
    super(text.en, options)
    this.name = 'SheetError'
    this.code = code
    this.text = text
  }
}

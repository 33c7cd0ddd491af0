/** Which plan a question is about: one of the registers, or a file that was sent. */
export interface AskedPlan {
  readonly code?: string
  readonly major?: string
  readonly programme?: string
  readonly file?: { readonly sha256: string; readonly fileName: string }
}

/** A report that cannot be printed: the message says where in the report, what is wrong and what to do. */
export class ReportError extends Error {
  override readonly name = 'ReportError'
}

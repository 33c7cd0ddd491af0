/**
 * Why the program cannot start, for the person who started it: what is wrong, where, and what to do.
 * The message carries both languages; commands print it without a stack.
 */
export class StartError extends Error {
  override name = 'StartError'

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options)
  }
}

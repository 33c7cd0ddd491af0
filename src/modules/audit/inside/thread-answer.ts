import type { Label } from '../../../language/label.ts'
import { Refusal, type RefusalCode } from '../../../engine/refusal.ts'

/** What a thread answers: its work, or why the file is refused, or what broke. Errors do not cross between threads as such. */
export type ThreadAnswer<Answer> =
  | Answer
  | { readonly refused: RefusalCode; readonly label: Label }
  | { readonly problem: string }

/** Does a thread's work and puts what it throws into words. */
export async function threadAnswer<Answer>(work: () => Promise<Answer>): Promise<ThreadAnswer<Answer>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, label: error.label }
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

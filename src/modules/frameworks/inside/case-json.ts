/** What stands in braces, whatever its members. */
export type Members = Readonly<Record<string, unknown>>

const exactly = JSON as unknown as { rawJSON(text: string): object; isRawJSON(value: unknown): boolean }

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !exactly.isRawJSON(value)

/**
 * Reads JSON so that it can be written again without loss: numbers that JavaScript would round or spell otherwise
 * (12345678901234567890, 1.0) are kept as they were written.
 * @throws SyntaxError when the text is not JSON
 */
export function readExactly(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && context?.source !== undefined && String(value) !== context.source
      ? exactly.rawJSON(context.source)
      : value,
  )
}

/** Is it a number that was kept as written? It stringifies as one, and is none. */
export const isKeptNumber = (value: unknown): boolean => exactly.isRawJSON(value)

/** A colleague named in a text being written. */
export interface Mentioned {
  readonly id: string
  readonly name: string
}

/** What a comment is made of. */
export interface Part {
  readonly text: string
  readonly isMention: boolean
}

/** "@张三 请看" → "@[id] 请看": who is told is kept by id, so that a later change of name does no harm. */
export function writeMentions(text: string, mentioned: readonly Mentioned[]): string {
  // Longer names first: 张三丰 must not become the mention of 张三 followed by 丰.
  return [...mentioned]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce((sum, { id, name }) => sum.replaceAll(`@${name}`, `@[${id}]`), text)
}

/** Splits a comment at its mentions; `nameOf` says who is behind an id. */
export function readMentions(text: string, nameOf: (id: string) => string | undefined): readonly Part[] {
  return text
    .split(/(@\[[^\]]+\])/)
    .filter((part) => part !== '')
    .map((part) => {
      const id = /^@\[([^\]]+)\]$/.exec(part)?.[1]
      return id === undefined ? { text: part, isMention: false } : { text: `@${nameOf(id) ?? '…'}`, isMention: true }
    })
}

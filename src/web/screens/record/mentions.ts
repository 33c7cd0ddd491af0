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

/** "@张三 请看" → "@[id]{张三} 请看": the id says who is told, the name is what is read. */
export function writeMentions(text: string, mentioned: readonly Mentioned[]): string {
  // Longer names first: 张三丰 must not become the mention of 张三 followed by 丰.
  const byLength = [...mentioned].sort((a, b) => b.name.length - a.name.length)
  return byLength.reduce((sum, { id, name }) => sum.replaceAll(`@${name}`, `@[${id}]{${name}}`), text)
}

/** Splits a comment at its mentions. */
export function readMentions(text: string): readonly Part[] {
  return text
    .split(/(@\[[^\]]+\](?:\{[^}]*\})?)/)
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^@\[[^\]]+\](?:\{([^}]*)\})?$/.exec(part)
      return found ? { text: `@${found[1] ?? '…'}`, isMention: true } : { text: part, isMention: false }
    })
}

/** A record that is to be made. */
export interface NewRecord {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Items so that each comes after the one it stands below: a record may only refer to one before it. */
export function parentsFirst(records: readonly NewRecord[]): NewRecord[] {
  const below = new Map<unknown, NewRecord[]>()
  for (const record of records) {
    const known = below.get(record.values['parent'])
    if (known) known.push(record)
    else below.set(record.values['parent'], [record])
  }
  const sorted: NewRecord[] = [...(below.get(null) ?? [])]
  for (let i = 0; i < sorted.length; i++) sorted.push(...(below.get(sorted[i]!.id) ?? []))
  return sorted
}

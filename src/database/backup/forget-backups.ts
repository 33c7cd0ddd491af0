import { type Entry, readLogSteps, readSnapshots } from './snapshot.ts'
import { openVault } from './vault.ts'

const DAY_MS = 86_400_000

/**
 * Removes backups that are older than some days, and all that only they needed. The newest one always stays.
 * @returns how many backups and pieces went
 */
export async function forgetBackups(
  folder: string,
  passphrase: string,
  days: number,
  now = Date.now(),
): Promise<{ snapshots: number; pieces: number }> {
  const vault = await openVault(folder, passphrase, 'existing')
  const all = await readSnapshots(vault)
  const oldest = new Date(now - days * DAY_MS).toISOString()
  const gone = all.filter((snapshot) => snapshot.takenAt < oldest && snapshot !== all.at(-1))
  if (gone.length === 0) return { snapshots: 0, pieces: 0 }
  const kept = all.filter((snapshot) => !gone.includes(snapshot))
  for (const { takenAt } of gone) await vault.removeDocument(`snapshots/${takenAt.replaceAll(':', '')}`)
  const pieces = new Set<string>()
  const count = (entries: readonly Entry[]) => {
    for (const entry of entries) for (const piece of entry.pieces) pieces.add(piece)
  }
  for (const chain of new Set(all.flatMap((snapshot) => snapshot.database?.chain ?? []))) {
    const using = kept.filter((snapshot) => snapshot.database?.chain === chain)
    const [first] = using
    if (!first?.database) {
      await vault.removeDocument(`log/${chain}`)
      await vault.removeDocument(`steps/${chain}`)
      continue
    }
    const { firstSegment } = first.database
    for (const segment of vault.listDocuments(`log/${chain}`))
      if (segment < firstSegment) await vault.removeDocument(`log/${chain}/${segment}`)
    for (const step of await readLogSteps(vault, chain))
      if (step.until < first.takenAt) await vault.removeDocument(`steps/${chain}/${step.until.replaceAll(':', '')}`)
      else count(step.files)
  }
  for (const { database, others, files } of kept)
    for (const part of [database?.entries ?? [], others, files]) count(part)
  return { snapshots: gone.length, pieces: await vault.keepOnly(pieces) }
}

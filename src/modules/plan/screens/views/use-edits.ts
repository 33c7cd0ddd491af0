import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WireRecord } from '../../../../language/wire.ts'
import { ApiError, api } from '../../../../web/kit/api.ts'
import { recordsKey } from './use-task-records.ts'
import type { Wishes } from './wishes.ts'

/** A value of a record, as it was and as somebody made it. */
interface Edit {
  readonly id: string
  readonly field: string
  readonly before: unknown
  readonly beforeTitle: string | undefined
}

/** Somebody else changed the record meanwhile. */
export interface Conflict {
  readonly record: WireRecord
  readonly field: string
  readonly mine: unknown
  readonly who: string | undefined
}

export interface Edits {
  readonly status: 'idle' | 'saving' | 'saved'
  readonly canUndo: boolean
  readonly conflict: Conflict | undefined
  /** Writes a value, or adds it to the wishes. @throws what the server refuses, but for a conflict, which is kept */
  readonly change: (record: WireRecord, field: string, value: unknown, title?: string) => Promise<void>
  readonly settle: (keepMine: boolean) => Promise<void>
  /** Takes the last change back. @returns the name of its field; null when there is none */
  readonly undo: () => Promise<string | null>
}

const REGISTER = 'plan-tasks'

/** What a person changes in the table of a plan's tasks: saved at once in a draft, gathered as wishes in a plan in force. */
export function useEdits(plan: string, records: ReadonlyMap<string, WireRecord>, wishes: Wishes | null): Edits {
  const client = useQueryClient()
  const [done, setDone] = useState<readonly Edit[]>([])
  const [status, setStatus] = useState<Edits['status']>('idle')
  const [conflict, setConflict] = useState<Conflict>()
  const key = recordsKey(REGISTER, 'plan', plan)
  const take = (record: WireRecord) =>
    client.setQueryData<WireRecord[]>(key, (old) => old?.map((one) => (one.id === record.id ? record : one)))

  async function write(record: WireRecord, field: string, value: unknown, title?: string) {
    if (wishes) {
      wishes.put({
        register: REGISTER,
        action: 'update',
        record: record.id,
        name: String(record.values['name'] ?? ''),
        values: { [field]: value },
        was: { [field]: record.values[field] ?? null },
        titles: title === undefined ? {} : { [field]: title },
        wasTitles: record.titles,
      })
      return
    }
    setStatus('saving')
    try {
      const path = `/registers/${REGISTER}/${record.id}`
      take(await api.patch<WireRecord>(path, { values: { [field]: value }, version: record.version }))
      setStatus('saved')
    } catch (error) {
      setStatus('idle')
      throw error
    }
  }

  async function change(record: WireRecord, field: string, value: unknown, title?: string) {
    const wished = wishes?.wishes.find((wish) => wish.record === record.id)
    const before = wished && field in wished.values ? wished.values[field] : (record.values[field] ?? null)
    const beforeTitle = wished?.titles[field] ?? record.titles[field]
    try {
      await write(record, field, value, title)
      setDone((old) => [...old, { id: record.id, field, before, beforeTitle }])
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409) throw error
      const now = await api.get<WireRecord>(`/registers/${REGISTER}/${record.id}`)
      take(now)
      setConflict({ record: now, field, mine: value, who: error.changes?.[0]?.actorName })
    }
  }

  return {
    status,
    canUndo: done.length > 0,
    conflict,
    change,
    async settle(keepMine) {
      setConflict(undefined)
      if (conflict && keepMine) await change(conflict.record, conflict.field, conflict.mine)
    },
    async undo() {
      const last = done.at(-1)
      const record = last && records.get(last.id)
      if (!last || !record) return null
      await write(record, last.field, last.before, last.beforeTitle)
      setDone((old) => old.slice(0, -1))
      return last.field
    },
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { Label } from '../../../language/index.ts'
import type { WireCodes, WireCodeValue } from '../../../language/wire-codes.ts'
import { api } from '../../kit/api.ts'
import { useCodeTexts } from './use-code-texts.ts'

export interface CodeChange {
  readonly label?: Label
  readonly official?: string | null
  readonly from?: string | null
  readonly retiredFrom?: string | null
}

export interface NewCode {
  readonly value: string
  readonly label: Label
  readonly official: string | null
  readonly from: string | null
}

/** Changes a list and shows what became of it, here and in every form. */
export function useChangeCodes(list: string) {
  const client = useQueryClient()
  const t = useCodeTexts()
  const { message } = App.useApp()
  const at = ({ value }: { readonly value: string }) => `/codes/${list}/values/${encodeURIComponent(value)}`
  async function reread() {
    await client.invalidateQueries({ queryKey: ['codes'] })
  }
  async function settled(answer: Promise<WireCodes>) {
    client.setQueryData(['codes', 'list', list], await answer)
    void message.success(t('do.done'))
    await reread()
  }
  return {
    add: (code: NewCode, reason: string) => settled(api.post<WireCodes>(`/codes/${list}/values`, { ...code, reason })),
    change: (value: WireCodeValue, to: CodeChange, reason: string) =>
      settled(api.patch<WireCodes>(at(value), { ...to, version: value.version, reason })),
    undo: (value: WireCodeValue, reason: string) =>
      settled(api.post<WireCodes>(`${at(value)}/undo`, { version: value.version, reason })),
    reread,
  }
}

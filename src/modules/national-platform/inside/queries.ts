import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { WireStandardTable } from '../../../language/wire-standards.ts'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { type Connection, STANDARD } from './wire-platform.ts'

/** Where the module's routes are. */
export const PATH = '/national-platform'

/** The connection; null before somebody enters one. */
export function useConnection() {
  return useQuery({
    queryKey: ['national-platform', 'connection'],
    queryFn: ({ signal }) => api.get<Connection | null>(`${PATH}/connection`, signal),
  })
}

/** The tables of the standard, with what was last reported of each. */
export function useStandardTables() {
  return useQuery({
    queryKey: ['standards', STANDARD, 'tables'],
    queryFn: ({ signal }) => api.get<readonly WireStandardTable[]>(`/standards/${STANDARD}/tables`, signal),
  })
}

/** Asks for something, says that it was done or why not, and shows what came of it. */
export function useDoing(): (path: string, body: object, done: string) => Promise<void> {
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  return async (path, body, done) => {
    try {
      await api.post(`${PATH}${path}`, body)
      void message.success(done)
    } catch (error) {
      void message.error(errorText(error))
    }
    await client.invalidateQueries({ queryKey: ['national-platform'] })
    await client.invalidateQueries({ queryKey: ['standards', STANDARD, 'tables'] })
  }
}

import { App as AntApp } from 'antd'
import { useMemo } from 'react'
import { ApiError, api } from '../../../web/kit/api.ts'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { SignInState } from '../wire.ts'

/** What a teacher does to a lesson; what is refused is said, and what comes of it arrives over the line. */
export function useSteps(session: string, onChange: () => void) {
  const { lang } = useLang()
  const { message } = AntApp.useApp()
  return useMemo(() => {
    const path = `/classroom/sessions/${session}`
    const attempt = async (work: Promise<unknown>): Promise<boolean> => {
      try {
        await work
        onChange()
        return true
      } catch (error) {
        void message.error(error instanceof ApiError ? error.label[lang] : String(error))
        return false
      }
    }
    return {
      close: () => attempt(api.post(`${path}/close`)),
      stage: (stage: string) => attempt(api.put(`${path}/stage`, { stage })),
      make: (activity: object, open: boolean) => attempt(api.post(`${path}/activities`, { activity, open })),
      step: (activity: string, step: 'open' | 'close' | 'show') =>
        attempt(api.post(`${path}/activities/${activity}/${step}`)),
      remove: (activity: string) => attempt(api.delete(`${path}/activities/${activity}`)),
      board: (activity: string, change: object) => attempt(api.patch(`${path}/activities/${activity}`, change)),
      pick: (activity: string | null, student: string | null) =>
        attempt(api.post(`${path}/pick`, { activity, student })),
      signIn: (student: string, state: SignInState, reason: string | null) =>
        attempt(api.put(`${path}/sign-ins/${student}`, { state, reason })),
    }
  }, [lang, message, onChange, session])
}

export type Steps = ReturnType<typeof useSteps>

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import type { CollegeCode } from '../../language/college-codes.ts'
import type { WireAccount } from '../../language/index.ts'
import { ApiError, api, onSignedOut, setCsrf } from '../kit/api.ts'
import { ErrorState } from '../kit/error-state.tsx'
import { Loading } from '../kit/loading.tsx'
import { keepFor } from '../kit/own-storage.ts'
import { useLang } from '../kit/use-lang.tsx'
import { keepOwnCodes } from './own-codes.ts'

const SessionContext = createContext<WireAccount | undefined>(undefined)

/** The account that is signed in. Only inside RequireSession. */
export function useSession(): WireAccount {
  const account = useContext(SessionContext)
  if (!account) throw new Error('useSession: the screen is outside RequireSession')
  return account
}

/** Whether the account holds a permission. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}

/** Reads the account; null when nobody is signed in. */
export function useAccountQuery() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async ({ signal }) => {
      try {
        const account = await api.get<WireAccount>('/session', signal)
        setCsrf(account.csrf)
        return account
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null
        throw error
      }
    },
    staleTime: 300_000,
  })
}

/** Reads the college's own values of code lists: no screen is drawn without them. Changed lists are read again. */
function useOwnCodes(account: WireAccount | null | undefined) {
  return useQuery({
    queryKey: ['codes', 'own', account?.id],
    queryFn: async ({ signal }) => {
      keepOwnCodes(await api.get<readonly CollegeCode[]>('/codes/own', signal))
      return true
    },
    // Before the password is changed nothing is open, and there is nothing to draw.
    enabled: account !== null && account !== undefined && !account.mustChangePassword,
    staleTime: 300_000,
  })
}

/** Shows its children to whoever is signed in; sends others to the sign-in page, which brings them back. */
export function RequireSession({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const location = useLocation()
  const { data: account, error, isPending, refetch } = useAccountQuery()
  const codes = useOwnCodes(account)
  const { setLang } = useLang()
  const lang = account?.lang
  useEffect(() => {
    onSignedOut(() => client.setQueryData(['session'], null))
  }, [client])
  useEffect(() => {
    if (!lang) return
    const chosen = localStorage.getItem('jiangxin.lang')
    // What the account says counts where nothing was chosen. Whoever chose on the sign-in page is answered in that
    // language too: the server writes files, comparisons and letters in the account's.
    if (chosen === null) setLang(lang)
    else if ((chosen === 'zh' || chosen === 'en') && chosen !== lang)
      void api.patch('/account', { lang: chosen }).catch(() => {})
  }, [lang, setLang])
  const value = useMemo(() => account ?? undefined, [account])
  if (isPending) return <Loading />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!value) {
    const next = location.pathname + location.search
    return <Navigate to={`/sign-in${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`} replace />
  }
  if (codes.error && !codes.data) return <ErrorState error={codes.error} onRetry={() => void codes.refetch()} />
  if (codes.isLoading) return <Loading />
  keepFor(value.id)
  return <SessionContext value={value}>{children}</SessionContext>
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { ApiError } from '../kit/api.ts'
import { LangProvider } from '../kit/use-lang.tsx'
import { router } from './routes.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one however often it is asked; a lost connection may come back.
      retry: (count, error) => error instanceof ApiError && (error.status === 0 || error.status >= 502) && count < 2,
      refetchOnWindowFocus: false,
    },
  },
})

/** Everything around the screens. */
export function App() {
  return (
    <QueryClientProvider client={client}>
      <LangProvider>
        <RouterProvider router={router} />
      </LangProvider>
    </QueryClientProvider>
  )
}

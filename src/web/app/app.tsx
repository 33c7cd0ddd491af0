import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import en from 'antd/es/locale/en_US.js'
import zh from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { useEffect } from 'react'
import { RouterProvider } from 'react-router'
import type { Lang } from '../../language/index.ts'
// Not from the registry of all kinds: whoever signs in needs none of them yet.
import { FieldServicesContext } from '../../fields/view.tsx'
import { ApiError } from '../kit/api.ts'
import { LangProvider, useLang } from '../kit/use-lang.tsx'
import { useReducedMotion } from '../kit/use-media.ts'
import { fieldServices } from './field-services.ts'
import { router } from './routes.tsx'
import { appTheme, stillTheme } from './theme.ts'

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

/** antd's locales are CommonJS to the compiler and modules to the bundler. */
function localeOf<L extends object>(module: L | { default: L }): L {
  return 'default' in module ? module.default : module
}
const locales = { zh: localeOf(zh), en: localeOf(en) } satisfies Record<Lang, unknown>

/** Menus open inside the main region, so that whoever moves by landmarks meets them. */
const popupHome = (trigger?: HTMLElement) => (trigger?.closest('#content') as HTMLElement | null) ?? document.body

/** Everything around the screens. */
export function App() {
  return (
    <QueryClientProvider client={client}>
      <LangProvider>
        <Themed />
      </LangProvider>
    </QueryClientProvider>
  )
}

function Themed() {
  const { lang } = useLang()
  const isStill = useReducedMotion()
  useEffect(() => {
    dayjs.locale(lang === 'zh' ? 'zh-cn' : 'en')
  }, [lang])
  return (
    <ConfigProvider
      theme={isStill ? stillTheme : appTheme}
      locale={locales[lang]}
      button={{ autoInsertSpace: false }}
      getPopupContainer={popupHome}
    >
      <FieldServicesContext value={fieldServices}>
        <RouterProvider router={router} />
      </FieldServicesContext>
    </ConfigProvider>
  )
}

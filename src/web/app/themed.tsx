import { ConfigProvider } from 'antd'
import en from 'antd/es/locale/en_US.js'
import zh from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { type ReactNode, useEffect } from 'react'
import { Outlet } from 'react-router'
import type { Lang } from '../../language/index.ts'
// Not from the registry of all kinds: whoever only looks at a page needs none of them yet.
import { FieldServicesContext } from '../../fields/view.tsx'
import { useLang } from '../kit/use-lang.tsx'
import { useReducedMotion } from '../kit/use-media.ts'
import { fieldServices } from './field-services.ts'
import { appTheme, stillTheme } from './theme.ts'

/** antd's locales are CommonJS to the compiler and modules to the bundler. */
function localeOf<L extends object>(module: L | { default: L }): L {
  return 'default' in module ? module.default : module
}
const locales = { zh: localeOf(zh), en: localeOf(en) } satisfies Record<Lang, unknown>

/** Menus open inside the main region, so that whoever moves by landmarks meets them. */
const popupHome = (trigger?: HTMLElement) => (trigger?.closest('#content') as HTMLElement | null) ?? document.body

/** Colours, language and services of the components: around every screen but the sign-in page, which does without them. */
export function Themed({ children }: { readonly children: ReactNode }) {
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
      <FieldServicesContext value={fieldServices}>{children}</FieldServicesContext>
    </ConfigProvider>
  )
}

export function ThemedOutlet() {
  return (
    <Themed>
      <Outlet />
    </Themed>
  )
}

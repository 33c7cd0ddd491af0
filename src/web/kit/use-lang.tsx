import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Lang } from '../../language/index.ts'

interface LangChoice {
  readonly lang: Lang
  readonly setLang: (lang: Lang) => void
}

const KEY = 'jiangxin.lang'
const LangContext = createContext<LangChoice>({ lang: 'zh', setLang: () => {} })

function remembered(): Lang {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
}

/** Keeps the language of the screens; Chinese until the person chooses. */
export function LangProvider({ children }: { readonly children: ReactNode }) {
  const [lang, set] = useState<Lang>(remembered)
  const setLang = useCallback((next: Lang) => {
    localStorage.setItem(KEY, next)
    set(next)
  }, [])
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  }, [lang])
  const choice = useMemo(() => ({ lang, setLang }), [lang, setLang])
  return <LangContext value={choice}>{children}</LangContext>
}

/** The language of the screens, and how to change it. */
export function useLang(): LangChoice {
  return useContext(LangContext)
}

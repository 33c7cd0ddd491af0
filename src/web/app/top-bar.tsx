import { DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { Link, useNavigate } from 'react-router'
import { api, setCsrf } from '../kit/api.ts'
import { useErrorText } from '../kit/error-state.tsx'
import { useLang } from '../kit/use-lang.tsx'
import { usePhone } from '../kit/use-media.ts'
import { useTexts } from '../kit/use-texts.ts'
import { NoticesBell } from './notices-bell.tsx'
import { countUnsent, forgetOwn } from './on-device.ts'
import { SearchBox } from './search-box.tsx'
import { useSession } from './session.tsx'
import { useShortcutHelp } from './shortcuts.tsx'

/** The bar at the top: the college, search, notices, language, the account. */
export function TopBar() {
  const t = useTexts()
  const { lang, setLang } = useLang()
  const isPhone = usePhone()
  const { college } = useSession()
  const other = lang === 'zh' ? 'en' : 'zh'
  return (
    <header className="top-bar">
      <Link to="/" className="top-bar-brand">
        <span className="seal" aria-hidden>
          匠
        </span>
        {isPhone ? (
          <span className="sr-only">{t('nav.home')}</span>
        ) : (
          <span className="top-bar-name">
            <strong>{t('brand.name')}</strong>
            <span>{college.name}</span>
          </span>
        )}
      </Link>
      <SearchBox />
      <div className="top-bar-end">
        {!isPhone && <NoticesBell />}
        <Button
          type="text"
          lang={other === 'zh' ? 'zh-CN' : 'en'}
          onClick={() => {
            setLang(other)
            // The choice also goes with the account; that it cannot be kept there is no reason to disturb.
            void api.patch('/account', { lang: other }).catch(() => {})
          }}
        >
          {other === 'zh' ? '中文' : 'English'}
        </Button>
        {!isPhone && <AccountMenu />}
      </div>
    </header>
  )
}

function AccountMenu() {
  const t = useTexts()
  const account = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const showHelp = useShortcutHelp()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'account', label: t('account.title') },
          { key: 'help', label: t('shortcuts.title') },
          { type: 'divider' },
          { key: 'out', label: t('account.sign-out') },
        ],
        onClick: ({ key }) => {
          if (key === 'out') void signOut()
          else if (key === 'help') showHelp()
          else void navigate('/account')
        },
      }}
    >
      <Button type="text" aria-label={t('nav.account-menu', { name: account.personName })}>
        {account.personName} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  )
}

/** Ends the session; with the page everything goes that was loaded, and what this device kept of the person. */
export function useSignOut(): () => Promise<void> {
  const t = useTexts()
  const { message, modal } = App.useApp()
  const errorText = useErrorText()
  const account = useSession()
  return async () => {
    const unsent = await countUnsent(account)
    if (unsent > 0) {
      const isSure = await modal.confirm({
        title: t('waiting.sign-out', { n: unsent }),
        content: t('waiting.sign-out-hint'),
        okText: t('waiting.sign-out-anyway'),
        okButtonProps: { danger: true },
      })
      if (!isSure) return
    }
    try {
      await api.delete('/session')
      await forgetOwn(account)
      setCsrf('')
      // The new page forgets everything. Forgetting it here would let this page lead elsewhere before it goes.
      location.assign('/sign-in')
    } catch (error) {
      void message.error(errorText(error))
    }
  }
}

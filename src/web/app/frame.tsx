import { App as AntApp, Drawer } from 'antd'
import { useState } from 'react'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { usePhone } from '../kit/use-media.ts'
import { useTexts } from '../kit/use-texts.ts'
import { BottomBar } from './bottom-bar.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { RequireSession, useSession } from './session.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { SideMenu } from './side-menu.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame around every screen of a signed-in person. */
export function Frame() {
  return (
    // Messages and questions on screens; whatever stands outside the frame brings its own.
    <AntApp>
      <RequireSession>
        <FrameInside />
      </RequireSession>
    </AntApp>
  )
}

function FrameInside() {
  const t = useTexts()
  const isPhone = usePhone()
  const { pathname } = useLocation()
  const { mustChangePassword, withheldRoles } = useSession()
  // Open at one address: going elsewhere closes it.
  const [menuAt, setMenuAt] = useState<string>()
  return (
    <Shortcuts>
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      <TopBar />
      <OfflineNotice />
      <div className="frame">
        {!isPhone && (
          <nav className="frame-side" aria-label={t('nav.main')}>
            <SideMenu />
          </nav>
        )}
        <main id="content" className="frame-main" tabIndex={-1}>
          {withheldRoles.length > 0 && pathname !== '/account' && (
            <p className="form-alert" role="alert">
              {t('nav.withheld')} <Link to="/account">{t('account.title')}</Link>
            </p>
          )}
          {mustChangePassword && pathname !== '/account' ? <Navigate to="/account" replace /> : <Outlet />}
        </main>
      </div>
      {isPhone && (
        <>
          <BottomBar onMenu={() => setMenuAt(pathname)} />
          <Drawer
            open={menuAt === pathname}
            onClose={() => setMenuAt(undefined)}
            placement="left"
            size={300}
            title={t('nav.main')}
          >
            <nav aria-label={t('nav.main')}>
              <SideMenu />
            </nav>
          </Drawer>
        </>
      )}
    </Shortcuts>
  )
}

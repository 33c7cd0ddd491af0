import { BellOutlined, HomeOutlined, MenuOutlined, UnorderedListOutlined, UserOutlined } from '@ant-design/icons'
import { NavLink } from 'react-router'
import { useTexts } from '../kit/use-texts.ts'

/** On a phone: the five places within reach of the thumb. */
export function BottomBar({ onMenu }: { readonly onMenu: () => void }) {
  const t = useTexts()
  return (
    <nav className="bottom-bar" aria-label={t('nav.quick')}>
      <NavLink to="/" end>
        <HomeOutlined aria-hidden />
        {t('nav.home')}
      </NavLink>
      <NavLink to="/registers">
        <UnorderedListOutlined aria-hidden />
        {t('nav.registers')}
      </NavLink>
      <NavLink to="/notices">
        <BellOutlined aria-hidden />
        {t('nav.notices')}
      </NavLink>
      <NavLink to="/account">
        <UserOutlined aria-hidden />
        {t('nav.account')}
      </NavLink>
      <button type="button" onClick={onMenu}>
        <MenuOutlined aria-hidden />
        {t('nav.menu')}
      </button>
    </nav>
  )
}

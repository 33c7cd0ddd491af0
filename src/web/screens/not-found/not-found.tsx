import { Link } from 'react-router'
import { EmptyState } from '../../kit/empty-state.tsx'
import { useTexts } from '../../kit/use-texts.ts'

/** An address that leads nowhere. */
export function NotFound() {
  const t = useTexts()
  return (
    <EmptyState isPage title={t('not-found.title')} hint={t('not-found.hint')}>
      <Link to="/">{t('nav.home')}</Link>
      <Link to="/registers">{t('nav.all-registers')}</Link>
    </EmptyState>
  )
}

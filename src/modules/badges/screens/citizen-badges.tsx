import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { api, setCsrf } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { BadgeList } from './badge-list.tsx'
import { useBadgeTexts } from './use-badge-texts.ts'
import './badges.css'

/** Certificates of a citizen who signed in at the credit bank's own door. */
export function CitizenBadges() {
  const t = useBadgeTexts()
  const { lang, setLang } = useLang()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['credit-bank', 'citizen'],
    queryFn: async ({ signal }) => {
      const session = await api.get<{ readonly csrf: string } | null>('/credit-bank/self/session', signal)
      if (session) setCsrf(session.csrf)
      return session
    },
  })
  return (
    <main id="content" className="badges-public">
      <p className="verify-bar badges-lang">
        <Button size="small" type="text" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
          {lang === 'zh' ? 'English' : '中文'}
        </Button>
      </p>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && <BadgeList door="self" />}
      {data === null && (
        <>
          <PageHeader title={t('badges.title')} />
          <p>
            {t('badges.sign-in')} <Link to="/learn">{t('badges.back')}</Link>
          </p>
        </>
      )}
    </main>
  )
}

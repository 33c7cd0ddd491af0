import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { NoticeList, findNotices } from './notice-list.tsx'
import { useTexts } from '../kit/use-texts.ts'

/** The bell with the number of unread notices. */
export function NoticesBell() {
  const t = useTexts()
  const { pathname } = useLocation()
  // Open at one address: going elsewhere closes it.
  const [openAt, setOpenAt] = useState<string>()
  const { data } = useQuery({ queryKey: ['notices'], queryFn: () => findNotices(), refetchInterval: 60_000 })
  const unread = data?.unread ?? 0
  return (
    <Popover
      open={openAt === pathname}
      onOpenChange={(isOpen) => setOpenAt(isOpen ? pathname : undefined)}
      trigger="click"
      placement="bottomRight"
      content={<NoticeList limit={8} />}
      title={t('nav.notices')}
    >
      <Button
        type="text"
        aria-label={unread > 0 ? t('notices.unread', { n: unread }) : t('nav.notices')}
        icon={
          <Badge count={unread} size="small" overflowCount={99}>
            <BellOutlined />
          </Badge>
        }
      />
    </Popover>
  )
}

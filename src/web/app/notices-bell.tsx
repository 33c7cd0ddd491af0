import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { useEffect } from 'react'
import { NoticeList, findNotices } from './notice-list.tsx'
import { useTexts } from '../kit/use-texts.ts'

/** The bell with the number of unread notices. */
export function NoticesBell() {
  const t = useTexts()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({ queryKey: ['notices'], queryFn: () => findNotices(), refetchInterval: 60_000 })
  const unread = data?.unread ?? 0
  useEffect(() => setOpen(false), [pathname])
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
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

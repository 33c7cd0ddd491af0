import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../kit/use-texts.ts'
import { useShortcut } from './shortcuts.tsx'

const SearchDialog = lazy(async () => ({ default: (await import('./search-dialog.tsx')).SearchDialog }))

/** Search over registers by name and over every record the person may read. */
export function SearchBox() {
  const t = useTexts()
  const [isOpen, setOpen] = useState(false)
  useShortcut('/', t('shortcuts.search'), () => setOpen(true))
  return (
    <>
      <Button
        className="search-open"
        onClick={() => setOpen(true)}
        icon={<SearchOutlined />}
        aria-label={t('search.open')}
      >
        <span className="search-open-text">{t('search.open')}</span>
        <kbd>/</kbd>
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

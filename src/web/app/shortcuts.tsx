import { Modal } from 'antd'
import { createContext, useContext, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '../kit/use-texts.ts'

interface Shortcut {
  readonly keys: string
  readonly text: string
  readonly run: () => void
}

interface Board {
  readonly shortcuts: Map<string, Shortcut>
  readonly showHelp: () => void
}

const BoardContext = createContext<Board>({ shortcuts: new Map(), showHelp: () => {} })

/** Opens the list of shortcuts. */
export function useShortcutHelp(): () => void {
  return useContext(BoardContext).showHelp
}

/** Adds a shortcut while the screen is shown: 'n', or 'g h' for two keys in a row. */
export function useShortcut(keys: string, text: string, run: () => void): void {
  const { shortcuts } = useContext(BoardContext)
  const press = useEffectEvent(run)
  useEffect(() => {
    shortcuts.set(keys, { keys, text, run: () => press() })
    return () => {
      shortcuts.delete(keys)
    }
  }, [shortcuts, keys, text])
}

/** Listens to the keyboard for all screens and shows the help on '?'. */
export function Shortcuts({ children }: { readonly children: ReactNode }) {
  const t = useTexts()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const board = useMemo<Board>(() => ({ shortcuts: new Map(), showHelp: () => setHelpOpen(true) }), [])
  useEffect(() => {
    let prefix = ''
    let since = 0
    function press(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        board.shortcuts.get('/')?.run()
        return
      }
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing ||
        isTyping(event.target) ||
        document.querySelector('.ant-modal-wrap:not([style*="none"])')
      )
        return
      if (event.key === '?') return setHelpOpen(true)
      const keys = prefix !== '' && event.timeStamp - since < 1200 ? `${prefix} ${event.key}` : event.key
      prefix = event.key === 'g' ? 'g' : ''
      since = event.timeStamp
      const shortcut = board.shortcuts.get(keys)
      if (!shortcut) return
      event.preventDefault()
      prefix = ''
      shortcut.run()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [board])
  return (
    <BoardContext value={board}>
      <Places />
      {children}
      <Modal
        open={isHelpOpen}
        onCancel={() => setHelpOpen(false)}
        footer={null}
        title={t('shortcuts.title')}
        width={460}
        destroyOnHidden
      >
        <dl className="shortcut-list">
          <Key keys="?" text={t('shortcuts.help')} />
          <Key keys="Ctrl K" text={t('shortcuts.search')} />
          {[...board.shortcuts.values()].map((shortcut) => (
            <Key key={shortcut.keys} keys={shortcut.keys} text={shortcut.text} />
          ))}
          <Key keys="↑ ↓ Enter" text={t('shortcuts.rows')} />
          <Key keys="Esc" text={t('shortcuts.close')} />
        </dl>
      </Modal>
    </BoardContext>
  )
}

function Key({ keys, text }: { readonly keys: string; readonly text: string }) {
  return (
    <div>
      <dt>
        {keys.split(' ').map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  )
}

function Places() {
  const t = useTexts()
  const navigate = useNavigate()
  useShortcut('g h', t('nav.home'), () => void navigate('/'))
  useShortcut('g r', t('nav.all-registers'), () => void navigate('/registers'))
  useShortcut('g f', t('nav.figures'), () => void navigate('/figures'))
  useShortcut('g n', t('nav.notices'), () => void navigate('/notices'))
  useShortcut('g a', t('account.title'), () => void navigate('/account'))
  return null
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('.ant-select') !== null)
  )
}

import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'

interface SearchFieldProps {
  readonly value: string
  readonly label: string
  readonly onChange: (q: string) => void
}

/** Searches as one pauses; Enter searches at once. Nothing is sent while an input method is composing. */
export function SearchField({ value, label, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  const [isComposing, setComposing] = useState(false)
  const search = useEffectEvent((q: string) => onChange(q))
  if (seen !== value) {
    // The address changed (back button, a cleared filter): show what it says. What was typed meanwhile and equals it stays.
    setSeen(value)
    if (typed.trim() !== value) setTyped(value)
  }
  useEffect(() => {
    if (typed.trim() === value || isComposing) return
    const timer = setTimeout(() => search(typed.trim()), 350)
    return () => clearTimeout(timer)
  }, [typed, value, isComposing])
  return (
    <Input
      className="search-field"
      prefix={<SearchOutlined aria-hidden />}
      value={typed}
      aria-label={label}
      placeholder={label}
      allowClear
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPressEnter={() => onChange(typed.trim())}
    />
  )
}

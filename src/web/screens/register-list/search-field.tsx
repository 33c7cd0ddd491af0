import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'

interface SearchFieldProps {
  readonly value: string
  readonly label: string
  readonly onChange: (q: string) => void
}

/** Searches as one pauses; Enter searches at once. Nothing is sent while an input method is composing. */
export function SearchField({ value, label, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [isComposing, setComposing] = useState(false)
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value || isComposing) return
    const timer = setTimeout(() => latest.current(typed.trim()), 350)
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
      onPressEnter={() => latest.current(typed.trim())}
    />
  )
}

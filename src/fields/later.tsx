import { type ComponentType, lazy, Suspense } from 'react'
import type { FieldKind } from '../language/fields.ts'
import type { InputProps } from './view.tsx'

/** An input whose parts come when one is first shown: lists are mostly read, and need none. */
export function later<K extends FieldKind>(
  load: () => Promise<ComponentType<InputProps<K>>>,
): ComponentType<InputProps<K>> {
  const Later = lazy(async () => ({ default: await load() }))
  return (props) => (
    <Suspense fallback={<span className="field-later" aria-busy />}>
      <Later {...props} />
    </Suspense>
  )
}
